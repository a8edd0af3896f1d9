import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { type JsonSchema, type OperationId, operations, responseSchemas, webhookSchemas } from '../generated/request-schemas.js'

const ajv = new Ajv2020({ strict: false, allErrors: true })

/** Each operation with a pattern of its path; those with fewer parameters come first, as in the server. */
const ROUTES = (Object.entries(operations) as [OperationId, { method: string; path: string }][])
  .map(([operationId, { method, path }]) => ({
    operationId,
    method,
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('{id}', '[^/]+')}$`),
    parameters: path.split('{').length
  }))
  .sort((one, other) => one.parameters - other.parameters)

/** The operation of the specification that a request is for. */
export function findOperation(method: string, path: string): OperationId | undefined {
  const [pathname] = path.split('?')
  return ROUTES.find((route) => route.method === method && route.pattern.test(pathname!))?.operationId
}

/**
 * Says where an answer is not as the specification describes it: a status that the operation does not have, a field too
 * many, a field too few, a value of another form.
 *
 * @param path as it was asked for, with its query
 * @returns one line per fault; none where all is well
 */
export function findAnswerFaults(method: string, path: string, status: number, body: unknown): string[] {
  const operationId = findOperation(method, path)
  if (operationId === undefined) return [`${method} ${path} is not in the specification`]
  const schema = responseSchemas[operationId][status]
  if (schema === undefined) return [`${operationId} has no answer ${status} in the specification`]
  return listFaults(schema, body, `${operationId} ${status}`)
}

/** Says where a webhook's body is not as the specification describes that event. */
export function findWebhookFaults(body: { event: string }): string[] {
  const schema = webhookSchemas[body.event]
  return schema === undefined ? [`${body.event} is not in the specification`] : listFaults(schema, body, body.event)
}

function listFaults(schema: JsonSchema, value: unknown, subject: string): string[] {
  const validate: ValidateFunction = ajv.compile(schema)
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${subject}: ${instancePath || '/'} ${message} ${JSON.stringify(params)}`
  )
}
