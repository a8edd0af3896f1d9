import { reachableSchemas } from '../specification/reachable-schemas.js'
import { findSchema, referencedName } from '../specification/referenced-schema.js'
import type { Schema, Specification } from '../specification/specification.js'
import { emitComment } from './emit-comment.js'
import { emitType } from './emit-type.js'

/** Writes a TypeScript type for each schema that a request, an answer or a webhook of the API (what lies under /v1) uses. */
export function emitModels({ schemas, operations, webhooks }: Specification): string {
  const api = [...operations.filter(({ path }) => path.startsWith('/v1/')), ...webhooks]
  const bodies = api.flatMap(({ body, answers }) => [...(body === undefined ? [] : [body]), ...Object.values(answers)])
  const unions = Object.values(schemas).filter((schema) => schema.discriminator !== undefined)
  const used = new Set([...reachableSchemas(schemas, [...bodies, ...unions]), ...namesOf(schemas, unions)])
  return Object.keys(schemas)
    .filter((name) => used.has(name))
    .map((name) => emitComment(schemas[name]!, '') + emitDeclaration(schemas, name))
    .join('\n')
}

function namesOf(schemas: Record<string, Schema>, some: Schema[]): string[] {
  return Object.keys(schemas).filter((name) => some.includes(schemas[name]!))
}

function emitDeclaration(schemas: Record<string, Schema>, name: string): string {
  const schema = findSchema(schemas, name)
  if (schema.allOf !== undefined) {
    const bases = schema.allOf.map(referencedName).filter((base) => base !== undefined)
    const own = schema.allOf.filter((part) => part.$ref === undefined)
    return `export interface ${name} extends ${bases.join(', ')} {\n${own.map((part) => emitFields(schemas, part)).join('')}}\n`
  }
  if (schema.properties !== undefined) return `export interface ${name} {\n${emitFields(schemas, schema)}}\n`
  return emitAlias(name, emitType(schema))
}

/** On one line where that is short; else one alternative per line. */
function emitAlias(name: string, type: string): string {
  const line = `export type ${name} = ${type}\n`
  return line.length <= 100 ? line : `export type ${name} =\n  | ${type.replaceAll(' | ', '\n  | ')}\n`
}

function emitFields(schemas: Record<string, Schema>, { properties = {}, required = [] }: Schema): string {
  return Object.entries(properties)
    .map(([name, field]) => {
      const target = referencedName(field)
      const described = field.description === undefined && target !== undefined ? findSchema(schemas, target) : field
      return `${emitComment(described, '  ')}  ${name}${required.includes(name) ? '' : '?'}: ${emitType(field)}\n`
    })
    .join('')
}
