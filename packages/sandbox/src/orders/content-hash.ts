import { createHash } from 'node:crypto'

/**
 * A hash of what a request says, whatever the order of its keys: two requests of one hash ask for the same. A null says as
 * little as an absent key; dana-node sends the one where others send the other.
 */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const pairs = Object.entries(value).filter(([, item]) => item !== undefined && item !== null)
  pairs.sort(([first], [second]) => (first < second ? -1 : first > second ? 1 : 0))
  return `{${pairs.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}
