import { parseAmount } from '../../money/parse-amount.js'
import type { RailAccount, RailTransfer } from '../rail.js'
import type { BankBehaviour } from './answer-as-bank.js'
import type { InquiryAnswer, StatusAnswer, TransferAnswer } from './bank-answer.js'
import { presentEntry } from './book-lines.js'
import type { BankDesk } from './simulated-bank.js'

/** What can be changed while the bank runs, and what can't. */
export type BankSettings = { latencyMs: number; readonly refusesRepeats: boolean }

export type HttpAnswer = { status: number | 'dropped'; text: string; headers?: Record<string, string> }

/** Answers one request. A malformed one is told what is wrong with it, and changes nothing. */
export type AnswerRequest = (method: string, path: string, body: string) => Promise<HttpAnswer>

/** Says that a request can't be understood. */
class MalformedRequest extends Error {}

type Bank = { bank: BankBehaviour; desk: BankDesk; settings: BankSettings }

/**
 * The bank's HTTP, as docs/simulated-bank.md describes it. Without a framework: tens of thousands of calls a second are to
 * pass, on a core that they share with whoever makes them.
 */
export function createBankRoutes({ bank, desk, settings }: Bank): AnswerRequest {
  const routes: Record<string, (fields: Fields) => Promise<HttpAnswer>> = {
    'POST /inquiries': async (fields) => wordInquiry(await bank.inquire(readAccount(fields))),
    'POST /transfers': async (fields) => {
      const transfer = { ...readAccount(fields), reference: readReference(fields), amountSen: readAmount(fields) }
      return refuseOtherMode(fields, settings) ?? wordTransfer(transfer, await bank.transfer(transfer))
    },
    'POST /settlements': async (fields) => {
      const outcome = readChoice(fields, 'outcome', ['done', 'failed'])
      const reason = fields.reason === undefined ? {} : { reason: readField(fields, 'reason') }
      await desk.settle({
        ...readAccount(fields),
        reference: readReference(fields),
        amountSen: readAmount(fields),
        outcome,
        ...reason
      })
      return json(200, {})
    },
    'GET /book': async () => json(200, { entries: (await desk.readBook()).map(presentEntry) }),
    'GET /settings': async () => json(200, presentSettings(settings)),
    'PATCH /settings': async (fields) => {
      settings.latencyMs = readLatency(fields)
      return json(200, presentSettings(settings))
    }
  }

  return async (method, path, body) => {
    try {
      if (method === 'GET' && path.startsWith(STATUS_PATH)) {
        const reference = decodeURIComponent(path.slice(STATUS_PATH.length))
        return wordStatus(reference, await bank.status(reference))
      }
      const route = routes[`${method} ${path}`]
      if (route === undefined) return json(404, { code: 'NO_SUCH_PATH', message: 'there is nothing at this path' })
      return await route(readFields(method, body))
    } catch (error) {
      if (error instanceof MalformedRequest || error instanceof URIError) {
        return json(400, { code: 'MALFORMED', message: error.message })
      }
      throw error
    }
  }
}

const STATUS_PATH = '/transfers/'

function json(status: number, body: Record<string, unknown>, headers?: Record<string, string>): HttpAnswer {
  return { status, text: JSON.stringify(body), ...(headers === undefined ? {} : { headers }) }
}

const DROPPED: HttpAnswer = { status: 'dropped', text: '' }

function wordInquiry(answer: InquiryAnswer): HttpAnswer {
  switch (answer.kind) {
    case 'valid':
      return json(200, { result: 'valid', account_holder: answer.accountHolder })
    case 'invalid':
      return json(200, { result: 'invalid', message: answer.message })
    case 'connection_dropped':
      return DROPPED
  }
}

