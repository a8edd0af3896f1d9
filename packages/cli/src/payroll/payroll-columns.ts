import type { PayrollFinding } from './payroll-file.js'

/** A column that the reader knows, by the name that the protocol gives its field. */
export type PayrollColumn =
  | 'account_owner_name'
  | 'bank_code'
  | 'account_number'
  | 'amount'
  | 'email_recipient'
  | 'phone_number'
  | 'notes'
  | 'name'
  | 'description'

/** Every spelling that is taken, in lower case with underscores. */
const SPELLINGS: Record<PayrollColumn, string[]> = {
  account_owner_name: ['account_owner_name'],
  bank_code: ['bank_code'],
  account_number: ['account_number'],
  amount: ['amount'],
  email_recipient: ['email_recipient', 'email'],
  phone_number: ['phone_number', 'phone'],
  notes: ['notes'],
  name: ['batch_name', 'name'],
  description: ['description', 'batch_description']
}

export const MANDATORY_COLUMNS: PayrollColumn[] = ['account_owner_name', 'bank_code', 'account_number', 'amount']

const COLUMN_OF_SPELLING = new Map(
  (Object.entries(SPELLINGS) as [PayrollColumn, string[]][]).flatMap(([column, spellings]) =>
    spellings.map((spelling) => [spelling, column] as const)
  )
)

/** Where each column stands in the file, and how its header spells it. */
export type ColumnPlaces = Map<PayrollColumn, { index: number; heading: string }>

/**
 * Matches a header with the columns that the reader knows: any order, any letter case, spaces or hyphens for
 * underscores. Missing and repeated columns are problems, unknown ones are warnings, each by name.
 */
export function matchColumns(
  header: string[],
  line: number
): { places: ColumnPlaces; problems: PayrollFinding[]; warnings: PayrollFinding[] } {
  const places: ColumnPlaces = new Map()
  const problems: PayrollFinding[] = []
  const warnings: PayrollFinding[] = []
  for (const [index, heading] of header.entries()) {
    if (heading === '') continue
    const column = columnOf(heading)
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
  for (const column of MANDATORY_COLUMNS) {
    if (!places.has(column)) problems.push({ line, column, message: 'this column is missing from the header' })
  }
  return { places, problems, warnings }
}

/** The delimiter under which the header line shows the most known columns; a comma when none shows any. */
export function guessDelimiter(headerLine: string): ',' | ';' | '\t' {
  const known = (delimiter: string) =>
    headerLine.split(delimiter).filter((heading) => columnOf(heading.replaceAll('"', '')) !== undefined).length
  return ([',', ';', '\t'] as const).reduce((best, delimiter) => (known(delimiter) > known(best) ? delimiter : best))
}

function columnOf(heading: string): PayrollColumn | undefined {
  return COLUMN_OF_SPELLING.get(
    heading
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, '_')
  )
}
