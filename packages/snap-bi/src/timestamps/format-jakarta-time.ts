import { formatJakartaTimeMs } from './format-jakarta-time-ms.js'

/**
 * An instant as Jakarta's clocks show it, in the form of X-TIMESTAMP, whatever the time zone of the process:
 * `YYYY-MM-DDTHH:mm:ss+07:00`. The fraction of the second is dropped.
 *
 * @param epochMs milliseconds since 1970-01-01T00:00:00Z, in the years 0 to 9999
 * @throws {RangeError} when it is no such instant
 *
 * @example
 * formatJakartaTime(Date.parse('2026-01-15T03:04:05.678Z')) // '2026-01-15T10:04:05+07:00'
 */
export function formatJakartaTime(epochMs: number): string {
  const time = formatJakartaTimeMs(epochMs)
  return time.slice(0, 19) + time.slice(23)
}
