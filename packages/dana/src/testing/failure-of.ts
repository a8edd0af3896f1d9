import { FetchError } from '../errors/fetch-error.js'
import { ResponseError } from '../errors/response-error.js'

/** The typed error that a call rejects with. Anything else, a success too, fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<ResponseError | FetchError> {
  const error = await call.then(
    (reply) => new Error(`the call succeeded: ${JSON.stringify(reply)}`),
    (reason: unknown) => reason
  )
  if (error instanceof ResponseError || error instanceof FetchError) return error
  throw error
}
