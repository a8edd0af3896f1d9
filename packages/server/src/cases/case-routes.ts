import { sendAnswer, workIdempotently } from '../http/answer-idempotently.js'
import { checkBody } from '../http/check-body.js'
import { readPage, readText, readWord } from '../http/read-query.js'
import type { RegisterRoutes } from '../http/server-context.js'
import { wakeWorkers } from '../workers/wake-workers.js'
import { readCase } from './case.js'
import { CASE_KINDS } from './case-kinds.js'
import { listCases } from './list-cases.js'
import { presentCase } from './present-case.js'
import { type CaseSettlement, settleCase } from './settle-case.js'

type ById = { Params: { id: string } }

/** What only a person can settle. */
export const registerCaseRoutes: RegisterRoutes = (app, context) => {
  const { pool } = context

  app.get('/cases', async (request) => {
    const { merchantId, isLive } = request.caller
    const status = readWord(request, 'status', ['open', 'settled'])
    const kind = readWord(request, 'kind', CASE_KINDS)
    const batchId = readText(request, 'disbursement_id')
    const filter = {
      merchantId,
      isLive,
      ...(status === undefined ? {} : { status }),
      ...(kind === undefined ? {} : { kind }),
      ...(batchId === undefined ? {} : { batchId })
    }
    const { cases, count } = await listCases(pool, filter, readPage(request))
    return { data: { cases: cases.map(presentCase), count } }
  })

  app.get<ById>('/cases/:id', async (request) => {
    return { data: presentCase(await readCase(pool, request.caller, request.params.id)) }
  })

  app.post<ById>('/cases/:id/settle', async (request, reply) => {
    const { merchantId, isLive, apiKeyId } = request.caller
    const settlement = checkBody<CaseSettlement>('settleCase', request.body)
    const answer = await workIdempotently(context, request, async (connection) => {
      const scope = { merchantId, isLive, actor: apiKeyId }
      return { statusCode: 200, body: { data: presentCase(await settleCase(connection, scope, request.params.id, settlement)) } }
    })
    await wakeWorkers(pool)
    return sendAnswer(reply, answer)
  })
}
