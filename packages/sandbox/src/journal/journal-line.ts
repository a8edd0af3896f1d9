import { createHash } from 'node:crypto'
import { readValue, writeValue } from './value-text.js'

const LINE = /^\["([0-9a-f]{16})",(.*)\]$/s

/** A value as a line of the journal: a JSON array of a checksum and the value. Ends with a newline. */
export function writeLine(value: unknown): string {
  const text = writeValue(value)
  return `["${checksum(text)}",${text}]\n`
}

/**
 * Reads a line, without its newline.
 *
 * @returns undefined when it isn't exactly what was written once
 */
export function readLine(line: string): { readonly value: unknown } | undefined {
  const [, sum, text] = LINE.exec(line) ?? []
  if (sum === undefined || text === undefined || checksum(text) !== sum) return undefined
  return { value: readValue(text) }
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
