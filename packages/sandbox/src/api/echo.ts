import type { Refusal } from '../state/outcome.js'
import type { OperationTable } from './operation-table.js'

type Name = OperationTable['operationId']

/** What of a request an answer repeats also where it is a refusal: the fields that its model has as mandatory. */
const ECHOED: Readonly<Partial<Record<Name, readonly string[]>>> = {
  cancelOrder: ['originalReferenceNo', 'originalPartnerReferenceNo', 'originalExternalId'],
  queryPayment: ['originalPartnerReferenceNo', 'originalReferenceNo', 'originalExternalId', 'serviceCode'],
  refundOrder: ['originalReferenceNo', 'originalPartnerReferenceNo', 'originalExternalId', 'partnerRefundNo', 'refundAmount'],
  widgetPayment: ['partnerReferenceNo']
}

/** The fields beside the code and the message of a refusal. */
export function echoOf(operationId: Name, body: Record<string, unknown>, refusal: Refusal): Record<string, unknown> {
  const isUnknown = operationId === 'queryPayment' && refusal.httpStatus === 404 && refusal.caseCode === '01'
  return { ...pick(body, ECHOED[operationId] ?? []), ...(isUnknown ? { latestTransactionStatus: '07' } : {}) }
}

/** Those of the fields that say something. */
export function pick(body: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.flatMap((name) => (body[name] === undefined || body[name] === null ? [] : [[name, body[name]] as const]))
  )
}
