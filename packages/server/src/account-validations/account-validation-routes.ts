import { sendAnswer, workIdempotently } from '../http/answer-idempotently.js'
import type { RegisterRoutes } from '../http/server-context.js'
import { findRail } from '../rails/find-rail.js'
import { wakeWorkers } from '../workers/wake-workers.js'
import type { AccountValidationRow } from './account-validation.js'
import { parseValidationRequest } from './parse-validation-request.js'
import { validateAccount } from './validate-account.js'

/** Asking who owns an account, before money is sent there. */
export const registerAccountValidationRoutes: RegisterRoutes = (app, context) => {
  app.post('/disbursements/validate', async (request, reply) => {
    const account = parseValidationRequest(request.body)
    const { merchantId, isLive } = request.caller
    // Where no bank can be asked, `processing` would be a promise that nobody keeps.
    findRail(context.rails, isLive)
    const answer = await workIdempotently(context, request, async (connection) => {
      const validation = await validateAccount(connection, { merchantId, isLive, ...account })
      return { statusCode: 200, body: { data: presentAccountValidation(validation) } }
    })
    await wakeWorkers(context.pool)
    return sendAnswer(reply, answer)
  })
}

function presentAccountValidation({ accountNumber, bankCode, accountHolder, status }: AccountValidationRow) {
  return { account_number: accountNumber, bank_code: bankCode, account_holder: accountHolder, status }
}
