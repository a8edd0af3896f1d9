import { answerIdempotently } from '../http/answer-idempotently.js'
import type { RegisterRoutes } from '../http/server-context.js'
import { createTopup } from './create-topup.js'
import { parseTopupRequest } from './parse-topup-request.js'
import { presentBalance, presentTopup, presentTopupInstruction } from './present-topup.js'
import { readBalance } from './read-balance.js'
import { readTopup } from './read-topup.js'
import { chooseReceivingAccount } from './receiving-account.js'

/** Money coming in, and what there is of it. */
export const registerTopupRoutes: RegisterRoutes = (app, context) => {
  app.post('/disbursements/topup', async (request, reply) => {
    const { senderBank, amountSen } = parseTopupRequest(request.body)
    const { merchantId, isLive } = request.caller
    const receivingAccount = chooseReceivingAccount(isLive, context.configuration.liveTopupAccount)
    return answerIdempotently(context, request, reply, async (connection) => {
      const topup = await createTopup(connection, { merchantId, isLive, senderBank, amountSen, receivingAccount })
      return { statusCode: 200, body: { data: presentTopupInstruction(topup) } }
    })
  })

  app.get('/disbursements/topup/balance', async (request) => {
    const { merchantId } = request.caller
    return { data: { merchant_id: merchantId, ...presentBalance(await readBalance(context.pool, request.caller)) } }
  })

  app.get<{ Params: { id: string } }>('/disbursements/topup/:id', async (request) => {
    const { merchantId, isLive } = request.caller
    return { data: presentTopup(await readTopup(context.pool, { merchantId, isLive, topupId: request.params.id })) }
  })
}
