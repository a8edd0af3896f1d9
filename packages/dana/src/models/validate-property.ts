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
  const contexts: ValidationErrorContext[] = []
  const check = (isBroken: boolean | undefined, message: string) => {
    if (isBroken) contexts.push({ field, message })
  }
  const { maxLength, minLength, pattern, maximum, minimum, multipleOf, maxItems, minItems } = attribute
  if (typeof value === 'string') {
    check(maxLength !== undefined && value.length > maxLength, `must be at most ${maxLength} characters long`)
    check(minLength !== undefined && value.length < minLength, `must be at least ${minLength} characters long`)
    check(pattern && !pattern.test(value), 'must match required pattern')
  } else if (typeof value === 'number') {
    check(maximum !== undefined && value > maximum, `must be less than or equal to ${maximum}`)
    check(attribute.exclusiveMaximum && value >= maximum!, `must be less than ${maximum}`)
    check(minimum !== undefined && value < minimum, `must be greater than or equal to ${minimum}`)
    check(attribute.exclusiveMinimum && value <= minimum!, `must be greater than ${minimum}`)
    check(multipleOf !== undefined && value % multipleOf !== 0, `must be a multiple of ${multipleOf}`)
  } else if (Array.isArray(value)) {
    check(maxItems !== undefined && value.length > maxItems, `must have at most ${maxItems} items`)
    check(minItems !== undefined && value.length < minItems, `must have at least ${minItems} items`)
    check(attribute.uniqueItems && new Set(value).size !== value.length, 'must have unique items')
  }
  return contexts
}
