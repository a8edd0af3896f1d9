/**
 * Writes rows as CSV that a spreadsheet shows as it stands. A cell that a spreadsheet would take for a formula (`=`,
 * `+`, `-`, `@`, a tab or a line break first) gets an apostrophe before it: names and notes come from others, and a
 * formula in them would run on the computer of whoever opens the file. Plain numbers, negative ones too, stay as they are.
 *
 * @example
 * formatCsv(['name'], [['=HYPERLINK("http://evil")']]) // "name\r\n\"'=HYPERLINK(\"\"http://evil\"\")\"\r\n"
 */
export function formatCsv(headings: string[], rows: string[][]): string {
  return [headings, ...rows].map((cells) => `${cells.map(formatCell).join(',')}\r\n`).join('')
}

function formatCell(text: string): string {
  const isFormula = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text)
  const safe = isFormula ? `'${text}` : text
  return /[",\r\n;\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
