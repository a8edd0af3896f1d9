import type { RailCalls } from './call-rail.js'

type Outcome = RailCalls[keyof RailCalls]['outcome']
type Kind = Outcome['kind']

/** What each function of a rail may answer. */
const ALLOWED_KINDS: { [Call in keyof RailCalls]: Record<RailCalls[Call]['outcome']['kind'], true> } = {
  inquire: { valid: true, invalid: true, unknown: true },
  transfer: { paid: true, accepted: true, rejected: true, unknown: true, deferred: true },
  status: { paid: true, accepted: true, rejected: true, unknown: true, deferred: true, not_found: true }
}

/** Takes the fields of each kind, and nothing else; undefined where one is missing or is no such value. */
const READERS: { [K in Kind]: (fields: Record<string, unknown>) => Extract<Outcome, { kind: K }> | undefined } = {
  valid: ({ accountHolder }) => (isText(accountHolder) ? { kind: 'valid', accountHolder: clean(accountHolder) } : undefined),
  invalid: ({ message }) => (isText(message) ? { kind: 'invalid', message: clean(message) } : undefined),
  paid: ({ railReference }) => (isText(railReference) ? { kind: 'paid', railReference: clean(railReference) } : undefined),
  accepted: ({ railReference }) =>
    isText(railReference) ? { kind: 'accepted', railReference: clean(railReference) } : undefined,
  rejected: ({ code, reason }) =>
    isText(code) && isText(reason) && clean(code) !== ''
      ? { kind: 'rejected', code: clean(code), reason: clean(reason) }
      : undefined,
  unknown: ({ reason }) => (isText(reason) ? { kind: 'unknown', reason: clean(reason) } : undefined),
  deferred: ({ reason, retryAfterMs }) =>
    isText(reason) && isDelay(retryAfterMs)
      ? { kind: 'deferred', reason: clean(reason), retryAfterMs: Math.min(Math.ceil(retryAfterMs), MAX_RETRY_AFTER_MS) }
      : undefined,
  not_found: () => ({ kind: 'not_found' })
}

/**
 * Reads what a rail answered into one of the outcomes of its contract. Anything else (another kind, a field missing or
 * of the wrong type) is `unknown`: a rail that can't be understood may still have paid.
 */
export function readOutcome<Call extends keyof RailCalls>(call: Call, answer: unknown): RailCalls[Call]['outcome'] {
  return (read(call, answer) ?? { kind: 'unknown', reason: "the rail's answer could not be read" }) as RailCalls[Call]['outcome']
}

function read(call: keyof RailCalls, answer: unknown): Outcome | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  const fields = { ...answer } as Record<string, unknown>
  if (typeof fields.kind !== 'string' || !Object.hasOwn(ALLOWED_KINDS[call], fields.kind)) return undefined
  return READERS[fields.kind as Kind](fields)
}

/** A rail that asks for more patience is asked again anyhow. */
const MAX_RETRY_AFTER_MS = 60 * 60 * 1000
const MAX_TEXT_LENGTH = 500

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isDelay(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}

/** PostgreSQL's text takes no NUL, nor its jsonb half a surrogate pair: one such answer would spoil the whole chunk it is recorded with. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const printable = text.slice(0, MAX_TEXT_LENGTH).replace(/[\u0000-\u001f\u007f]+/g, ' ')
  return Buffer.from(printable, 'utf8').toString('utf8').trim()
}
