import type { Parameter, Schema } from '../specification/specification.js'

const PARTS = { path: 'path', query: 'query', header: 'headers' } as const

/** One object schema for each part of a request that carries parameters: path, query, headers. */
export function parameterSchemas(parameters: Parameter[]): Record<string, Schema> {
  const parts = Object.entries(PARTS).map(
    ([where, part]) => [part, parameters.filter((parameter) => parameter.in === where)] as const
  )
  return Object.fromEntries(parts.filter(([, here]) => here.length > 0).map(([part, here]) => [part, objectOf(here)]))
}

function objectOf(parameters: Parameter[]): Schema {
  const required = parameters.filter((parameter) => parameter.required === true).map(keyOf)
  const properties = Object.fromEntries(parameters.map((parameter) => [keyOf(parameter), parameter.schema]))
  return { type: 'object', ...(required.length === 0 ? {} : { required }), properties }
}

/** Headers are the same in upper and lower case, and reach the server in lower. */
function keyOf({ name, in: where }: Parameter): string {
  return where === 'header' ? name.toLowerCase() : name
}
