import type { IncomingHttpHeaders } from 'node:http'

const FORWARDED_HEADERS = ['content-type', 'user-agent', 'webhook-id', 'webhook-timestamp', 'webhook-signature']
/** The sender waits 10 s for us. */
const FORWARD_TIMEOUT_MS = 9000

/** Hands a webhook on as it came, so that its signatures can be verified again. Answers the status of whoever took it, 502 when nobody did. */
export async function forwardDelivery(url: string, rawBody: Buffer, headers: IncomingHttpHeaders): Promise<number> {
  const kept = FORWARDED_HEADERS.flatMap((name) =>
    typeof headers[name] === 'string' ? [[name, headers[name]] as [string, string]] : []
  )
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: Object.fromEntries(kept),
      body: new Uint8Array(rawBody),
      redirect: 'manual',
      signal: AbortSignal.timeout(FORWARD_TIMEOUT_MS)
    })
    await response.body?.cancel()
    return response.status
  } catch {
    return 502
  }
}
