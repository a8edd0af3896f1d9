import { decodePayrollBytes } from '../payroll/decode-payroll-bytes.js'
import type { PayrollFinding } from '../payroll/payroll-file.js'
import { splitRecords } from '../payroll/split-records.js'
import type { MomentRules } from './read-moment.js'
import { readStatementRow } from './read-statement-row.js'
import { guessStatementDelimiter, matchStatementColumns } from './statement-columns.js'
import type { StatementFile } from './statement-file.js'

/** What the references of our payments begin with: an item's id. */
const OUR_REFERENCE = 'dis_item_'

/**
 * Reads a bank's statement: CSV with the columns that the banks here write, in any order and letter case, separated by
 * commas, semicolons or tabs. Never throws, never repairs and never guesses: every row that is not plainly right is named
 * with its line and column.
 *
 * @example
 * const file = readStatementFile(await readFile('july.csv'), { offset: '+07:00', isDayFirst: false })
 * if (file.problems.length > 0) …  // nothing may be reconciled
 */
export function readStatementFile(bytes: Uint8Array, rules: MomentRules): StatementFile {
  const file: StatementFile = { rows: [], returns: [], incomingCount: 0, totalSen: 0n, problems: [], warnings: [] }
  const decoded = decodePayrollBytes(bytes)
  if ('problem' in decoded) return withProblem(file, decoded.problem)
  const firstLine = decoded.text.split('\n').find((line) => line.trim() !== '') ?? ''
  const { records, faults } = splitRecords(decoded.text, guessStatementDelimiter(firstLine))
  for (const { line, message } of faults) file.problems.push({ line, column: null, message })
  const [header, ...rest] = records
  if (header === undefined) return faults.length > 0 ? file : withProblem(file, 'the file is empty')
  // Without the true header, every row below would be read wrongly.
  if (faults.some((fault) => fault.line < header.line)) return file
  const { places, problems, warnings } = matchStatementColumns(header.fields, header.line)
  file.problems.push(...problems)
  file.warnings.push(...warnings)
  if (problems.length > 0) return file
  const width = header.fields.findLastIndex((heading) => heading !== '') + 1
  let firstMark: { mark: 'point' | 'comma'; line: number } | undefined
  for (const record of rest) {
    const read = readStatementRow(record, width, places, rules, file.problems)
    if (read === undefined) continue
    if (read.mark !== undefined) firstMark ??= { mark: read.mark, line: record.line }
    if (firstMark !== undefined && read.mark !== undefined && read.mark !== firstMark.mark) {
      file.problems.push(describeMixedMarks(record.line, read.amountHeading, firstMark.line))
    }
    if (read.isIncoming && read.row.reference.startsWith(OUR_REFERENCE)) {
      file.returns.push(read.row)
    } else if (read.isIncoming) {
      file.incomingCount += 1
    } else {
      file.rows.push(read.row)
      file.totalSen += read.row.amountSen
    }
  }
  file.problems.sort((left, right) => (left.line ?? 0) - (right.line ?? 0))
  return file
}

/** One of the two was written or saved under another country's settings, and perhaps not only its marks are wrong. */
function describeMixedMarks(line: number, column: string, firstLine: number): PayrollFinding {
  return { line, column, message: `has another decimal mark than line ${firstLine}: a file must keep to one` }
}

function withProblem(file: StatementFile, message: string): StatementFile {
  file.problems.push({ line: null, column: null, message })
  return file
}
