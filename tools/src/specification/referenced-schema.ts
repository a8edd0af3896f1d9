import type { Schema } from './specification.js'

const PREFIX = '#/components/schemas/'

/** The name of the component that a schema refers to, if it does. */
export function referencedName(schema: Schema): string | undefined {
  if (schema.$ref === undefined) return undefined
  if (!schema.$ref.startsWith(PREFIX)) throw new Error(`${schema.$ref} is not a schema under ${PREFIX}`)
  return schema.$ref.slice(PREFIX.length)
}

/** The component of that name. */
export function findSchema(schemas: Record<string, Schema>, name: string): Schema {
  const schema = schemas[name]
  if (schema === undefined) throw new Error(`${PREFIX}${name} leads nowhere`)
  return schema
}
