import { formatJakartaTime } from '@arus/snap-bi'
import { refuse } from '../../state/outcome.js'
import type { Operation } from '../call.js'
import { pick } from '../echo.js'
import { textOf } from './find-order.js'
import { isOwn } from './is-own.js'

/** Cancels an order; what was paid goes back. */
export const cancelOrder: Operation = async ({ merchant, body }, { engine }) => {
  if (!isOwn(merchant, body)) return refuse(404, '08', 'merchant_unknown')
  const [referenceNo, reason] = [textOf(body.originalReferenceNo), textOf(body.reason)]
  const outcome = await engine.cancelOrder({
    merchantId: merchant.merchantId,
    partnerReferenceNo: textOf(body.originalPartnerReferenceNo),
    ...(referenceNo === '' ? {} : { referenceNo }),
    ...(reason === '' ? {} : { reason })
  })
  if (outcome.refused) return outcome
  const { order } = outcome
  return {
    refused: false,
    fields: {
      originalReferenceNo: order.referenceNo,
      originalPartnerReferenceNo: order.partnerReferenceNo,
      ...pick(body, ['originalExternalId']),
      cancelTime: formatJakartaTime(order.cancelledAt ?? engine.now()),
      transactionDate: formatJakartaTime(order.paidAt ?? order.createdAt),
      additionalInfo: {}
    }
  }
}
