const REDACTED = '[redacted]'

/** Headers that let whoever has them act as the merchant or the user. Lower case. */
const SECRET_HEADERS = new Set(['authorization-customer', 'authorization', 'x-signature'])

/** Fields of bodies that do, at any depth; `value` only in what a user resource is. */
const SECRET_FIELDS = new Set([
  'accessToken',
  'refreshToken',
  'authCode',
  'clientSecret',
  'signature',
  'cardToken',
  'merchantToken',
  'tokenId'
])

/** A copy of headers without their secrets. */
export function redactHeaders(headers: unknown): Record<string, string> {
  // An override may give them in any form that fetch takes.
  const entries = Array.isArray(headers) || headers instanceof Headers ? [...headers] : Object.entries(headers ?? {})
  return Object.fromEntries(
    entries.map(([name, value]) => [name, SECRET_HEADERS.has(name.toLowerCase()) ? REDACTED : String(value)])
  )
}

/** A copy of a body, given as its JSON text or as data, without its secrets. A text that is no JSON is shown by its length only. */
export function redactBody(body: unknown): unknown {
  if (typeof body !== 'string') return redact(body)
  try {
    return redact(JSON.parse(body))
  } catch {
    return `[${body.length} characters that are no JSON]`
  }
}

function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact)
  if (typeof value !== 'object' || value === null) return value
  // A user resource: a one-time token, a phone number, an identity card.
  const isResource = Object.hasOwn(value, 'resourceType')
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => {
      const isSecret = SECRET_FIELDS.has(name) || (isResource && name === 'value')
      return [name, isSecret && field !== undefined && field !== null ? REDACTED : redact(field)]
    })
  )
}
