/** A "no": what DANA's side answers instead, without the two digits of the service, which the API adds. */
export type Refusal = {
  readonly refused: true
  /** Why, for programs and pages: 'wrong_pin', 'insufficient_balance', 'order_expired', … */
  readonly reason: string
  readonly httpStatus: number
  /** Two digits. */
  readonly caseCode: string
  /** What stands in for {field} or [reason] in the standard's text. */
  readonly detail?: string
  /** A whole text of its own, where DANA's differs from the standard's. */
  readonly message?: string
}

/** What a command came to. */
export type Outcome<Result> = ({ readonly refused: false } & Result) | Refusal

/**
 * Makes a refusal.
 *
 * @example
 * refuse(403, '14', 'insufficient_balance')
 */
export function refuse(
  httpStatus: number,
  caseCode: string,
  reason: string,
  texts: { readonly detail?: string; readonly message?: string } = {}
): Refusal {
  return { refused: true, reason, httpStatus, caseCode, ...texts }
}
