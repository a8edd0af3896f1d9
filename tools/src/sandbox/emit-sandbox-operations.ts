import { constantName } from '../dana/constant-name.js'
import { ConstantName, printLiteral } from '../source/print-literal.js'
import { findSchema, referencedName } from '../specification/referenced-schema.js'
import type { Operation, Parameter, Schema, Specification } from '../specification/specification.js'

/**
 * Writes the tables by which the sandbox checks requests: of each operation its paths, headers, response codes and the fields
 * of its body as they go over the wire, with their limits. Unlike the client's tables these have the enumerations and what is
 * inside arrays, which DANA checks and its client doesn't.
 */
export function emitSandboxOperations({ operations, schemas }: Specification): string {
  const models = readRequestModels(schemas, operations)
  const constants = [...models].map(([name, model]) => `const ${constantName(name)}: RequestModel = ${printLiteral(model)}\n`)
  const entries = operations.map((operation) => `  ${operation.operationId}: ${printLiteral(describe(operation), '  ')}`)
  return [
    "import type { OperationId, OperationTable, RequestModel } from '../api/operation-table.js'\n",
    ...constants,
    `/** The operations of DANA's Widget API by their names in the document. */\n` +
      `export const OPERATIONS: Readonly<Record<OperationId, OperationTable>> = {\n${entries.join(',\n')}\n}\n`
  ].join('\n')
}

function describe({ operationId, path, body, parameters, extensions }: Operation) {
  const serviceCode = extensions['x-service-code']
  const codes = (extensions['x-response-codes'] ?? []) as { code: string; message: string }[]
  return {
    operationId,
    path,
    aliases: extensions['x-aliases'] ?? [],
    ...(serviceCode === undefined ? {} : { serviceCode }),
    headerProfile: extensions['x-header-profile'],
    headers: parameters.map(describeHeader),
    request: new ConstantName(constantName(requestModelOf(operationId, body))),
    messages: Object.fromEntries(codes.map(({ code, message }) => [code, message]))
  }
}

function describeHeader({ name, required, schema }: Parameter) {
  return {
    name,
    ...(required === true ? { isMandatory: true } : {}),
    ...(schema.maxLength === undefined ? {} : { maxLength: schema.maxLength })
  }
}

function requestModelOf(operationId: string, body: Schema | undefined): string {
  const name = body === undefined ? undefined : referencedName(body)
  if (name === undefined) throw new Error(`the body of ${operationId} is no model: give it one under components`)
  return name
}

/** What requests are made of, each model after those that it refers to. */
function readRequestModels(schemas: Record<string, Schema>, operations: Operation[]): Map<string, object> {
  const models = new Map<string, object>()
  const begun = new Set<string>()

  const constantOf = (name: string): ConstantName => {
    if (!models.has(name)) {
      if (begun.has(name)) throw new Error(`${name} has itself in it, in a circle: a table can't`)
      begun.add(name)
      const schema = findSchema(schemas, name)
      models.set(name, schema.oneOf === undefined ? describeModel(name, schema) : describeUnion(name, schema.oneOf))
    }
    return new ConstantName(constantName(name))
  }

  const describeModel = (name: string, { properties = {}, required = [] }: Schema) => ({
    name,
    fields: Object.entries(properties).map(([key, schema]) => describeField(key, schema, required.includes(key)))
  })

  const describeUnion = (name: string, variants: Schema[]) => {
    const names = variants.map((variant) => referencedName(variant) ?? '')
    const [discriminator, values] = tellApart(
      name,
      names.map((variant) => findSchema(schemas, variant))
    )
    return {
      name,
      discriminator,
      variants: Object.fromEntries(names.map((variant, index) => [values[index]!, constantOf(variant)]))
    }
  }

  const describeField = (name: string, schema: Schema, isMandatory: boolean) => {
    const element = schema.items ?? schema
    const target = referencedName(element)
    const pattern = element.pattern as string | undefined
    const values = element.enum ?? (element.const === undefined ? undefined : [element.const])
    return {
      name,
      ...(isMandatory ? { isMandatory: true } : {}),
      ...(schema.items === undefined ? {} : { isList: true }),
      ...(schema.minItems === undefined ? {} : { minItems: schema.minItems }),
      type: target === undefined ? typeOf(name, element) : 'object',
      ...(element.maxLength === undefined ? {} : { maxLength: element.maxLength }),
      ...(pattern === undefined ? {} : { pattern: new ConstantName(`/${pattern.replaceAll('/', '\\/')}/`) }),
      ...(values === undefined ? {} : { values }),
      ...(element['x-forbidden-characters'] === undefined ? {} : { forbiddenCharacters: element['x-forbidden-characters'] }),
      ...(target === undefined ? {} : { model: constantOf(target) })
    }
  }

  for (const { operationId, body } of operations) constantOf(requestModelOf(operationId, body))
  return models
}

/** The field whose only value differs from variant to variant, and its values. */
function tellApart(name: string, variants: Schema[]): [field: string, values: string[]] {
  for (const field of Object.keys(variants[0]?.properties ?? {})) {
    const values = variants.flatMap(({ properties }) => {
      const values = properties?.[field]?.enum ?? []
      return values.length === 1 ? [String(values[0])] : []
    })
    if (values.length === variants.length && new Set(values).size === values.length) return [field, values]
  }
  throw new Error(`no field tells the variants of ${name} apart`)
}

function typeOf(name: string, { type }: Schema): string {
  if (type === 'string' || type === 'boolean' || type === 'object' || type === 'number') return type
  if (type === 'integer') return 'number'
  throw new Error(`the sandbox has no check for ${name}, whose type is ${JSON.stringify(type)}`)
}
