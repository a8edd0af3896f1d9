import { parseResponseCode, type ResponseCode } from '@arus/snap-bi'
import type { DanaErrorKind, DanaOutcome } from '../errors/error-facts.js'
import { readResponseCode } from './read-response-code.js'

/**
 * How many cases SNAP has of each status, numbered from 00. The texts beside them are in snap-bi's SNAP_CASES, which would be
 * a good part of a merchant's bundle.
 */
export const CASES_OF_STATUS: Record<number, number> = { 400: 3, 401: 5, 403: 24, 404: 20, 405: 2, 409: 2, 429: 1 }

/** Refusals that may come because an earlier request did what this one asks for: `serviceCode/HTTP status/case`. */
const MAY_FOLLOW_A_SUCCESS = new Set([
  // Inconsistent Request: something is known under this reference. SNAP counts a refund or void as done then; an order may be
  // there to be paid, and another under a new reference would be paid beside it.
  '*/404/18',
  // Invalid Transaction Status of a cancel: cancelled or refunded already, for one.
  '57/404/00',
  // Transaction Not Permitted of a refund: DANA's sandbox has answered a repeated one so.
  '58/403/15',
  // Conflict, and a duplicate reference: a request with this id or reference is known.
  '*/409/00',
  '*/409/01'
])

/**
 * What an answer that is no success means.
 *
 * Only a code of DANA's own, of the operation that was called and of the status it came with, is a refusal. Any other 4xx
 * may be from something on the way, which knows nothing of what DANA did.
 *
 * @param serviceCode of the operation; undefined when it isn't known, and then any service's code counts
 */
export function classifyResponse(
  status: number,
  body: unknown,
  serviceCode?: string | undefined
): { kind: DanaErrorKind; outcome: DanaOutcome } {
  const code = status >= 400 && status < 500 ? findOwnCode(status, body, serviceCode) : undefined
  const isRefusal = code !== undefined && !mayFollowASuccess(code)
  return { kind: kindOf(status, code !== undefined), outcome: isRefusal ? 'refused' : 'unknown' }
}

/** The code in the body, if it is one that DANA gives for this operation with this status. */
function findOwnCode(status: number, body: unknown, serviceCode: string | undefined): ResponseCode | undefined {
  const code = parseResponseCode(readResponseCode(body))
  if (code === undefined || code.httpStatus !== status) return undefined
  if (serviceCode !== undefined && code.serviceCode !== serviceCode) return undefined
  return Number(code.caseCode) < (CASES_OF_STATUS[status] ?? 0) ? code : undefined
}

/** Whether a refusal may come because an earlier request did what this one asks for. */
export function mayFollowASuccess({ httpStatus, serviceCode, caseCode }: ResponseCode): boolean {
  return [serviceCode, '*'].some((service) => MAY_FOLLOW_A_SUCCESS.has(`${service}/${httpStatus}/${caseCode}`))
}

function kindOf(status: number, isDanas: boolean): DanaErrorKind {
  if (status === 400) return 'invalid_request'
  if (status === 401) return 'unauthorized'
  if (status === 429) return 'rate_limited'
  if (status === 408 || status >= 500) return 'unavailable'
  return isDanas ? 'refused' : 'unreadable'
}
