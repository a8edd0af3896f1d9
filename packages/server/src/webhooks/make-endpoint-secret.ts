import { randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'

/** Makes a secret as Standard Webhooks writes it: `whsec_` and 32 random bytes in base64. */
export function makeEndpointSecret(): string {
  return PREFIX + randomBytes(32).toString('base64')
}

/** The bytes that an endpoint's secret stands for. */
export function readEndpointSecret(secret: string): Buffer {
  return Buffer.from(secret.slice(PREFIX.length), 'base64')
}
