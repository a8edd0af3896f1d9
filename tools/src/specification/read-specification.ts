import { parse } from 'yaml'
import type { Operation, Parameter, Schema, Specification } from './specification.js'

const METHODS = ['get', 'put', 'post', 'delete', 'patch']

type Node = Record<string, unknown>

/**
 * Reads an OpenAPI document from its YAML text.
 *
 * @throws Error where a reference leads nowhere, or an operation has no operationId
 *
 * @example
 * readSpecification(readFileSync('specs/durianpay-disbursement.openapi.yaml', 'utf8')).operations[0]?.operationId
 */
export function readSpecification(yamlText: string): Specification {
  const document = parse(yamlText) as Node
  return {
    document,
    schemas: ((document.components as Node | undefined)?.schemas ?? {}) as Record<string, Schema>,
    operations: readOperations(document, document.paths),
    webhooks: readOperations(document, document.webhooks)
  }
}

function readOperations(document: Node, paths: unknown): Operation[] {
  return Object.entries((paths ?? {}) as Record<string, Node>).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => readOperation(document, path, method, operation as Node))
  )
}

function readOperation(document: Node, path: string, method: string, operation: Node): Operation {
  if (typeof operation.operationId !== 'string') throw new Error(`${method} ${path} has no operationId: give it one in camelCase`)
  const parameters = ((operation.parameters ?? []) as Node[]).map(
    (parameter) => follow(document, parameter) as unknown as Parameter
  )
  const answers = Object.entries((operation.responses ?? {}) as Record<string, Node>).flatMap(([status, response]) => {
    const schema = readJsonContent(follow(document, response))
    return schema === undefined ? [] : [[status, schema] as const]
  })
  return {
    operationId: operation.operationId,
    method,
    path,
    parameters,
    body: operation.requestBody === undefined ? undefined : readJsonContent(operation.requestBody as Node),
    answers: Object.fromEntries(answers),
    extensions: Object.fromEntries(Object.entries(operation).filter(([key]) => key.startsWith('x-')))
  }
}

function readJsonContent(holder: Node): Schema | undefined {
  const content = holder.content as Record<string, { schema?: Schema }> | undefined
  return content?.['application/json']?.schema
}

/** Gives what a reference to a parameter or response stands for; anything else as it is. */
function follow(document: Node, node: Node): Node {
  if (typeof node.$ref !== 'string') return node
  const target = node.$ref
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((parent, name) => (parent as Node | undefined)?.[name], document)
  if (target === undefined) throw new Error(`${node.$ref} leads nowhere`)
  return target as Node
}
