import { WebhookVerificationError } from '../errors.js'

/** Request headers as web frameworks hand them on: the standard `Headers`, or Node's record, whatever the case of names. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Reads one header.
 *
 * @throws {WebhookVerificationError} `missing_field` when it is absent or empty
 */
export function readHeader(headers: WebhookHeaders, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : findHeader(headers, name)
  if (value === null || value === undefined || value === '') {
    throw new WebhookVerificationError('missing_field', `the header ${name} is missing`, name)
  }
  return value
}

function findHeader(headers: Readonly<Record<string, string | readonly string[] | undefined>>, name: string): string | undefined {
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
  return typeof value === 'object' ? value.join(' ') : value
}
