import type { InquiryOutcome, StatusOutcome, TransferOutcome } from '../rail.js'

/** What the bank answered over HTTP. `fields` is empty where its body is no object in JSON. */
export type BankAnswer = { status: number; fields: Record<string, unknown>; retryAfter: string | undefined }

type Read<Outcome> = (answer: BankAnswer) => Outcome

const paid = ({ fields }: BankAnswer) => ({ kind: 'paid', railReference: text(fields.bank_reference) }) as const
const accepted = ({ fields }: BankAnswer) => ({ kind: 'accepted', railReference: text(fields.bank_reference) }) as const
const rejected = ({ fields }: BankAnswer) =>
  ({ kind: 'rejected', code: text(fields.code), reason: text(fields.message) }) as const
const deferred = (reason: string) => (answer: BankAnswer) =>
  ({ kind: 'deferred', reason, retryAfterMs: readRetryAfter(answer) }) as const

/**
 * Where nothing was taken, whatever was asked: the fault is ours, or it passes. A 403 that no table names is one of them; any
 * other answer that none names leaves open what the bank did.
 */
const NOTHING_TAKEN: Readonly<Record<string, Read<Extract<TransferOutcome, { kind: 'deferred' }>>>> = {
  '503 NOT_OPEN': deferred('the bank takes nothing at the moment'),
  '403 OTHER_REPEATS': deferred('the bank does otherwise with repeated references than this server is told')
}

const TRANSFER: Readonly<Record<string, Read<TransferOutcome>>> = {
  '200 paid': paid,
  '202 accepted': accepted,
  '422 ACCOUNT_NOT_FOUND': rejected,
  '422 ACCOUNT_BLOCKED': rejected,
  // The bank has it from another attempt, and does not say what became of that.
  '409 DUPLICATE_REFERENCE': () => ({ kind: 'unknown', reason: 'duplicate reference' })
}

const STATUS: Readonly<Record<string, Read<StatusOutcome>>> = {
  '200 paid': paid,
  '200 accepted': accepted,
  '200 rejected': rejected,
  '404 NO_SUCH_REFERENCE': () => ({ kind: 'not_found' })
}

/** What an answer to a transfer means. What no table names is `unknown`: the money may have moved. */
export function readTransferAnswer(answer: BankAnswer, reference: string): TransferOutcome {
  const word = wordOf(answer, 'status')
  if (Object.hasOwn(TRANSFER, word) && speaksOf(answer, reference)) return TRANSFER[word]!(answer)
  return readPassing(answer) ?? unnamed(answer)
}

/** What an answer to a question about a reference means. "Not found" is taken from the bank's own words only, never from a 404. */
export function readStatusAnswer(answer: BankAnswer, reference: string): StatusOutcome {
  const word = wordOf(answer, 'status')
  if (Object.hasOwn(STATUS, word) && speaksOf(answer, reference)) return STATUS[word]!(answer)
  return readPassing(answer) ?? unnamed(answer)
}

export function readInquiryAnswer(answer: BankAnswer): InquiryOutcome {
  switch (wordOf(answer, 'result')) {
    case '200 valid':
      return { kind: 'valid', accountHolder: text(answer.fields.account_holder) }
    case '200 invalid':
      return { kind: 'invalid', message: text(answer.fields.message) }
    default:
      return unnamed(answer)
  }
}

/** `202 accepted`, `422 ACCOUNT_BLOCKED`: by which the tables name an answer. */
function wordOf({ status, fields }: BankAnswer, saidBy: 'status' | 'result'): string {
  return `${status} ${status < 300 ? text(fields[saidBy]) : text(fields.code)}`
}

/** An answer that something between us and the bank mixed up with another's must not settle this one. */
function speaksOf({ fields }: BankAnswer, reference: string): boolean {
  return fields.reference === reference
}

function readPassing(answer: BankAnswer): Extract<TransferOutcome, { kind: 'deferred' }> | undefined {
  const word = wordOf(answer, 'status')
  if (Object.hasOwn(NOTHING_TAKEN, word)) return NOTHING_TAKEN[word]!(answer)
  if ([401, 403, 425, 429].includes(answer.status)) return deferred(`answered ${answer.status}`)(answer)
  return undefined
}

function unnamed({ status }: BankAnswer): { kind: 'unknown'; reason: string } {
  return { kind: 'unknown', reason: `an answer that is not in the rail's table (${status})` }
}

const DEFAULT_RETRY_AFTER_MS = 1000

function readRetryAfter({ retryAfter = '' }: BankAnswer): number {
  return /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) * 1000 : DEFAULT_RETRY_AFTER_MS
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
