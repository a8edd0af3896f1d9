export type TableColumn = { heading: string; align?: 'left' | 'right' }

/**
 * Lays out rows as columns under their headings, as wide as their widest cell.
 *
 * @example
 * formatTable([{ heading: 'CODE' }, { heading: 'ITEMS', align: 'right' }], [['bca', '12']])
 * // CODE  ITEMS
 * // bca      12
 */
export function formatTable(columns: TableColumn[], rows: string[][]): string {
  const widths = columns.map((column, index) =>
    rows.reduce((widest, row) => Math.max(widest, countCells(row[index] ?? '')), countCells(column.heading))
  )
  const line = (cells: string[]) =>
    columns
      .map((column, index) => pad(cells[index] ?? '', widths[index]!, column.align ?? 'left'))
      .join('  ')
      .trimEnd()
  return [columns.map(({ heading }) => heading), ...rows].map(line).join('\n')
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - countCells(text)))
  return align === 'left' ? text + space : space + text
}

/** How many characters a terminal shows: colour codes take no room. */
function countCells(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences.
  return [...text.replace(/\u001b\[\d+(;\d+)*m/g, '')].length
}
