import type { AccountValidation, ValidateAccountRequest } from '../generated/models.js'
import type { CallOptions, KeyedCallOptions, Transport } from '../requests/transport.js'
import { validateAccount } from './validate-account.js'
import { type FinishedAccountValidation, validateAccountAndWait } from './validate-account-and-wait.js'

/** Who owns an account: `client.accounts`. */
export interface Accounts {
  /**
   * Asks the bank who owns an account. The first answer is normally `processing`: ask again (each call makes a new
   * request key), wait for the `account_validation.completed` webhook, or use {@link Accounts.validateAndWait}.
   *
   * @example
   * const { status, account_holder } = await client.accounts.validate({ bank_code: 'bca', account_number: '0071234568' })
   */
  validate(account: ValidateAccountRequest, options?: KeyedCallOptions): Promise<AccountValidation>
  /**
   * Asks until the bank has answered, with growing pauses.
   *
   * @param options.timeoutMs the deadline over all of it. Default: the client's
   * @throws {TimeoutError} when the bank has not answered by then
   */
  validateAndWait(account: ValidateAccountRequest, options?: CallOptions): Promise<FinishedAccountValidation>
}

/** Binds the calls about accounts to a client. */
export function createAccounts(transport: Transport): Accounts {
  return {
    validate: (account, options) => validateAccount(transport, account, options),
    validateAndWait: (account, options) => validateAccountAndWait(transport, account, options)
  }
}
