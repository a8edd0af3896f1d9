import { findMagicOutcome } from '../magic/find-magic-outcome.js'
import { type Refusal, refuse } from '../state/outcome.js'
import type { Answer, ApiContext, ApiParts, Call, CheckedCall, Operation } from './call.js'
import { checkBody } from './check-body.js'
import { checkCustomerToken, checkHeaders, headerOf } from './check-headers.js'
import { echoOf } from './echo.js'
import { responseCodeOf, responseMessageOf } from './response-message.js'
import type { StrictChecks } from './strict-checks.js'
import { verifyCall } from './verify-call.js'

/** What goes back, and what the log says of the signature. */
export type Reply = {
  httpStatus: number
  responseCode: string
  body: string
  /** `ok`, or why it was refused, which takes time to find out. */
  signature: string | (() => string)
}

/**
 * Serves an operation of SNAP, in DANA's order: headers present, headers well formed, signature, body, magic values, and then
 * the operation itself, which looks for repeats first and for what the request is about last.
 */
export async function serveSnap(call: Call, operation: Operation, strictChecks: StrictChecks, parts: ApiContext): Promise<Reply> {
  const signed = checkSigned(call, strictChecks, parts)
  if (signed.refusal !== undefined) return replyOf(call, signed.refusal, signed.signature)
  const { merchant, text, signature } = signed
  const body = parseBody(text)
  const refusal =
    checkBody(call.table.request, body) ?? checkCustomerToken(call.table, call.headers) ?? magicRefusal(call, body, parts)
  const known = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  if (refusal !== undefined) return replyOf(call, refusal, signature, known)
  const answer = await operation({ ...call, merchant, body: known }, parts)
  return replyOf(call, answer, signature, known)
}

type Signed =
  | { signature: Reply['signature']; refusal: Refusal }
  | ({ signature: string; refusal?: undefined; text: string } & Pick<CheckedCall, 'merchant'>)

function checkSigned(call: Call, strictChecks: StrictChecks, parts: ApiParts): Signed {
  const { table, headers } = call
  const misheaded = checkHeaders(table, headers, parts.settings)
  if (misheaded !== undefined) return { signature: 'not checked', refusal: misheaded }
  const partnerId = headerOf(headers, table.headerProfile === 'apply-token' ? 'X-CLIENT-KEY' : 'X-PARTNER-ID')
  const merchant = parts.engine.findMerchantByPartnerId(partnerId)
  if (merchant === undefined) {
    const refusal = refuse(401, '00', 'partner_unknown', { detail: 'Unknown Partner' })
    return { signature: `not checked: nobody here has the partner id ${partnerId}`, refusal }
  }
  const verified = verifyCall(call, merchant, parts)
  if ('why' in verified)
    return { signature: verified.why, refusal: refuse(401, '00', 'signature_invalid', { detail: 'Invalid Signature' }) }
  const refusal = strictChecks(call, partnerId)
  return refusal === undefined ? { signature: 'ok', merchant, text: verified.text } : { signature: 'ok', refusal }
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function magicRefusal({ table }: Call, body: unknown, { settings }: ApiParts): Refusal | undefined {
  return settings.magic ? findMagicOutcome(table.operationId, body as Record<string, unknown>) : undefined
}

/** Writes an answer, or a refusal, as DANA does. */
export function replyOf(call: Call, answer: Answer, signature: Reply['signature'], body: Record<string, unknown> = {}): Reply {
  const { table, headers } = call
  const outcome = answer.refused ? answer : { httpStatus: 200, caseCode: '00' }
  const responseCode = responseCodeOf(table, outcome)
  const wantsReason = answer.refused && headerOf(headers, 'X-Debug-Mode').toLowerCase() === 'true'
  const fields = {
    responseCode,
    responseMessage: responseMessageOf(table, outcome),
    ...(answer.refused ? echoOf(table.operationId, body, answer) : answer.fields),
    ...(wantsReason ? { additionalInfo: { debugMessage: debugMessageOf(answer, signature) } } : {})
  }
  const text = JSON.stringify(fields)
  const more = answer.refused ? undefined : answer.writtenFields
  // Neither object is empty.
  const written = more === undefined ? text : `${text.slice(0, -1)},${more.slice(1)}`
  return { httpStatus: outcome.httpStatus, responseCode, body: written, signature }
}

/** In DANA's form: a word for programs, a colon, words for people. */
function debugMessageOf({ reason, detail }: Refusal, signature: Reply['signature']): string {
  const words = reason === 'signature_invalid' && typeof signature === 'function' ? signature() : reason.replaceAll('_', ' ')
  return `${reason.toUpperCase()}:${words}${detail === undefined || reason === 'signature_invalid' ? '' : ` (${detail})`}`
}
