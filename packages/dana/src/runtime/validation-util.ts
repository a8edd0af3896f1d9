import type { PropertyValidationAttribute, ValidationErrorContext } from '../models/model.js'
import { validateProperty } from '../models/validate-property.js'

/** Checks single values against limits, as dana-node's runtime does. */
// biome-ignore lint/complexity/noStaticOnlyClass: dana-node's surface
export class ValidationUtil {
  /**
   * Says which of the limits a value breaks. Nothing is wrong with null and undefined.
   *
   * @example
   * ValidationUtil.validateProperty('reason', 'x'.repeat(300), { maxLength: 256 })
   * // [{ field: 'reason', message: 'must be at most 256 characters long' }]
   */
  static validateProperty(field: string, value: unknown, attribute: PropertyValidationAttribute): ValidationErrorContext[] {
    return validateProperty(field, value, attribute)
  }

  /** Joins what is wrong to one text. */
  static getValidationErrorMessage(validationErrorContexts: ValidationErrorContext[]): string {
    return validationErrorContexts.map(({ field, message }) => `${field} ${message}`).join(', ')
  }
}
