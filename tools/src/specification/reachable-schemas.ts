import { findSchema, referencedName } from './referenced-schema.js'
import type { Schema } from './specification.js'

/** The names of all components that some schemas refer to, directly or through others; each after those it refers to. */
export function reachableSchemas(schemas: Record<string, Schema>, roots: Schema[]): string[] {
  const found: string[] = []
  const visit = (schema: Schema, path: string[]): void => {
    const name = referencedName(schema)
    if (name !== undefined && !found.includes(name)) {
      if (path.includes(name)) throw new Error(`the schemas ${path.join(', ')} refer to each other in a circle`)
      visit(findSchema(schemas, name), [...path, name])
      found.push(name)
    }
    for (const part of partsOf(schema)) visit(part, path)
  }
  for (const root of roots) visit(root, [])
  return found
}

function partsOf(schema: Schema): Schema[] {
  const { properties, items, additionalProperties, allOf, anyOf, oneOf } = schema
  return [
    ...Object.values(properties ?? {}),
    ...(items === undefined ? [] : [items]),
    ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
    ...(allOf ?? []),
    ...(anyOf ?? []),
    ...(oneOf ?? [])
  ]
}
