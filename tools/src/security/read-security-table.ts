/** A line of the table in `docs/security.md`. */
export type SecurityTableLine = {
  line: number
  what: string
  how: string
  /** Path of a test file, from the repository's root. */
  file: string
  /** The titles that lead to the test: of its `describe`, where it has one, and its own. */
  titles: string[]
}

const HEADING = '| what | how | file | test |'

/**
 * Reads the table of what is defended.
 *
 * @throws Error when there is no such table, or a line of it has not four columns that say something
 */
export function readSecurityTable(document: string): SecurityTableLine[] {
  const lines = document.split('\n')
  const start = lines.indexOf(HEADING)
  if (start === -1) throw new Error(`there is no table that begins with ${HEADING}`)
  const end = lines.findIndex((text, index) => index > start && !text.startsWith('|'))
  return lines.slice(start + 2, end === -1 ? undefined : end).map((text, index) => readLine(text, start + 3 + index))
}

function readLine(text: string, line: number): SecurityTableLine {
  const [, what = '', how = '', file = '', test = '', rest, ...more] = text.split(/(?<!\\)\|/).map((cell) => cell.trim())
  if (what === '' || how === '' || file === '' || test === '' || rest !== '' || more.length > 0)
    throw new Error(`line ${line} must have four columns that say something: ${text}`)
  return { line, what, how, file, titles: test.replaceAll('\\|', '|').split(' › ') }
}
