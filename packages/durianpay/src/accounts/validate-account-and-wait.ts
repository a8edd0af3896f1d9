import { startDeadline } from '@arus/calls'
import { TimeoutError } from '../errors.js'
import type { AccountValidation, ValidateAccountRequest } from '../generated/models.js'
import { readLimits } from '../requests/read-options.js'
import { throwIfEnded } from '../requests/throw-if-ended.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { validateAccount } from './validate-account.js'

/** An account validation that is over. */
export type FinishedAccountValidation = AccountValidation & { status: 'valid' | 'invalid' }

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 10_000

/** Asks about an account until the bank has answered: see {@link Accounts.validateAndWait}. */
export async function validateAccountAndWait(
  transport: Transport,
  account: ValidateAccountRequest,
  options: CallOptions = {}
): Promise<FinishedAccountValidation> {
  const { timeoutMs } = readLimits(options, transport)
  const deadline = startDeadline(timeoutMs, options.signal)
  const call = { method: 'POST', path: '/disbursements/validate', outcome: 'unknown', requestKey: undefined } as const
  try {
    for (let attempts = 1, pauseMs = FIRST_PAUSE_MS; ; attempts += 1, pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
      throwIfEnded(deadline, { ...call, attempts })
      // A new request key each time: the old one would only bring its first answer again.
      const validation = await validateAccount(transport, account, { ...options, timeoutMs: Math.max(1, deadline.remainingMs()) })
      if (validation.status !== 'processing') return validation as FinishedAccountValidation
      if (pauseMs >= deadline.remainingMs()) {
        throw new TimeoutError(`the bank did not answer about the account within ${timeoutMs} ms`, { ...call, attempts })
      }
      await deadline.sleep(pauseMs)
    }
  } finally {
    deadline.release()
  }
}
