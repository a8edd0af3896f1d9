import { parseResponseCode, SNAP_CASES } from '@arus/snap-bi'
import { type Refusal, refuse } from '../state/outcome.js'

/** Whose value means what. */
export type MagicOperation = 'widgetPayment' | 'refundOrder' | 'cancelOrder' | 'queryPayment'

const SERVICE_CODES: Readonly<Record<MagicOperation, string>> = {
  widgetPayment: '54',
  refundOrder: '58',
  cancelOrder: '57',
  queryPayment: '55'
}

type Values = { amount?: unknown; refundAmount?: unknown; originalPartnerReferenceNo?: unknown; serviceCode?: unknown }

/**
 * The outcome that a request asks for by a magic value, as in DANA's sandbox. A value counts only if it names the service of
 * this very operation, and a case of the standard that is no success: so codes that nobody listed work too, and an honest
 * amount of Rp 505.800 for a new order stays one.
 *
 * - widgetPayment and refundOrder: an amount of six digits, which is the wanted code without the middle digit of its status.
 *   `505400.00` asks for 5005400.
 * - cancelOrder: the wanted code itself as the `originalPartnerReferenceNo`.
 * - queryPayment: the `serviceCode` `AZ` asks for 5005501.
 *
 * @returns undefined when the request asks for nothing
 *
 * @example
 * findMagicOutcome('widgetPayment', { amount: { value: '445408.00', currency: 'IDR' } }) // 404, '08'
 */
export function findMagicOutcome(operationId: string, body: Values): Refusal | undefined {
  switch (operationId) {
    case 'widgetPayment':
      return namedOutcome(operationId, codeOfAmount(body.amount))
    case 'refundOrder':
      return namedOutcome(operationId, codeOfAmount(body.refundAmount))
    case 'cancelOrder':
      return namedOutcome(operationId, body.originalPartnerReferenceNo)
    case 'queryPayment':
      return body.serviceCode === 'AZ' ? namedOutcome(operationId, '5005501') : undefined
    default:
      return undefined
  }
}

function namedOutcome(operationId: MagicOperation, code: unknown): Refusal | undefined {
  const parts = parseResponseCode(code)
  if (parts === undefined || parts.serviceCode !== SERVICE_CODES[operationId] || parts.httpStatus === 200) return undefined
  const { httpStatus, caseCode } = parts
  const isKnown = SNAP_CASES.some((known) => known.httpStatus === httpStatus && known.caseCode === caseCode)
  return isKnown ? refuse(httpStatus, caseCode, 'magic_value') : undefined
}

/** `505400.00`, of which the status has lost its middle digit: always 0 in the codes that the sandbox obeys. */
function codeOfAmount(amount: unknown): string | undefined {
  const [, first, rest] = /^([1-5])(\d{5})\.00$/.exec(amountText(amount)) ?? []
  return first === undefined ? undefined : `${first}0${rest}`
}

function amountText(amount: unknown): string {
  const value = (amount as { value?: unknown } | null | undefined)?.value
  return typeof value === 'string' ? value : ''
}
