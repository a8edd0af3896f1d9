import { refuse } from '../../state/outcome.js'
import type { Operation } from '../call.js'
import { pick } from '../echo.js'
import { misformed, missing } from '../field-refusals.js'
import { describeOrder } from './describe-order.js'
import { findOrder, textOf } from './find-order.js'

/** The service whose orders the sandbox has. */
const WIDGET_SERVICE = '54'

/** Tells how an order stands. */
export const queryPayment: Operation = async ({ merchant, body }, { engine }) => {
  const serviceCode = textOf(body.serviceCode)
  if (!/^\d\d$/.test(serviceCode)) return misformed('serviceCode')
  const references = [body.originalPartnerReferenceNo, body.originalReferenceNo, body.originalExternalId]
  if (references.every((reference) => textOf(reference) === '')) return missing('originalPartnerReferenceNo')
  await engine.closeExpired()
  const order = body.merchantId === merchant.merchantId ? findOrder(engine, merchant.merchantId, body) : undefined
  if (order === undefined || serviceCode !== WIDGET_SERVICE) return refuse(404, '01', 'order_unknown')
  // Nobody may hear of what a crash could still undo.
  await engine.settled()
  return {
    refused: false,
    fields: { ...pick(body, ['originalExternalId']), serviceCode },
    writtenFields: describeOrder(order, engine)
  }
}
