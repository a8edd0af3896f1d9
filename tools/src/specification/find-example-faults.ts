import { findSchema, referencedName } from './referenced-schema.js'
import type { Schema } from './specification.js'

/**
 * What is wrong with a value by its schema, each fault as a path and a few words: a type, a limit, an enum, a mandatory
 * field that is missing, and, stricter than JSON Schema, a field that the schema does not name.
 *
 * @example
 * findExampleFaults(schemas, { $ref: '#/components/schemas/Money' }, { value: '1.00' })  // ['.currency is missing']
 */
export function findExampleFaults(schemas: Record<string, Schema>, schema: Schema, value: unknown, path = ''): string[] {
  const name = referencedName(schema)
  if (name !== undefined) return findExampleFaults(schemas, findSchema(schemas, name), value, path)
  if (schema.oneOf !== undefined) {
    const faults = schema.oneOf.map((form) => findExampleFaults(schemas, form, value, path))
    return faults.some(({ length }) => length === 0) ? [] : [`${path} fits no form: ${faults.flat().join('; ')}`]
  }
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  if (type !== schema.type) return [`${path} is of type ${type}, not ${schema.type}`]
  if (Array.isArray(value)) return findListFaults(schemas, schema, value, path)
  if (typeof value === 'string') return findTextFaults(schema, value, path)
  return typeof value === 'object' ? findFieldFaults(schemas, schema, value as Record<string, unknown>, path) : []
}

function findListFaults(schemas: Record<string, Schema>, schema: Schema, value: unknown[], path: string): string[] {
  const isShort = value.length < Number(schema.minItems ?? 0)
  return [
    ...(isShort ? [`${path} has less than ${schema.minItems} items`] : []),
    ...value.flatMap((item, index) => findExampleFaults(schemas, schema.items ?? {}, item, `${path}[${index}]`))
  ]
}

function findTextFaults(schema: Schema, value: string, path: string): string[] {
  const {
    maxLength = Number.POSITIVE_INFINITY,
    minLength = 0,
    pattern = '',
    enum: values = [value],
    const: only = value
  } = schema
  const forbidden = String(schema['x-forbidden-characters'] ?? '')
  return [
    ...(value.length > Number(maxLength) ? [`${path} is longer than ${maxLength}`] : []),
    ...(value.length < Number(minLength) ? [`${path} is shorter than ${minLength}`] : []),
    ...(new RegExp(String(pattern)).test(value) ? [] : [`${path} does not match ${pattern}`]),
    ...(values.includes(value) && value === only ? [] : [`${path} is none of the values`]),
    ...([...forbidden].some((character) => value.includes(character)) ? [`${path} has one of ${forbidden}`] : [])
  ]
}

function findFieldFaults(
  schemas: Record<string, Schema>,
  schema: Schema,
  value: Record<string, unknown>,
  path: string
): string[] {
  const { properties = {}, required = [], additionalProperties } = schema
  return [
    ...required.filter((field) => !Object.hasOwn(value, field)).map((field) => `${path}.${field} is missing`),
    ...Object.entries(value).flatMap(([field, item]) => {
      const own = Object.hasOwn(properties, field) ? properties[field] : undefined
      if (own !== undefined) return findExampleFaults(schemas, own, item, `${path}.${field}`)
      return additionalProperties === true ? [] : [`${path}.${field} is not described`]
    })
  ]
}
