import type { Dispatcher } from 'undici'

export type HttpCall = { method: 'GET' | 'POST'; path: string; body?: string }
export type HttpReply = { status: number; headers: Record<string, string | string[] | undefined>; text: string }

/** No bank has so much to say about one transfer. */
const MAX_CALL_REPLY_BYTES = 65_536

/**
 * Makes one HTTP call with a small answer. By undici's events, since its `request` makes two streams for each call: that was
 * most of what a call cost.
 *
 * @throws what undici says of a call without an answer; `code` tells which fault it is.
 */
export function callOverHttp(dispatcher: Dispatcher, { method, path, body }: HttpCall, signal: AbortSignal): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    let stopCall = (_reason: Error): void => {}
    const onAbort = () => {
      const reason = new Error('the call was given up')
      stopCall(reason)
      settle(() => reject(reason))
    }
    const settle = (end: () => void) => {
      signal.removeEventListener('abort', onAbort)
      end()
    }
    const reply: HttpReply = { status: 0, headers: {}, text: '' }
    const chunks: Buffer[] = []
    let bytes = 0
    signal.addEventListener('abort', onAbort)
    dispatcher.dispatch(
      { method, path, body: body ?? null, headers: body === undefined ? NO_HEADERS : JSON_HEADERS },
      {
        onRequestStart(controller) {
          // Given up while it waited for a connection: it must not be sent any more.
          if (signal.aborted) controller.abort(new Error('the call was given up'))
          else stopCall = (reason) => controller.abort(reason)
        },
        onResponseStart(_controller, status, headers) {
          reply.status = status
          reply.headers = headers
        },
        onResponseData(controller, chunk) {
          bytes += chunk.length
          if (bytes > MAX_CALL_REPLY_BYTES) controller.abort(new Error('the answer is too long'))
          else chunks.push(chunk)
        },
        onResponseEnd() {
          settle(() => resolve({ ...reply, text: Buffer.concat(chunks).toString() }))
        },
        onResponseError(_controller, error) {
          settle(() => reject(error))
        }
      }
    )
  })
}

const NO_HEADERS = {}
const JSON_HEADERS = { 'content-type': 'application/json' }
