import { Ajv2020 } from 'ajv/dist/2020.js'
import type { FieldError } from '../errors/api-error.js'
import type { JsonSchema } from '../generated/request-schemas.js'
import { describeSchemaErrors } from './describe-schema-errors.js'

const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false })

/**
 * Checks a value against a schema of the specification, which is compiled once.
 *
 * @param path where the value stands in the request; '' for the body itself
 * @returns what is wrong, by field, in words; empty when nothing is
 */
export function findSchemaErrors(schema: JsonSchema, value: unknown, path = ''): FieldError[] {
  const validate = ajv.compile(schema)
  return validate(value) ? [] : describeSchemaErrors(validate.errors ?? [], path)
}
