import type { IncomingHttpHeaders } from 'node:http'
import { ApiError } from '../errors/api-error.js'

export const MAX_KEY_LENGTH = 255

export type IdempotencyKeys = {
  /** One HTTP request: `X-Idempotency-Key`, or `Idempotency-Key`, which means the same. */
  requestKey: string | undefined
  /** One batch, for ever: `idempotency_key`. */
  batchKey: string | undefined
}

/**
 * Reads both idempotency keys. An empty header counts as none: some clients send it so.
 *
 * @throws ApiError DPAY_INVALID_REQUEST when a key is too long, has characters that don't print, or is given twice with
 * different values
 */
export function readIdempotencyHeaders(headers: IncomingHttpHeaders): IdempotencyKeys {
  const spelledWithX = readKey(headers, 'X-Idempotency-Key')
  const spelledWithout = readKey(headers, 'Idempotency-Key')
  if (spelledWithX !== undefined && spelledWithout !== undefined && spelledWithX !== spelledWithout) {
    throw refuse('X-Idempotency-Key', 'and Idempotency-Key mean the same, but have different values')
  }
  return { requestKey: spelledWithX ?? spelledWithout, batchKey: readKey(headers, 'idempotency_key') }
}

function readKey(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name.toLowerCase()]
  if (value === undefined || value === '') return undefined
  if (typeof value !== 'string') throw refuse(name, 'is given more than once')
  if (value.length > MAX_KEY_LENGTH) throw refuse(name, `has ${value.length} characters; at most ${MAX_KEY_LENGTH} are allowed`)
  if (!/^[\x20-\x7e]+$/.test(value)) throw refuse(name, 'has characters other than printable ASCII')
  return value
}

function refuse(name: string, message: string): ApiError {
  return new ApiError('DPAY_INVALID_REQUEST', {
    message: `the header ${name} ${message}`,
    fieldErrors: [{ field: name, message }]
  })
}
