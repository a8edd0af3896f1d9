import { printText } from '../source/print-text.js'
import { referencedName } from '../specification/referenced-schema.js'
import type { Schema } from '../specification/specification.js'

const TYPES: Record<string, string> = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean', null: 'null' }

/** Writes a schema as a TypeScript type, in place: a name where it refers to a component. */
export function emitType(schema: Schema): string {
  const name = referencedName(schema)
  if (name !== undefined) return name
  if (schema.const !== undefined) return emitConstant(schema.const)
  if (schema.enum !== undefined) return schema.enum.map(emitConstant).join(' | ')
  const alternatives = schema.oneOf ?? schema.anyOf
  if (alternatives !== undefined) return alternatives.map(emitType).join(' | ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => emitType({ ...schema, type })).join(' | ')
  if (schema.type === 'array') return emitList(emitType(schema.items ?? {}))
  if (schema.type === 'object') return 'Record<string, unknown>'
  const type = TYPES[schema.type ?? '']
  if (type === undefined) throw new Error(`no TypeScript type is known for ${JSON.stringify(schema)}`)
  return type
}

function emitConstant(value: unknown): string {
  return typeof value === 'string' ? printText(value) : String(value)
}

function emitList(type: string): string {
  return type.includes(' ') ? `(${type})[]` : `${type}[]`
}
