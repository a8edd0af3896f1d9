import { CsvError, parse } from 'csv-parse/sync'

/** One record of a CSV file: its fields without quotes and outer spaces, and the line on which it begins (from 1). */
export type CsvRecord = { line: number; fields: string[] }
/** A quote in the wrong place; the rest of that line could not be read. */
export type CsvFault = { line: number; message: string }

// Each fault means reading on from the next line. A file of nothing but faults would otherwise cost its square.
const MAX_FAULTS = 100

/**
 * Splits CSV text into records. After a misplaced quote it goes on with the next line, so that one fault does not hide
 * the others. Blank lines are left out but counted.
 *
 * @param text with '\n' as line end
 */
export function splitRecords(text: string, delimiter: string): { records: CsvRecord[]; faults: CsvFault[] } {
  const records: CsvRecord[] = []
  const faults: CsvFault[] = []
  let rest = text
  let linesBefore = 0
  while (faults.length < MAX_FAULTS) {
    const { endLine, fault } = readUntilFault(rest, delimiter, linesBefore, records)
    if (fault === undefined) return { records, faults }
    faults.push({ line: endLine + 1, message: fault })
    rest = skipLines(rest, endLine + 1 - linesBefore)
    linesBefore = endLine + 1
  }
  faults.push({ line: linesBefore, message: `more than ${MAX_FAULTS} misplaced quotes: the rest of the file was not read` })
  return { records, faults }
}

/** Reads as far as it goes. `endLine`: the last line of the last record that could be read. */
function readUntilFault(
  text: string,
  delimiter: string,
  linesBefore: number,
  records: CsvRecord[]
): { endLine: number; fault?: string } {
  let endLine = linesBefore
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      trim: true,
      on_record: (record: string[], { lines }) => {
        if (record.some((field) => field.trim() !== ''))
          records.push({ line: endLine + 1, fields: record.map((field) => field.trim()) })
        endLine = linesBefore + lines
        return null
      }
    })
    return { endLine }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { endLine, fault: describeFault(error) }
  }
}

function describeFault(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'a double quote opens here and never closes'
  return 'a double quote stands in the middle of a field: put the whole field in quotes and double the quotes inside it'
}

function skipLines(text: string, count: number): string {
  let position = 0
  for (let line = 0; line < count; line++) {
    const next = text.indexOf('\n', position)
    if (next === -1) return ''
    position = next + 1
  }
  return text.slice(position)
}
