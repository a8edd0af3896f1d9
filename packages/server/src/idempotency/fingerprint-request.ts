import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.js'

export type RequestToFingerprint = {
  method: string
  /** With its identifiers, without the query. */
  path: string
  query: Readonly<Record<string, unknown>>
  /** As parsed; undefined where there is none. */
  body: unknown
  batchKey?: string | undefined
}

/**
 * Condenses what a request asks for into 32 bytes. The same request sent again gives the same ones, also when the order
 * of its JSON members or of its query has changed; any other difference gives others.
 *
 * @throws RangeError when the body is nested too deep
 */
export function fingerprintRequest(request: RequestToFingerprint): Buffer {
  const head = canonicalJson([request.method, request.path, request.query, request.batchKey ?? null])
  return createHash('sha256')
    .update(`${head}\n${canonicalJson(request.body ?? null)}`)
    .digest()
}
