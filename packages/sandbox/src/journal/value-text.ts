/**
 * Writes a value as one line of JSON that {@link readValue} turns back into the same: bigints, maps and sets beside what JSON
 * has. Each of those is an object with one key that begins with `$`; an object that has such keys of its own is written as
 * its pairs, so that nothing a merchant sends can pass for one.
 */
export function writeValue(value: unknown): string {
  return JSON.stringify(toPlain(value))
}

/** Reads what {@link writeValue} wrote. */
export function readValue(text: string): unknown {
  return fromPlain(JSON.parse(text))
}

function toPlain(value: unknown): unknown {
  if (typeof value === 'bigint') return { $bigint: value.toString() }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(toPlain)
  if (value instanceof Map) return { $map: [...value].map(([key, item]) => [key, toPlain(item)]) }
  if (value instanceof Set) return { $set: [...value] }
  const pairs = Object.entries(value).map(([key, item]): [string, unknown] => [key, toPlain(item)])
  return pairs.some(([key]) => key.startsWith('$')) ? { $object: pairs } : Object.fromEntries(pairs)
}

function fromPlain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(fromPlain)
  const pairs = Object.entries(value)
  const [[key, content] = [undefined, undefined]] = pairs
  if (key === '$bigint') return BigInt(content as string)
  if (key === '$map') return new Map((content as [unknown, unknown][]).map(([name, item]) => [name, fromPlain(item)]))
  if (key === '$set') return new Set(content as unknown[])
  const entries = key === '$object' ? (content as [string, unknown][]) : pairs
  return Object.fromEntries(entries.map(([name, item]) => [name, fromPlain(item)]))
}
