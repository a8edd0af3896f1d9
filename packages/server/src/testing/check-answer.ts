import { type OperationId, operations, responseSchemas } from '../generated/request-schemas.js'
import { findSchemaErrors } from '../http/find-schema-errors.js'

const PATTERNS = Object.entries(operations).map(([id, { method, path }]) => ({
  id: id as OperationId,
  method,
  // A fixed path comes before one with an identifier in the same place.
  isFixed: !path.includes('{'),
  pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`)
}))

/**
 * Checks an answer against the specification: its status must be described there for this operation, and its body must
 * have the fields described there and no others.
 *
 * @throws Error that says what differs. A route that the specification doesn't know passes.
 */
export function checkAnswer(method: string, path: string, status: number, body: unknown): void {
  const candidates = PATTERNS.filter((operation) => operation.method === method && operation.pattern.test(path.split('?', 1)[0]!))
  const operation = candidates.find(({ isFixed }) => isFixed) ?? candidates[0]
  if (operation === undefined) return
  const schema = responseSchemas[operation.id][String(status)]
  if (schema === undefined)
    throw new Error(`the specification knows no answer ${status} of ${operation.id}: ${JSON.stringify(body)}`)
  const errors = findSchemaErrors(schema, body)
  if (errors.length > 0) throw new Error(`the answer ${status} of ${operation.id} is not as specified: ${JSON.stringify(errors)}`)
}
