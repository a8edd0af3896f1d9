export type BarPart = {
  count: number
  /** What one cell is drawn with: parts are told apart where there are no colours, too. */
  glyph: string
  paint: (text: string) => string
}

/**
 * Draws counts as one bar. Each part that isn't empty gets at least one cell, so that three failures in a thousand are
 * still seen.
 *
 * @param width in characters
 */
export function formatBar(parts: BarPart[], width: number): string {
  const total = parts.reduce((sum, part) => sum + part.count, 0)
  if (total === 0) return '░'.repeat(width)
  const cells = parts.map((part) => (part.count === 0 ? 0 : Math.max(1, Math.round((part.count / total) * width))))
  const largest = cells.indexOf(Math.max(...cells))
  cells[largest]! += width - cells.reduce((sum, count) => sum + count, 0)
  return parts.map((part, index) => (cells[index]! > 0 ? part.paint(part.glyph.repeat(cells[index]!)) : '')).join('')
}
