import type { PayrollFinding } from './payroll-file.js'

/** Where each column stands in a file, and how its header spells it. */
export type HeaderPlaces<Column extends string> = Map<Column, { index: number; heading: string }>

/** What is known of a file's columns: every spelling that is taken, in lower case with underscores. */
export type Spellings<Column extends string> = Record<Column, readonly string[]>

/**
 * Matches a header with the columns that a reader knows: any order, any letter case, spaces or hyphens for underscores.
 * Missing and repeated columns are problems, unknown ones are warnings, each by name.
 */
export function matchHeader<Column extends string>(
  header: string[],
  line: number,
  { spellings, mandatory }: { spellings: Spellings<Column>; mandatory: readonly Column[] }
): { places: HeaderPlaces<Column>; problems: PayrollFinding[]; warnings: PayrollFinding[] } {
  const places: HeaderPlaces<Column> = new Map()
  const problems: PayrollFinding[] = []
  const warnings: PayrollFinding[] = []
  for (const [index, heading] of header.entries()) {
    if (heading === '') continue
    const column = columnOf(heading, spellings)
    const earlier = column === undefined ? undefined : places.get(column)
    if (column === undefined) {
      warnings.push({ line, column: heading, message: 'this column is not known and was left out' })
    } else if (earlier !== undefined) {
      problems.push({
        line,
        column: heading,
        message: `this column is there twice: column ${earlier.index + 1} ("${earlier.heading}") says the same`
      })
    } else {
      places.set(column, { index, heading })
    }
  }
  for (const column of mandatory) {
    if (!places.has(column)) problems.push({ line, column, message: 'this column is missing from the header' })
  }
  return { places, problems, warnings }
}

/** The delimiter under which the header line shows the most known columns; a comma when none shows any. */
export function guessDelimiterOf<Column extends string>(headerLine: string, spellings: Spellings<Column>): ',' | ';' | '\t' {
  const known = (delimiter: string) =>
    headerLine.split(delimiter).filter((heading) => columnOf(heading.replaceAll('"', ''), spellings) !== undefined).length
  return ([',', ';', '\t'] as const).reduce((best, delimiter) => (known(delimiter) > known(best) ? delimiter : best))
}

function columnOf<Column extends string>(heading: string, spellings: Spellings<Column>): Column | undefined {
  const word = heading
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_')
  return (Object.keys(spellings) as Column[]).find((column) => spellings[column].includes(word))
}
