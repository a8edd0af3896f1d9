import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../errors/api-error.js'
import { type OperationId, operations, requestSchemas } from '../generated/request-schemas.js'
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

/** What is refused for its size is still taken in and thrown away up to here: who is cut off while sending never reads why. */
const MAX_DISCARDED_BYTES = 67_108_864

/**
 * Reads the body of a request, as JSON whatever it says its content type is: existing clients send JSON under several,
 * or none. An operation to which the specification gives no body has none, whatever a client sends along.
 *
 * @throws ApiError REQUEST_BODY_TOO_LARGE over the limit of its route; DPAY_INVALID_REQUEST when it isn't JSON
 */
export async function readBody(request: FastifyRequest, payload: IncomingMessage): Promise<unknown> {
  const limitBytes = request.routeOptions.bodyLimit
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length
    if (sizeBytes <= limitBytes) chunks.push(chunk)
    else chunks.length = 0
    if (sizeBytes > limitBytes + MAX_DISCARDED_BYTES) break
  }
  if (sizeBytes > limitBytes) {
    throw new ApiError('REQUEST_BODY_TOO_LARGE', {
      message: `the request body is too large: at most ${limitBytes} bytes are allowed here`
    })
  }
  if (!takesBody(request)) return undefined
  const bytes = Buffer.concat(chunks)
  if (bytes.length <= SMALL_BODY_BYTES) return parseJson(bytes)
  request.largeBody = bytes
  return undefined
}

const OPERATIONS_WITH_BODY = new Set(
  Object.entries(operations)
    .filter(([id]) => 'body' in requestSchemas[id as OperationId])
    .map(([, { method, path }]) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`)
)

function takesBody({ method, routeOptions }: FastifyRequest): boolean {
  return OPERATIONS_WITH_BODY.has(`${method} ${routeOptions.url}`)
}
