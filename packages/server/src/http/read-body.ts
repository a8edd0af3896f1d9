import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../errors/api-error.js'
import { parseJson } from './parse-json.js'

/**
 * Bodies up to this size are parsed where they arrive, in about a millisecond. Larger ones would hold up other callers,
 * so they are left as bytes for another thread; only the submit route allows them.
 */
export const SMALL_BODY_BYTES = 262_144

declare module 'fastify' {
  interface FastifyRequest {
    /** The bytes of a body of more than {@link SMALL_BODY_BYTES}; `body` is undefined then. */
    largeBody: Buffer | undefined
  }
}

/**
 * Reads the body of a request, whatever it says its content type is: existing clients send JSON under several, or none.
 *
 * @throws ApiError REQUEST_BODY_TOO_LARGE over the limit of its route; DPAY_INVALID_REQUEST when it isn't JSON
 */
export async function readBody(request: FastifyRequest, payload: IncomingMessage): Promise<unknown> {
  const limitBytes = request.routeOptions.bodyLimit
  // Refused before it is read, when it says its length.
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw refuseSize(limitBytes)
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length
    if (sizeBytes > limitBytes) throw refuseSize(limitBytes)
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks)
  if (bytes.length <= SMALL_BODY_BYTES) return parseJson(bytes)
  request.largeBody = bytes
  return undefined
}

function refuseSize(limitBytes: number): ApiError {
  return new ApiError('REQUEST_BODY_TOO_LARGE', {
    message: `the request body is too large: at most ${limitBytes} bytes are allowed here`
  })
}
