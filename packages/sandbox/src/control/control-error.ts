/** Why a control function did nothing. The JSON API answers with `status` and `{ error: { code, message } }`. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
  /** 400, 404 or 409. */
  readonly status: number
  /** For programs: `invalid`, `not_found`, or the engine's reason, such as `insufficient_balance`. */
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export function notFound(what: string): ControlError {
  return new ControlError(404, 'not_found', `there is no ${what}`)
}
