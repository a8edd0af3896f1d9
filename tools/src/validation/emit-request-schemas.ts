import { printKey, printLiteral } from '../source/print-literal.js'
import { reachableSchemas } from '../specification/reachable-schemas.js'
import { findSchema } from '../specification/referenced-schema.js'
import type { Operation, Schema, Specification } from '../specification/specification.js'
import { parameterSchemas } from './parameter-schemas.js'
import { type PlainOptions, plainSchema } from './plain-schema.js'

/** The schemas of what one operation is sent, by part of the request: path, query, headers, body. */
type Request = Record<string, Schema>

/** Writes the schemas that the server validates requests with, and those that its answers and webhooks are tested with. */
export function emitRequestSchemas({ schemas, operations, webhooks }: Specification): string {
  const requests = operations.map((operation) => ({ operation, request: readRequest(operation) }))
  const sent = requests.flatMap(({ request }) => Object.values(request))
  const answered = [
    ...operations.flatMap(({ answers }) => Object.values(answers)),
    ...webhooks.flatMap(({ body }) => (body === undefined ? [] : [body]))
  ]
  const request = { schemas, constantFor: (name: string) => `request${name}`, closed: false }
  const answer = { schemas, constantFor: (name: string) => `answer${name}`, closed: true }
  return [
    'export type JsonSchema = Record<string, unknown>\n',
    ...emitComponents(reachableSchemas(schemas, sent), request),
    ...emitComponents(reachableSchemas(schemas, answered), answer),
    '/** Where each operation is found. */',
    `export const operations = {\n${operations.map(emitOperation).join(',\n')}\n} as const\n`,
    'export type OperationId = keyof typeof operations\n',
    '/** What each operation is sent. Names of headers are in lower case, as Node gives them. */',
    `export const requestSchemas: {\n${requests.map(emitRequestType).join('\n')}\n} = {`,
    `${requests
      .map((entry) =>
        emitEntry(
          entry.operation.operationId,
          mapValues(entry.request, (schema) => plainSchema(schema, request))
        )
      )
      .join(',\n')}\n}\n`,
    '/** What each operation answers, by status, where that is JSON. A field that the specification does not describe is a fault. */',
    'export const responseSchemas: Record<OperationId, Record<string, JsonSchema>> = {',
    `${operations
      .map(({ operationId, answers }) =>
        emitEntry(
          operationId,
          mapValues(answers, (schema) => plainSchema(schema, answer))
        )
      )
      .join(',\n')}\n}\n`,
    '/** The body of each webhook, by the name of its event. Closed like the answers. */',
    'export const webhookSchemas: Record<string, JsonSchema> = {',
    `${webhooks.map(({ path, body }) => emitEntry(path, plainSchema(body ?? {}, answer))).join(',\n')}\n}\n`
  ].join('\n')
}

function readRequest({ parameters, body }: Operation): Request {
  return { ...parameterSchemas(parameters), ...(body === undefined ? {} : { body }) }
}

function emitComponents(names: string[], options: PlainOptions): string[] {
  return names.map((name) => {
    const plain = plainSchema(findSchema(options.schemas, name), options)
    return `const ${options.constantFor(name)}: JsonSchema = ${printLiteral(plain)}\n`
  })
}

function emitOperation({ operationId, method, path }: Operation): string {
  return emitEntry(operationId, { method: method.toUpperCase(), path })
}

function emitRequestType({ operation, request }: { operation: Operation; request: Request }): string {
  const fields = Object.keys(request).map((part) => `${part}: JsonSchema`)
  return `  ${operation.operationId}: ${fields.length === 0 ? 'Record<never, never>' : `{ ${fields.join('; ')} }`}`
}

function emitEntry(key: string, value: unknown): string {
  return `  ${printKey(key)}: ${printLiteral(value, '  ')}`
}

function mapValues<Value>(values: Record<string, Value>, change: (value: Value) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]))
}
