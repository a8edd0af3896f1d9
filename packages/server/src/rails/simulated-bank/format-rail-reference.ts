/** Writes the simulated bank's own number for a transfer as it names it in answers: `SB000000000042`. */
export function formatRailReference(id: bigint): string {
  return `SB${id.toString().padStart(12, '0')}`
}
