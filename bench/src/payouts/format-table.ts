/** Writes a Markdown table. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

/** A whole number with separators of thousands, or one with as many decimals as asked for. */
export function formatNumber(value: number, decimals = 0): string {
  return value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}

/** The median, and the lowest to highest. */
export function formatSpread(values: readonly number[], decimals = 0): { median: string; spread: string } {
  const sorted = values.toSorted((a, b) => a - b)
  return {
    median: formatNumber(sorted[sorted.length >> 1]!, decimals),
    spread: `${formatNumber(sorted[0]!, decimals)} to ${formatNumber(sorted.at(-1)!, decimals)}`
  }
}
