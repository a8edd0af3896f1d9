import type { ValidationErrorContext } from '../models/model.js'
import { brandError } from './brand.js'

/**
 * A request breaks a limit of the protocol, or lacks a mandatory field. Nothing was sent.
 *
 * A field past a limit is named by its bare name (`value`), as dana-node does; a missing one by its path
 * (`additionalInfo.accessToken`).
 */
export class ValidationError extends Error {
  override name: 'ValidationError' = 'ValidationError'
  readonly kind = 'invalid_request'
  readonly outcome = 'not_sent'
  validationErrorContexts: ValidationErrorContext[]

  constructor(validationErrorContexts: ValidationErrorContext[]) {
    super(validationErrorContexts.map(({ field, message }) => `${field} ${message}`).join(', '))
    this.validationErrorContexts = validationErrorContexts
  }
}
brandError(ValidationError, 'ValidationError')
