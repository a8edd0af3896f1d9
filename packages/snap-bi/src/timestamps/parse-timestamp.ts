const TIMESTAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/

/**
 * Reads a timestamp of the protocol: `YYYY-MM-DDTHH:mm:ss`, a fraction or none, and an offset or `Z`. Strict, unlike
 * `Date.parse`: a time without a zone, a day that its month lacks and 24:00 are none.
 *
 * @returns milliseconds since 1970-01-01T00:00:00Z (what is finer is dropped), or undefined when it is no such text
 *
 * @example
 * parseTimestamp('2026-01-15T10:04:05+07:00') // 1768446245000
 * parseTimestamp('2026-02-30T10:04:05+07:00') // undefined
 */
export function parseTimestamp(text: string): number | undefined {
  const [, local, fraction = '.0', sign, hours, minutes] = TIMESTAMP.exec(text) ?? []
  const localMs = Date.parse(`${local}Z`)
  // Some engines take 30 February for 2 March, and 24:00 for the next day.
  if (Number.isNaN(localMs) || new Date(localMs).getUTCDate() !== Number(local!.slice(8, 10))) return undefined
  const offsetMs = sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000
  return localMs + Number(`${fraction}00`.slice(1, 4)) - offsetMs
}
