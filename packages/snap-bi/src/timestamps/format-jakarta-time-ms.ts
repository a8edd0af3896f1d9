const JAKARTA_OFFSET_MS = 7 * 60 * 60 * 1000

/**
 * An instant as Jakarta's clocks show it, with milliseconds, whatever the time zone of the process: Jakarta has been seven
 * hours ahead, without summer time, since 1964.
 *
 * @param epochMs milliseconds since 1970-01-01T00:00:00Z, in the years 0 to 9999
 * @throws {RangeError} when it is no such instant
 *
 * @example
 * formatJakartaTimeMs(0) // '1970-01-01T07:00:00.000+07:00'
 */
export function formatJakartaTimeMs(epochMs: number): string {
  const utc = new Date(epochMs + JAKARTA_OFFSET_MS).toISOString()
  if (utc.length !== 24) throw new RangeError('A year of more than four digits has no SNAP timestamp')
  return `${utc.slice(0, -1)}+07:00`
}
