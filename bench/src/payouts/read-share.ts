/** The value that so large a share of all values does not exceed: 0.99 for p99, 1 for the largest. */
export function readShare(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN
}
