import { brandError } from './brand.js'

/** An option of the client or of a call, or a variable that stands for one, can't be used. Nothing was sent. */
export class InvalidOptionError extends Error {
  override readonly name = 'InvalidOptionError'
  readonly kind = 'invalid_request'
  readonly outcome = 'not_sent'
  /** The option or variable, by the name that the caller knows it by. */
  readonly option: string

  constructor(option: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.option = option
  }
}
brandError(InvalidOptionError, 'InvalidOptionError')
