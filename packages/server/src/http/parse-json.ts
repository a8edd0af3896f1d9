import { ApiError } from '../errors/api-error.js'

const UTF8 = new TextDecoder('utf-8', { fatal: true })
/** Escapes that may stand for text which PostgreSQL can't store: U+0000, and half of a surrogate pair. */
const SUSPICIOUS_ESCAPE = /\\u(0000|d[89a-f])/i
const UNSTORABLE_TEXT = /[\0\p{Surrogate}]/u

/**
 * Reads a request body. No body at all is undefined; some clients send GET, DELETE and approve with an empty one.
 *
 * @throws ApiError DPAY_INVALID_REQUEST when it is no JSON in UTF-8, or holds characters that can't be stored
 */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined
  let text: string
  let value: unknown
  try {
    text = UTF8.decode(bytes)
    value = JSON.parse(text)
  } catch {
    throw new ApiError('DPAY_INVALID_REQUEST', { message: 'error reading request body: it is not valid JSON' })
  }
  if (SUSPICIOUS_ESCAPE.test(text)) refuseUnstorableText(value)
  return value
}

function refuseUnstorableText(value: unknown): void {
  const field = findUnstorableText(value)
  if (field === undefined) return
  const message = 'holds a character that is not allowed (U+0000, or half of a surrogate pair)'
  throw new ApiError('DPAY_INVALID_REQUEST', {
    message: `invalid fields: ${field} ${message}`,
    fieldErrors: [{ field, message }]
  })
}

/** Finds the path of the first such text, without recursion: nesting may be deeper than the stack. */
function findUnstorableText(body: unknown): string | undefined {
  const waiting: { path: string; value: unknown }[] = [{ path: '', value: body }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, value } = next
    if (typeof value === 'string' && UNSTORABLE_TEXT.test(value)) return path === '' ? 'body' : path
    if (value === null || typeof value !== 'object') continue
    for (const [name, member] of Object.entries(value)) {
      if (UNSTORABLE_TEXT.test(name)) return path === '' ? 'body' : path
      waiting.push({ path: joinPath(path, name, Array.isArray(value)), value: member })
    }
  }
  return undefined
}

function joinPath(path: string, name: string, isIndex: boolean): string {
  if (isIndex) return `${path}[${name}]`
  return path === '' ? name : `${path}.${name}`
}
