import { printText } from '../source/print-text.js'
import type { Schema } from '../specification/specification.js'

/** Writes a schema's description and example as a doc comment; nothing where it has none. */
export function emitComment({ description, example }: Schema, indent: string): string {
  const lines = description?.trim().split('\n') ?? []
  const said = typeof example === 'string' ? printText(example) : String(example)
  if (example !== undefined && example !== '') lines.push('', `@example ${said}`)
  // A description that said "*/" would end the comment.
  const safe = lines.map((line) => line.replaceAll('*/', '*\\/'))
  if (safe.length === 0) return ''
  if (safe.length === 1) return `${indent}/** ${safe[0]} */\n`
  return `${indent}/**\n${safe.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`
}
