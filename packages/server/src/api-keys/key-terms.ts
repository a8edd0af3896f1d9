import { ApiError } from '../errors/api-error.js'
import { KEY_SCOPES, type KeyScope } from './key-scope.js'
import { parseAddressRange } from './parse-address-range.js'

/** What a key may do, from where, and how much. */
export type KeyTerms = {
  scopes: readonly KeyScope[]
  /** Ranges of addresses that it may be used from; none: from anywhere. */
  allowedAddresses: readonly string[]
  /** Of one batch that it submits or approves. Null: as much as the server allows. */
  maxBatchAmountSen: bigint | null
  maxBatchItems: number | null
  /** Of all that it submits in a day of Jakarta, and again of all that it approves. Null: without limit. */
  maxDayAmountSen: bigint | null
  maxDayItems: number | null
}

const MAX_INTEGER = 2_147_483_647
const MAX_BIGINT = 9_223_372_036_854_775_807n

/**
 * What a key may do when nobody says. A test key may do everything, as a key of Durianpay's own can, so that code runs
 * unchanged; a live key can't approve what it submits, so that one that leaks moves no money alone.
 */
export function defaultKeyTerms(isLive: boolean): KeyTerms {
  return {
    scopes: isLive ? ['read', 'submit'] : KEY_SCOPES,
    allowedAddresses: [],
    maxBatchAmountSen: null,
    maxBatchItems: null,
    maxDayAmountSen: null,
    maxDayItems: null
  }
}

/**
 * Checks terms, and gives them in their one spelling.
 *
 * @throws ApiError DPAY_INVALID_REQUEST that says what is wrong
 *
 * @example
 * checkKeyTerms({ ...defaultKeyTerms(true), allowedAddresses: ['203.0.113.7'] }).allowedAddresses // ['203.0.113.7/32']
 */
export function checkKeyTerms(terms: KeyTerms): KeyTerms {
  const unknown = terms.scopes.find((scope) => !KEY_SCOPES.includes(scope))
  if (unknown !== undefined) refuse(`${JSON.stringify(unknown)} is no scope: ${KEY_SCOPES.join(', ')} are`)
  if (terms.scopes.length === 0) refuse(`an API key needs a scope: ${KEY_SCOPES.join(', ')}`)
  checkLimit('amount of a batch', terms.maxBatchAmountSen, MAX_BIGINT)
  checkLimit('number of items of a batch', terms.maxBatchItems, MAX_INTEGER)
  checkLimit('amount of a day', terms.maxDayAmountSen, MAX_BIGINT)
  checkLimit('number of items of a day', terms.maxDayItems, MAX_INTEGER)
  return {
    ...terms,
    scopes: KEY_SCOPES.filter((scope) => terms.scopes.includes(scope)),
    allowedAddresses: [...new Set(terms.allowedAddresses.map(readRange))]
  }
}

/**
 * A live key with which one thief could both submit and approve is only made by who says so.
 *
 * @throws ApiError DPAY_INVALID_REQUEST
 */
export function refuseSubmitAndApprove(isLive: boolean, scopes: readonly KeyScope[]): void {
  if (!isLive || !scopes.includes('submit') || !scopes.includes('approve')) return
  refuse(
    'a live API key with both the scopes submit and approve pays out alone when it leaks: make two keys, or say that you want this one (--submit-and-approve)'
  )
}

function checkLimit(what: string, limit: bigint | number | null, most: bigint | number): void {
  if (limit !== null && !(limit > 0 && limit <= most && (typeof limit === 'bigint' || Number.isInteger(limit))))
    refuse(`the greatest ${what} must be above zero and at most ${most}`)
}

function readRange(text: string): string {
  return parseAddressRange(text) ?? refuse(`${JSON.stringify(text)} is no address or range of addresses like 203.0.113.0/24`)
}

function refuse(message: string): never {
  throw new ApiError('DPAY_INVALID_REQUEST', { message })
}
