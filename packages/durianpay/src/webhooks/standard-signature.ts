import { createHmac } from 'node:crypto'
import { InvalidArgumentError } from '../errors.js'

/** Makes one `v1,…` entry of a `webhook-signature` header: HMAC-SHA256 over id, timestamp and body, joined by dots. */
export function standardSignature(parts: { id: string; timestamp: string; body: string; secret: string }): string {
  const hmac = createHmac('sha256', readSecret(parts.secret))
  return `v1,${hmac.update(`${parts.id}.${parts.timestamp}.${parts.body}`, 'utf8').digest('base64')}`
}

function readSecret(secret: unknown): Buffer {
  const match = typeof secret === 'string' ? /^(?:whsec_)?([A-Za-z0-9+/]+={0,2})$/.exec(secret) : null
  if (match === null) throw new InvalidArgumentError('secrets', 'must be endpoint secrets, whsec_ and base64')
  return Buffer.from(match[1]!, 'base64')
}
