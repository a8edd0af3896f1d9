import { Buffer } from 'node:buffer'
import { createHash, type KeyObject, randomUUID, sign } from 'node:crypto'

/** A merchant who has nothing but Node's crypto: no code of ours signs what the sandbox verifies. */
export type MerchantClient = {
  /** Sends a body, signed, as the profile of the path has it. */
  call(path: string, body: unknown, options?: CallOptions): Promise<Called>
  /** Sends an envelope of Open API 2.0. */
  callOpenApi(path: string, head: object, body: unknown, options?: { requestText?: string; signature?: string }): Promise<Called>
}

export type CallOptions = {
  /** Added to the headers; undefined takes one away. */
  headers?: Record<string, string | undefined>
  /** The user's, for the operations that act for one. */
  accessToken?: string
  timestamp?: string
  /** Instead of POST. */
  method?: string
  /** What is sent, when it is not the body as JSON. */
  text?: string
  /** What is signed instead of the right text, made from the parts. */
  stringToSign?: (parts: { path: string; hash: string; timestamp: string; text: string }) => string
  key?: KeyObject
  /** Signed as the request for a token is. */
  isTokenRequest?: boolean
  signal?: AbortSignal
}

export type Called = { status: number; headers: Headers; text: string; body: Record<string, unknown> }

type Merchant = { url: () => string; partnerId: string; key: KeyObject; clientSecret: string; now?: () => number }

/** Makes a merchant's client. */
export function createMerchantClient({ url, partnerId, key, clientSecret, now = Date.now }: Merchant): MerchantClient {
  const post = async (
    path: string,
    text: string,
    headers: Record<string, string>,
    options: CallOptions = {}
  ): Promise<Called> => {
    const method = options.method ?? 'POST'
    const response = await fetch(url() + path, {
      method,
      headers,
      ...(method === 'GET' ? {} : { body: text }),
      ...(options.signal === undefined ? {} : { signal: options.signal })
    })
    const answer = await response.text()
    return { status: response.status, headers: response.headers, text: answer, body: parse(answer) }
  }
  return {
    call(path, body, options = {}) {
      const timestamp = options.timestamp ?? jakartaTime(now())
      const text = options.text ?? JSON.stringify(body)
      const hash = createHash('sha256').update(text).digest('hex')
      const right = options.isTokenRequest ? `${partnerId}|${timestamp}` : `POST:${path.split('?')[0]}:${hash}:${timestamp}`
      const stringToSign = options.stringToSign?.({ path, hash, timestamp, text }) ?? right
      const headers = {
        'Content-Type': 'application/json',
        'X-TIMESTAMP': timestamp,
        'X-SIGNATURE': signText(stringToSign, options.key ?? key),
        'X-PARTNER-ID': partnerId,
        ...(options.isTokenRequest
          ? { 'X-CLIENT-KEY': partnerId }
          : { ORIGIN: 'https://shop.example.id', 'X-EXTERNAL-ID': randomUUID(), 'CHANNEL-ID': `${partnerId}-SERVER` }),
        ...(options.accessToken === undefined ? {} : { 'Authorization-Customer': `Bearer ${options.accessToken}` }),
        ...options.headers
      }
      const present = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined)
      return post(path, text, Object.fromEntries(present), options)
    },
    callOpenApi(path, head, body, options = {}) {
      const request = {
        head: {
          version: '2.0',
          function: path.slice(1).replace('.htm', '').replaceAll('/', '.'),
          clientId: partnerId,
          clientSecret,
          reqTime: jakartaTime(now()),
          reqMsgId: randomUUID(),
          reserve: '{}',
          ...head
        },
        body
      }
      const requestText = options.requestText ?? JSON.stringify(request)
      const signature = options.signature ?? signText(requestText, key)
      return post(path, `{"request":${requestText},"signature":"${signature}"}`, { 'Content-Type': 'application/json' })
    }
  }
}

/** RSA with SHA-256, PKCS#1 v1.5, in base64. */
export function signText(text: string, key: KeyObject): string {
  return sign('RSA-SHA256', Buffer.from(text), key).toString('base64')
}

/** `YYYY-MM-DDTHH:mm:ss+07:00`. */
export function jakartaTime(epochMs: number): string {
  return `${new Date(epochMs + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}
