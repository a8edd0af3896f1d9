import type { Failure } from '../requests/failure.js'
import type { FetchParams } from '../runtime/http-types.js'

/** Which try of which call something is told of. */
export type TryName = {
  /** `widgetPayment`. */
  operation: string
  /** 1 for the first try. */
  attempt: number
  /** X-EXTERNAL-ID, or the Open API's reqMsgId. */
  externalId: string | undefined
}

/** What the sender tells, secrets and all. {@link redactingHooks} is what stands between it and a user's hooks. */
export type CallHooks = {
  request?: ((name: TryName, params: FetchParams) => void) | undefined
  response?: ((name: TryName, answer: { status: number; body: unknown; durationMs: number }) => void) | undefined
  retry?: ((name: TryName, failure: Failure, delayMs: number) => void) | undefined
}
