import type { HTTPQuery } from './http-types.js'

/**
 * Writes a query: lists and sets repeat their key, nested objects become `key[inner]`, dates are ISO 8601.
 *
 * @example
 * querystring({ page: 1, tags: ['a', 'b'], filter: { status: 'paid' } }) // 'page=1&tags=a&tags=b&filter%5Bstatus%5D=paid'
 */
export function querystring(params: HTTPQuery, prefix = ''): string {
  return Object.entries(params)
    .map(([key, value]) => writeEntry(prefix === '' ? key : `${prefix}[${key}]`, value))
    .filter((part) => part !== '')
    .join('&')
}

function writeEntry(key: string, value: unknown): string {
  if (value instanceof Set) return writeEntry(key, [...value])
  if (Array.isArray(value)) {
    // An empty list still says its key, as dana-node's does.
    if (value.length === 0) return writePair(key, '')
    return value.map((element) => writePair(key, String(element))).join('&')
  }
  if (value instanceof Date) return writePair(key, value.toISOString())
  if (typeof value === 'object' && value !== null) return querystring(value as HTTPQuery, key)
  return writePair(key, String(value))
}

function writePair(key: string, value: string): string {
  return `${encodeURIComponent(key)}=${encodeURIComponent(value)}`
}
