import { type AnyDurianpayError, isDurianpayError } from '../errors.js'

/** The typed error that a call rejects with. Anything else, a success too, fails the test. */
export async function rejectionOf(call: Promise<unknown>): Promise<AnyDurianpayError> {
  const error = await call.then(
    () => new Error('the call succeeded'),
    (reason: unknown) => reason
  )
  if (!isDurianpayError(error)) throw error
  return error
}
