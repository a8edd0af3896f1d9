/** Deeper than any body of the protocol, and far from what would overflow the stack. */
export const MAX_DEPTH = 32

/**
 * Writes a parsed JSON value so that equal values give equal text: members sorted, no white space.
 *
 * @throws RangeError when the value is nested more than {@link MAX_DEPTH} deep
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (depth >= MAX_DEPTH) throw new RangeError(`JSON is nested more than ${MAX_DEPTH} deep`)
  if (Array.isArray(value)) return `[${value.map((element) => canonicalJson(element, depth + 1)).join()}]`
  const members = value as Record<string, unknown>
  const names = Object.keys(members).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(members[name], depth + 1)}`).join()}}`
}
