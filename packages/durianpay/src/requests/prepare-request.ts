import { InvalidArgumentError } from '../errors.js'
import type { Call } from './call.js'
import type { Transport } from './transport.js'
import type { PreparedRequest } from './try-request.js'
import { VERSION } from './version.js'

/** Makes a call's address, headers and body, once for all its tries. */
export function prepareRequest(transport: Transport, call: Call<unknown>): PreparedRequest {
  const headers: Record<string, string> = {
    accept: 'application/json',
    authorization: `Basic ${Buffer.from(`${transport.apiKey}:`).toString('base64')}`,
    'user-agent': `arus-durianpay/${VERSION}`,
    ...call.headers
  }
  if (call.requestKey !== undefined) headers['x-idempotency-key'] = call.requestKey
  if (call.body !== undefined) headers['content-type'] = 'application/json'
  return {
    url: `${transport.baseUrl}${call.path}${queryText(call.query)}`,
    init: {
      method: call.method,
      headers,
      // A redirect would carry the key, and a POST, to an address that the caller never named.
      redirect: 'manual',
      ...(call.body === undefined ? {} : { body: bodyText(call.body) })
    }
  }
}

function queryText(query: Call<unknown>['query'] = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value))
  return parameters.size === 0 ? '' : `?${parameters}`
}

function bodyText(body: unknown): string {
  try {
    return JSON.stringify(body)
  } catch (error) {
    // A BigInt or a circle. Amounts are decimal strings on the wire.
    throw new InvalidArgumentError('body', `can't be written as JSON: ${(error as Error).message}`)
  }
}
