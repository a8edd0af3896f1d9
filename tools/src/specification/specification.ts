/** A JSON Schema as the specification writes it (draft 2020-12), with the keywords that the emitters look at. */
export type Schema = {
  $ref?: string
  description?: string
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  example?: unknown
  [keyword: string]: unknown
}

export type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: Schema }

/** One method on one path, or one webhook, with its references to parameters and responses followed. */
export type Operation = {
  operationId: string
  method: string
  /** The path; for a webhook, its name. */
  path: string
  parameters: Parameter[]
  body: Schema | undefined
  /** The JSON body of each answer that has one, by status. */
  answers: Record<string, Schema>
  /** What the operation says under keys that begin with `x-`. */
  extensions: Record<string, unknown>
}

export type Specification = {
  /** The document itself, as plain data. */
  document: Record<string, unknown>
  schemas: Record<string, Schema>
  operations: Operation[]
  webhooks: Operation[]
}
