import { setTimeout as delay } from 'node:timers/promises'

export type Answer = { status: number; isReplay: boolean; body: Record<string, unknown> }

export type CallCounts = { sent: number; unanswered: number; serverErrors: number; busy: number }

export type Call = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string }

const CALL_TIMEOUT_MS = 10_000
const RETRY_AFTER_MS = 250
/** What a client tries again with the same key: no answer, a fault of the server, a call under way elsewhere, too many. */
const AGAIN = new Set([408, 425, 429])

/**
 * Makes a client as merchants write them: it sends a call to one API process after the other, with the same idempotency key,
 * until one of them gives an answer that is one.
 *
 * @param readUrls the API processes that are up at this moment
 * @param counts is counted up, for the report
 */
export function createCaller(readUrls: () => string[], counts: CallCounts) {
  let turn = 0

  async function tryOnce(secretKey: string, { method, path, headers = {}, body }: Call): Promise<Answer | undefined> {
    const urls = readUrls()
    const url = urls[turn++ % Math.max(1, urls.length)]
    if (url === undefined) return undefined
    counts.sent += 1
    try {
      const response = await fetch(`${url}/v1${path}`, {
        method,
        headers: {
          authorization: `Basic ${Buffer.from(`${secretKey}:`).toString('base64')}`,
          'content-type': 'application/json',
          ...headers
        },
        ...(body === undefined ? {} : { body }),
        signal: AbortSignal.timeout(CALL_TIMEOUT_MS)
      })
      const answer = (await response.json()) as Record<string, unknown>
      return { status: response.status, isReplay: response.headers.get('idempotent-replayed') === 'true', body: answer }
    } catch {
      // Refused, reset, cut short or too late: whatever it was, nobody knows what was done.
      counts.unanswered += 1
      return undefined
    }
  }

  /** @throws where `signal` is aborted before there is an answer */
  return async (secretKey: string, call: Call, signal: AbortSignal): Promise<Answer> => {
    for (;;) {
      const answer = await tryOnce(secretKey, call)
      if (answer !== undefined && answer.status >= 500) counts.serverErrors += 1
      else if (answer !== undefined && (AGAIN.has(answer.status) || isInProgress(answer))) counts.busy += 1
      else if (answer !== undefined) return answer
      await delay(RETRY_AFTER_MS, undefined, { signal })
    }
  }
}

export type Caller = ReturnType<typeof createCaller>

/** 409 is also what a key that was used for another request gets, which no patience helps. */
function isInProgress({ status, body }: Answer): boolean {
  return status === 409 && body.error_code !== 'IDEMPOTENCY_KEY_REUSED'
}
