import { ConstantName } from '../source/print-literal.js'
import { findSchema, referencedName } from '../specification/referenced-schema.js'
import type { Schema } from '../specification/specification.js'

/** What a validator makes nothing of. `format` goes too: the patterns beside it say the same, without a plug-in. */
const NOT_CHECKED = new Set(['description', 'title', 'example', 'examples', 'deprecated', 'discriminator', 'format'])

export type PlainOptions = {
  schemas: Record<string, Schema>
  /** The constant that holds a component's schema. */
  constantFor: (name: string) => string
  /** Whether a field that is not described is a fault: it is in our answers, and isn't in requests. */
  closed: boolean
}

/**
 * Turns a schema of the specification into one that ajv takes in strict mode: without words for people, `allOf` merged
 * into one object, and a type that may be null as two alternatives. References become names of constants.
 */
export function plainSchema(schema: Schema, options: PlainOptions): unknown {
  const name = referencedName(schema)
  if (name !== undefined) return new ConstantName(options.constantFor(name))
  if (schema.allOf !== undefined) return plainSchema(mergeObjects(options.schemas, schema), options)
  if (Array.isArray(schema.type)) {
    return { anyOf: schema.type.map((type) => plainSchema(type === 'null' ? { type } : { ...schema, type }, options)) }
  }
  const checked = Object.entries(schema).filter(([keyword]) => !NOT_CHECKED.has(keyword) && !keyword.startsWith('x-'))
  const plain: Record<string, unknown> = Object.fromEntries(
    checked.map(([keyword, value]) => [keyword, plainKeyword(keyword, value, options)])
  )
  if (options.closed && schema.type === 'object' && schema.additionalProperties === undefined) plain.additionalProperties = false
  return plain
}

function plainKeyword(keyword: string, value: unknown, options: PlainOptions): unknown {
  if (keyword === 'properties') {
    return Object.fromEntries(
      Object.entries(value as Record<string, Schema>).map(([name, field]) => [name, plainSchema(field, options)])
    )
  }
  if (keyword === 'anyOf' || keyword === 'oneOf') return (value as Schema[]).map((part) => plainSchema(part, options))
  if (keyword === 'items' || (keyword === 'additionalProperties' && typeof value === 'object'))
    return plainSchema(value as Schema, options)
  return value
}

/** One object with the fields of all parts of an `allOf`; ajv could not close it otherwise. */
function mergeObjects(schemas: Record<string, Schema>, schema: Schema): Schema {
  const parts = (schema.allOf ?? []).map((part) => {
    const name = referencedName(part)
    const target = name === undefined ? part : findSchema(schemas, name)
    return target.allOf === undefined ? target : mergeObjects(schemas, target)
  })
  return {
    type: 'object',
    required: parts.flatMap(({ required }) => required ?? []),
    properties: Object.assign({}, ...parts.map(({ properties }) => properties ?? {}))
  }
}
