import type { ErrorObject } from 'ajv'
import type { FieldError } from '../errors/api-error.js'
import { MISSING } from './refuse-fields.js'

/**
 * Turns what a JSON Schema found wrong into fields as a caller writes them, and words.
 *
 * @param root the path of the value that was checked; '' for the body itself
 */
export function describeSchemaErrors(errors: readonly ErrorObject[], root: string): FieldError[] {
  // Some keywords report one fault several times, an `anyOf` once for each branch: the first one is the plainest.
  const faults = new Map<string, FieldError>()
  for (const error of errors) {
    const fault = describeOne(error, joinPath(root, error.instancePath))
    if (!faults.has(fault.field)) faults.set(fault.field, fault)
  }
  return [...faults.values()]
}

function describeOne({ keyword, params, message }: ErrorObject, path: string): FieldError {
  const field = path === '' ? 'body' : path
  switch (keyword) {
    case 'required':
      return { field: joinName(path, params.missingProperty), message: MISSING }
    case 'additionalProperties':
      return { field: joinName(path, params.additionalProperty), message: 'is not known here' }
    case 'type':
      return { field, message: `must be ${nameTypes(params.type)}` }
    case 'enum':
      return { field, message: `must be one of ${params.allowedValues.join(', ')}` }
    case 'minLength':
      return { field, message: params.limit === 1 ? 'must not be empty' : `must have at least ${params.limit} characters` }
    case 'maxLength':
      return { field, message: `must have at most ${params.limit} characters` }
    case 'minItems':
      return { field, message: `must have at least ${params.limit} elements` }
    case 'pattern':
      return { field, message: PATTERN_WORDS[params.pattern] ?? `must match the pattern ${params.pattern}` }
    default:
      return { field, message: message ?? 'is not allowed' }
  }
}

/** The patterns of the specification, for those who don't read patterns. */
const PATTERN_WORDS: Record<string, string> = {
  '^\\d+$': 'must have digits only',
  '^[A-Z]{2}$': 'must be two capital letters',
  '^\\d{4}-\\d{2}-\\d{2}$': 'must be a date like 1990-04-21'
}

const TYPE_WORDS: Record<string, string> = {
  string: 'a string',
  object: 'an object',
  array: 'a list',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false'
}

function nameTypes(types: string | string[]): string {
  return [types]
    .flat()
    .map((type) => TYPE_WORDS[type] ?? type)
    .join(' or ')
}

/** `/items/3/amount` as a caller writes it: `items[3].amount`. */
function joinPath(root: string, instancePath: string): string {
  return instancePath
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, name) => (/^\d+$/.test(name) ? `${path}[${name}]` : joinName(path, name)), root)
}

function joinName(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}
