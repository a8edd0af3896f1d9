import type { AccountValidation, ValidateAccountRequest } from '../generated/models.js'
import { makeRequestKey } from '../requests/make-request-key.js'
import { sendRequest } from '../requests/send-request.js'
import type { KeyedCallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Asks about an account: see {@link Accounts.validate}. */
export async function validateAccount(
  transport: Transport,
  account: ValidateAccountRequest,
  options: KeyedCallOptions = {}
): Promise<AccountValidation> {
  return sendRequest(
    transport,
    {
      method: 'POST',
      path: '/disbursements/validate',
      requestKey: makeRequestKey(options),
      body: account,
      read: (body) => readData<AccountValidation>(body, ['account_number', 'bank_code', 'status'])
    },
    options
  )
}
