import { refuse } from '../../state/outcome.js'
import type { Operation } from '../call.js'
import { pick } from '../echo.js'
import { customerTokenOf } from './customer-token.js'
import { isOwn } from './is-own.js'
import { makeReferenceNo } from './make-reference-no.js'

/** Ends a binding from the merchant's side. */
export const accountUnbinding: Operation = async ({ merchant, headers, body }, { engine }) => {
  if (!isOwn(merchant, body)) return refuse(404, '08', 'merchant_unknown')
  const outcome = await engine.unbind({ partnerId: merchant.partnerId, accessToken: customerTokenOf(headers) })
  if (outcome.refused) return outcome
  return {
    refused: false,
    fields: {
      referenceNo: makeReferenceNo(engine.now()),
      ...pick(body, ['partnerReferenceNo', 'merchantId', 'subMerchantId', 'linkId']),
      unlinkResult: 'success',
      additionalInfo: {}
    }
  }
}
