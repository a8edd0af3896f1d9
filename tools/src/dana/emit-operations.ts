import { ConstantName, printLiteral } from '../source/print-literal.js'
import type { Operation } from '../specification/specification.js'
import { constantName } from './constant-name.js'

/** Writes what the client knows of each operation besides the models. */
export function emitOperations(operations: Operation[]): string {
  const described = operations.map(({ operationId, path, extensions }) => {
    const request = requireText(extensions, 'x-request-model', operationId)
    const response = requireText(extensions, 'x-response-model', operationId)
    const functionName = extensions['x-function']
    const serviceCode = extensions['x-service-code']
    return {
      operationId,
      parameterName: request.charAt(0).toLowerCase() + request.slice(1),
      path,
      ...(serviceCode === undefined ? {} : { serviceCode }),
      headerProfile: requireText(extensions, 'x-header-profile', operationId),
      ...(functionName === undefined ? {} : { functionName }),
      request: new ConstantName(constantName(request)),
      response: new ConstantName(constantName(response))
    }
  })
  const tables = described.flatMap(({ request, response }) => [`  ${request.name}`, `  ${response.name}`]).sort()
  const entries = described.map((operation) => `  ${operation.operationId}: ${printLiteral(operation, '  ')}`)
  return `import type { Operation } from '../models/model.js'
import {\n${tables.join(',\n')}\n} from './widget-tables.js'

/** The operations of the Widget API by the name of their method. */
export const OPERATIONS = {\n${entries.join(',\n')}\n} as const satisfies Record<string, Operation>
`
}

function requireText(extensions: Record<string, unknown>, keyword: string, operationId: string): string {
  const value = extensions[keyword]
  if (typeof value !== 'string') throw new Error(`${operationId} has no ${keyword}`)
  return value
}
