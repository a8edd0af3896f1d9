import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** As much of a schema of `specs/dana-widget.openapi.yaml` as values are made from. */
export type Schema = {
  $ref?: string
  type?: 'object' | 'string' | 'array' | 'boolean' | 'number' | 'integer'
  oneOf?: Schema[]
  required?: string[]
  properties?: Record<string, Schema>
  items?: Schema
  enum?: string[]
  pattern?: string
  maxLength?: number
  minItems?: number
  'x-date-rule'?: string
  'x-forbidden-characters'?: string
  'x-property-name'?: string
  'x-model-name'?: string
  'x-entries'?: ('widget' | 'webhook')[]
  'x-typescript'?: string
}

type Operation = { operationId: string; 'x-request-model': string }

type Specification = {
  paths: Record<string, { post: Operation }>
  components: { schemas: Record<string, Schema> }
}

const specification: Specification = parse(
  readFileSync(new URL('../../../../specs/dana-widget.openapi.yaml', import.meta.url), 'utf8')
)

/** The models' schemas by their names in the specification. */
export const SCHEMAS: Record<string, Schema> = specification.components.schemas

/** The schema of each operation's request. */
export const REQUEST_SCHEMAS: Record<string, Schema> = Object.fromEntries(
  Object.values(specification.paths).map(({ post }) => [post.operationId, SCHEMAS[post['x-request-model']]!])
)

export function resolveSchema(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema
  return resolveSchema(SCHEMAS[schema.$ref.split('/').at(-1)!]!)
}
