import { brandError } from './brand.js'

/** A call lacks what it can't do without: its request, or for a static function the partner id or key. Nothing was sent. */
export class RequiredError extends Error {
  override name: 'RequiredError' = 'RequiredError'
  readonly kind = 'invalid_request'
  readonly outcome = 'not_sent'
  /** The parameter, or for a static function the function. */
  field: string

  constructor(field: string, message?: string) {
    super(message)
    this.field = field
  }
}
brandError(RequiredError, 'RequiredError')
