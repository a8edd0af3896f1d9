import { formatJakartaTime } from '@arus/snap-bi'
import type { Money } from '../../state/order.js'
import { refuse } from '../../state/outcome.js'
import type { Operation } from '../call.js'
import { pick } from '../echo.js'
import { toMoney } from '../money.js'
import { textOf } from './find-order.js'
import { isOwn } from './is-own.js'

/** Gives an order's money back, whole or in part. */
export const refundOrder: Operation = async ({ merchant, body }, { engine }) => {
  if (!isOwn(merchant, body)) return refuse(404, '08', 'merchant_unknown')
  const [referenceNo, reason] = [textOf(body.originalReferenceNo), textOf(body.reason)]
  const outcome = await engine.refundOrder({
    merchantId: merchant.merchantId,
    partnerReferenceNo: textOf(body.originalPartnerReferenceNo),
    partnerRefundNo: textOf(body.partnerRefundNo),
    refundAmount: body.refundAmount as Money,
    ...(referenceNo === '' ? {} : { referenceNo }),
    ...(reason === '' ? {} : { reason })
  })
  if (outcome.refused) return outcome
  const { order, refund } = outcome
  return {
    refused: false,
    fields: {
      originalReferenceNo: order.referenceNo,
      originalPartnerReferenceNo: order.partnerReferenceNo,
      ...pick(body, ['originalExternalId', 'originalCaptureNo']),
      refundNo: refund.refundNo,
      partnerRefundNo: refund.partnerRefundNo,
      refundAmount: toMoney(refund.amountSen),
      refundTime: formatJakartaTime(refund.refundedAt),
      additionalInfo: {}
    }
  }
}
