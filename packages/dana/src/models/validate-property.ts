import type { PropertyValidationAttribute, ValidationErrorContext } from './model.js'

/**
 * Says which limits a value breaks. Lengths and the pattern are asked of texts, the numeric limits of numbers, the
 * items of arrays; what is null or undefined breaks none.
 *
 * `maxDate` is not looked at: in dana-node it is a second, older form of the rule that `validUpTo` has of its own.
 */
export function validateProperty(
  field: string,
  value: unknown,
  attribute: PropertyValidationAttribute
): ValidationErrorContext[] {
  return findFaults(value, attribute).map((message) => ({ field, message }))
}

function findFaults(value: unknown, attribute: PropertyValidationAttribute): string[] {
  if (typeof value === 'string') return findTextFaults(value, attribute)
  if (typeof value === 'number') return findNumberFaults(value, attribute)
  if (Array.isArray(value)) return findArrayFaults(value, attribute)
  return []
}

function findTextFaults(text: string, { maxLength, minLength, pattern }: PropertyValidationAttribute): string[] {
  const faults: string[] = []
  if (text.length > (maxLength ?? Infinity)) faults.push(`must be at most ${maxLength} characters long`)
  if (text.length < (minLength ?? 0)) faults.push(`must be at least ${minLength} characters long`)
  if (pattern && !pattern.test(text)) faults.push('must match required pattern')
  return faults
}

function findNumberFaults(number: number, attribute: PropertyValidationAttribute): string[] {
  const { maximum, minimum, multipleOf } = attribute
  const faults: string[] = []
  if (maximum !== undefined && number > maximum) faults.push(`must be less than or equal to ${maximum}`)
  if (maximum !== undefined && attribute.exclusiveMaximum && number >= maximum) faults.push(`must be less than ${maximum}`)
  if (minimum !== undefined && number < minimum) faults.push(`must be greater than or equal to ${minimum}`)
  if (minimum !== undefined && attribute.exclusiveMinimum && number <= minimum) faults.push(`must be greater than ${minimum}`)
  if (multipleOf !== undefined && number % multipleOf !== 0) faults.push(`must be a multiple of ${multipleOf}`)
  return faults
}

function findArrayFaults(items: unknown[], { maxItems, minItems, uniqueItems }: PropertyValidationAttribute): string[] {
  const faults: string[] = []
  if (items.length > (maxItems ?? Infinity)) faults.push(`must have at most ${maxItems} items`)
  if (items.length < (minItems ?? 0)) faults.push(`must have at least ${minItems} items`)
  if (uniqueItems && new Set(items).size !== items.length) faults.push('must have unique items')
  return faults
}
