/**
 * Writes a span of time for people.
 *
 * @example
 * formatDuration(850)    // '850 ms'
 * formatDuration(12_340) // '12.3 s'
 */
export function formatDuration(spanMs: number): string {
  if (spanMs < 1000) return `${Math.round(spanMs)} ms`
  if (spanMs < 100_000) return `${(spanMs / 1000).toFixed(1)} s`
  return `${Math.floor(spanMs / 60_000)} min ${Math.round((spanMs % 60_000) / 1000)} s`
}
