import type { FastifyRequest } from 'fastify'
import { withTransaction } from '../database/with-transaction.js'
import { sendAnswer, workIdempotently } from '../http/answer-idempotently.js'
import { checkBody } from '../http/check-body.js'
import { readBoolean, readPage, readWholeNumber, readWord } from '../http/read-query.js'
import type { RegisterRoutes } from '../http/server-context.js'
import { itemStatusesOf, presentItem, WIRE_ITEM_STATUSES } from '../items/present-item.js'
import { countItemsByStatus, readItems } from '../items/read-items.js'
import { findRail } from '../rails/find-rail.js'
import { wakeWorkers } from '../workers/wake-workers.js'
import { approveBatch } from './approve-batch.js'
import type { ActorScope, BatchRow } from './batch.js'
import { isFinalBatchStatus } from './batch-states.js'
import { deleteBatch, rejectBatch } from './close-batch.js'
import { listBatches } from './list-batches.js'
import {
  batchStatusOf,
  presentBatch,
  presentBatchDetails,
  presentBatchStatus,
  presentBatchSummary,
  WIRE_BATCH_STATUSES
} from './present-batch.js'
import { findBatchByKey, readBatch } from './read-batch.js'
import { readBatchReference } from './read-batch-reference.js'
import { signCompletedBatch } from './sign-batch.js'
import { registerSubmitRoute } from './submit-route.js'

type ById = { Params: { id: string } }

/** Everything that is done with batches. */
export const registerBatchRoutes: RegisterRoutes = (app, context) => {
  const { pool, configuration, rails } = context
  registerSubmitRoute(app, context)

  app.post<ById>('/disbursements/:id/approve', async (request, reply) => {
    const scope = scopeOf(request)
    const ignoreInvalid = readBoolean(request, 'ignore_invalid', 'ignored_invalid')
    const answer = await workIdempotently(context, request, async (connection) => {
      findRail(rails, scope.isLive)
      const terms = { ...scope, feePerItemSen: configuration.feePerItemSen }
      const batch = await approveBatch(connection, terms, request.params.id, { ignoreInvalid })
      return { statusCode: 200, body: { data: presentBatchSummary(batch) } }
    })
    await wakeWorkers(pool)
    return sendAnswer(reply, answer)
  })

  app.post<ById>('/disbursements/:id/reject', async (request) => {
    const { reason } = checkBody<{ reason: string }>('rejectDisbursement', request.body)
    const batch = await withTransaction(pool, (connection) =>
      rejectBatch(connection, scopeOf(request), request.params.id, reason)
    )
    return { data: presentBatchSummary(batch) }
  })

  app.delete<ById>('/disbursements/:id', async (request) => {
    await withTransaction(pool, (connection) => deleteBatch(connection, scopeOf(request), request.params.id))
    return { data: 'Deleted Successfully' }
  })

  app.get('/disbursements', async (request) => {
    const status = readWord(request, 'status', WIRE_BATCH_STATUSES)
    const page = { ...readPage(request), ...(status === undefined ? {} : { status: batchStatusOf(status) }) }
    const { batches, count } = await listBatches(pool, scopeOf(request), page)
    return { data: { disbursements: batches.map(presentBatch), count } }
  })

  app.get<ById>('/disbursements/:id', async (request) => {
    return { data: await presentDetails(request, await readBatch(pool, scopeOf(request), request.params.id)) }
  })

  app.post('/disbursements/status', async (request) => {
    const reference = readBatchReference(request.body)
    const scope = scopeOf(request)
    const batch =
      'id' in reference ? await readBatch(pool, scope, reference.id) : await findBatchByKey(pool, scope, reference.batchKey)
    return { data: await presentDetails(request, batch) }
  })

  app.get<ById>('/disbursements/:id/status', async (request) => {
    const batch = await readBatch(pool, scopeOf(request), request.params.id)
    const signature = signCompletedBatch(batch, request.caller.secretKey) ?? ''
    return { data: { status: presentBatchStatus(batch.status), is_completed: isFinalBatchStatus(batch.status), signature } }
  })

  app.get<ById>('/disbursements/:id/items', async (request) => {
    const page = readItemPage(request)
    const { items, count } = await readItems(pool, scopeOf(request), request.params.id, page)
    const last = items.at(-1)
    const nextCursor = last === undefined || items.length < page.limit ? null : String(last.ordinal)
    return {
      data: { submission_status: 'completed', disbursement_batch_items: items.map(presentItem), count, next_cursor: nextCursor }
    }
  })

  async function presentDetails(request: FastifyRequest, batch: BatchRow) {
    return presentBatchDetails(batch, await countItemsByStatus(pool, batch), request.caller.secretKey)
  }
}

function scopeOf(request: FastifyRequest): ActorScope {
  const { merchantId, isLive, apiKeyId } = request.caller
  return { merchantId, isLive, actor: apiKeyId }
}

function readItemPage(request: FastifyRequest) {
  const status = readWord(request, 'status', WIRE_ITEM_STATUSES)
  const afterOrdinal = readWholeNumber(request, 'cursor', 2_000_000_000)
  const { skip, limit } = readPage(request)
  return {
    limit,
    ...(status === undefined ? {} : { statuses: itemStatusesOf(status) }),
    ...(afterOrdinal === undefined ? { skip } : { skip: 0, afterOrdinal })
  }
}
