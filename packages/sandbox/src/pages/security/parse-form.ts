/** The fields of a form as browsers send them. A name that is there twice counts once, with its first value. */
export type Form = ReadonlyMap<string, string>

/** Reads `application/x-www-form-urlencoded`, or the query of an address. */
export function parseForm(text: string): Form {
  const fields = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(text)) if (!fields.has(name)) fields.set(name, value)
  return fields
}
