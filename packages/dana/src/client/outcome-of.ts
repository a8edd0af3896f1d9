import { parseResponseCode } from '@arus/snap-bi'
import { mayFollowASuccess } from '../requests/classify-response.js'
import { readResponseCode, readResultInfo } from '../requests/read-response-code.js'

/**
 * What a reply that resolved says of the call: DANA answers some refusals and what it has not finished with an HTTP status
 * that is a success, and then no error is thrown.
 *
 * - `success`: done (`200SS00`; of an Open API answer, result status `S`)
 * - `pending`: not known yet (`202SS00`, a 5xx code, a code that can't be read, one that may mean that an earlier request did
 *   it; result status `U`). Ask with `queryPayment` until it is; don't pay or refund again under a new reference.
 * - `refused`: DANA said no (any other code; result status `F`)
 *
 * Of a `queryPayment` reply it tells about the question, not about the order: that is `latestTransactionStatus`.
 *
 * @example
 * const reply = await dana.widgetApi.refundOrder(refund)
 * if (outcomeOf(reply) === 'pending') await askAgainLater()
 */
export function outcomeOf(reply: unknown): 'success' | 'pending' | 'refused' {
  const resultInfo = readResultInfo(reply)
  if (resultInfo !== undefined) return outcomeOfStatus(resultInfo.resultStatus)
  const code = parseResponseCode(readResponseCode(reply))
  if (code === undefined) return 'pending'
  if (code.httpStatus === 200) return 'success'
  return code.httpStatus >= 400 && code.httpStatus < 500 && !mayFollowASuccess(code) ? 'refused' : 'pending'
}

function outcomeOfStatus(resultStatus: unknown): 'success' | 'pending' | 'refused' {
  if (resultStatus === 'S') return 'success'
  return resultStatus === 'F' ? 'refused' : 'pending'
}
