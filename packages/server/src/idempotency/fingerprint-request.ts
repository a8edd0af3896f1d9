import { createHash } from 'node:crypto'
import { ApiError } from '../errors/api-error.js'
import { canonicalJson } from './canonical-json.js'

export type RequestToFingerprint = {
  method: string
  /** With its identifiers, without the query. */
  path: string
  query: object
  /** As parsed; undefined where there is none. */
  body: unknown
  batchKey?: string | undefined
}

/**
 * Condenses what a request asks for into 32 bytes. The same request sent again gives the same ones, also when the order
 * of its JSON members or of its query has changed; any other difference gives others.
 *
 * @throws ApiError DPAY_INVALID_REQUEST when the body is nested too deep
 */
export function fingerprintRequest(request: RequestToFingerprint): Buffer {
  const head = canonicalJson([request.method, request.path, request.query, request.batchKey ?? null])
  return createHash('sha256')
    .update(`${head}\n${canonicalBody(request.body)}`)
    .digest()
}

function canonicalBody(body: unknown): string {
  try {
    return canonicalJson(body ?? null)
  } catch (error) {
    if (error instanceof RangeError)
      throw new ApiError('DPAY_INVALID_REQUEST', { message: `error reading request body: ${error.message}` })
    throw error
  }
}
