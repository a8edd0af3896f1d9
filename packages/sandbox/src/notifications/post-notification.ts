import type { Notification, NotificationMessage } from './notification.js'

/** What came of a request: either an answer or an error, which says why there is none. */
export type Posted = { status?: number; answer?: string; error?: string; isDelivered: boolean }

const MAX_ANSWER_BYTES = 65_536
/** Characters; a journal would carry them for long. */
const MAX_ANSWER_KEPT = 4_096

/**
 * Sends a notification, once. Delivered is what the merchant answered with 200 and DANA's word for success. A redirect is a
 * failure: a notification goes to the address that was given, or nowhere.
 */
export async function postNotification(
  { kind, url }: Pick<Notification, 'kind' | 'url'>,
  { headers, body }: NotificationMessage,
  { fetch, timeoutMs, signal }: { fetch: typeof globalThis.fetch; timeoutMs: number; signal: AbortSignal }
): Promise<Posted> {
  // A timer that the process doesn't wait for, as AbortSignal.timeout has it, could be the only thing left to do.
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs)
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout.signal])
    })
    const answer = await readAnswer(response)
    const error = faultOf(kind, response.status, answer)
    const kept = answer.length > MAX_ANSWER_KEPT ? `${answer.slice(0, MAX_ANSWER_KEPT)}…` : answer
    return {
      status: response.status,
      answer: kept,
      ...(error === undefined ? {} : { error }),
      isDelivered: error === undefined
    }
  } catch (error) {
    return { error: describeError(timeout.signal.aborted ? timeout.signal.reason : error), isDelivered: false }
  } finally {
    clearTimeout(timer)
  }
}

async function readAnswer({ body }: Response): Promise<string> {
  if (body === null) return ''
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let [text, size] = ['', 0]
  while (size < MAX_ANSWER_BYTES) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    text += decoder.decode(value.subarray(0, Math.max(0, value.byteLength - Math.max(0, size - MAX_ANSWER_BYTES))), {
      stream: true
    })
  }
  await reader.cancel()
  return `${text}…`
}

function faultOf(kind: Notification['kind'], status: number, answer: string): string | undefined {
  if (status >= 300 && status < 400) return `answered with a redirect (${status}), which nobody follows`
  if (status !== 200) return `answered with ${status}`
  const parsed = parse(answer)
  if (kind === 'unbindNotify') {
    const code = parsed?.response?.body?.resultInfo?.resultCodeId ?? parsed?.resultInfo?.resultCodeId
    return code === '00000000' ? undefined : `answered with resultCodeId ${code ?? '(none)'}, not 00000000`
  }
  return parsed?.responseCode === '2005600'
    ? undefined
    : `answered with responseCode ${parsed?.responseCode ?? '(none)'}, not 2005600`
}

type ResultInfo = { resultInfo?: { resultCodeId?: unknown } }
type Answer = ResultInfo & { responseCode?: unknown; response?: { body?: ResultInfo } }

function parse(text: string): Answer | undefined {
  try {
    return (JSON.parse(text) ?? undefined) as Answer | undefined
  } catch {
    return undefined
  }
}

/** fetch keeps the reason in the cause. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error
    ? `${error.message}: ${cause.message || ('code' in cause ? String(cause.code) : cause.name)}`
    : error.message
}