function wordTransfer({ reference }: RailTransfer, answer: TransferAnswer): HttpAnswer {
  switch (answer.kind) {
    case 'paid':
      return json(200, { reference, status: 'paid', bank_reference: answer.railReference })
    case 'accepted':
      return json(202, { reference, status: 'accepted', bank_reference: answer.railReference })
    case 'rejected':
      return json(422, { reference, code: answer.code, message: answer.reason })
    case 'duplicate_reference':
      return json(409, { reference, code: 'DUPLICATE_REFERENCE', message: 'the bank has this reference already' })
    case 'throttled':
      return json(429, { reference, code: 'TOO_MANY_REQUESTS', message: 'too many requests' }, retryAfter(answer))
    case 'down':
      return json(503, { reference, code: 'NOT_OPEN', message: 'the bank takes nothing at the moment' }, retryAfter(answer))
    case 'connection_dropped':
      return DROPPED
  }
}

function retryAfter({ retryAfterMs }: { retryAfterMs: number }): Record<string, string> {
  return { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) }
}

function wordStatus(reference: string, answer: StatusAnswer): HttpAnswer {
  switch (answer.kind) {
    case 'paid':
    case 'accepted':
      return json(200, { reference, status: answer.kind, bank_reference: answer.railReference })
    case 'rejected':
      return json(200, { reference, status: 'rejected', code: answer.code, message: answer.reason })
    case 'not_found':
      return json(404, { reference, code: 'NO_SUCH_REFERENCE', message: 'the bank has no such reference' })
  }
}

/** A server that counts on repeats being refused may send again; to a bank that books them that would be a second payment. */
function refuseOtherMode(fields: Fields, { refusesRepeats }: BankSettings): HttpAnswer | undefined {
  const expected = readChoice(fields, 'repeats', ['refused', 'booked'])
  if ((expected === 'refused') === refusesRepeats) return undefined
  const message = `repeats of a reference are ${refusesRepeats ? 'refused' : 'booked'} here, not ${expected}: nothing was taken`
  return json(403, { code: 'OTHER_REPEATS', message })
}

function presentSettings({ latencyMs, refusesRepeats }: BankSettings): Record<string, unknown> {
  return { latency_ms: latencyMs, refuses_repeats: refusesRepeats }
}

type Fields = Record<string, unknown>

function readFields(method: string, body: string): Fields {
  if (method === 'GET') return {}
  let fields: unknown
  try {
    fields = JSON.parse(body)
  } catch {
    throw new MalformedRequest('the body is no JSON')
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) throw new MalformedRequest('the body is no object')
  return fields as Fields
}

function readField(fields: Fields, name: string): string {
  const value = fields[name]
  if (typeof value !== 'string' || value.length > MAX_TEXT) throw new MalformedRequest(`${name}: a text is expected`)
  return value
}

const MAX_TEXT = 500
const MAX_LATENCY_MS = 600_000

function readReference(fields: Fields): string {
  const reference = readField(fields, 'reference')
  if (reference === '') throw new MalformedRequest('reference: it is empty')
  return reference
}

function readAccount(fields: Fields): RailAccount {
  return {
    bankCode: readField(fields, 'bank_code'),
    accountNumber: readField(fields, 'account_number'),
    accountOwnerName: readField(fields, 'account_owner_name')
  }
}

function readAmount(fields: Fields): bigint {
  const amountSen = parseAmount(readField(fields, 'amount'))
  if (amountSen === undefined || amountSen === 0n) throw new MalformedRequest('amount: a text like "10000.00" is expected')
  return amountSen
}

function readChoice<Word extends string>(fields: Fields, name: string, words: readonly Word[]): Word {
  const word = words.find((known) => known === fields[name])
  if (word === undefined) throw new MalformedRequest(`${name}: one of ${words.join(', ')} is expected`)
  return word
}

function readLatency(fields: Fields): number {
  const value = fields.latency_ms
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_LATENCY_MS) return value
  throw new MalformedRequest(`latency_ms: a whole number from 0 to ${MAX_LATENCY_MS} is expected`)
}
