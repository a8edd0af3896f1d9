/**
 * Reads a Retry-After header, in seconds or as a date.
 *
 * @returns milliseconds to wait from `nowMs`, or undefined when the header is absent or can't be read.
 */
export function readRetryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined
  const text = header.trim()
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  // Only the date form of HTTP begins with the day's name; Date.parse alone would take "1.5" for a day of May.
  const dateMs = /^[A-Z][a-z]{2},/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs)
}
