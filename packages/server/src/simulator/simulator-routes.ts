import { ApiError } from '../errors/api-error.js'
import type { Caller } from '../http/caller.js'
import { checkBody } from '../http/check-body.js'
import type { RegisterRoutes, ServerContext } from '../http/server-context.js'
import { presentItem } from '../items/present-item.js'
import { completeTopup } from '../topups/complete-topup.js'
import { presentTopup } from '../topups/present-topup.js'
import { readTopup } from '../topups/read-topup.js'
import type { TopupRow } from '../topups/topup.js'
import { wakeWorkers } from '../workers/wake-workers.js'
import { type ItemSettlement, settleItem } from './settle-item.js'

/** What the world outside would do: transfers that come in, and a bank's decisions. For test keys only. */
export const registerSimulatorRoutes: RegisterRoutes = (app, context) => {
  app.post<{ Params: { id: string } }>('/simulator/topups/:id/complete', async (request) => {
    refuseLiveKey(request.caller)
    return { data: presentTopup(await payTopup(context, request.caller, request.params.id)) }
  })

  app.post<{ Params: { id: string } }>('/simulator/items/:id/settle', async (request) => {
    refuseLiveKey(request.caller)
    const settlement = checkBody<ItemSettlement>('settleItem', request.body)
    const item = await settleItem(context, request.caller, request.params.id, settlement)
    await wakeWorkers(context.pool)
    return { data: presentItem(item) }
  })
}

function refuseLiveKey(caller: Caller): void {
  if (caller.isLive) throw new ApiError('TEST_MODE_ONLY')
}

/** A top-up that is completed stays as it is, by whatever reference. */
async function payTopup({ pool }: ServerContext, { merchantId, isLive, apiKeyId }: Caller, topupId: string): Promise<TopupRow> {
  const scope = { merchantId, isLive, topupId }
  const topup = await readTopup(pool, scope)
  if (topup.status === 'completed') return topup
  const completion = { ...scope, reference: `simulator:${topupId}`, completedBy: apiKeyId }
  return (await completeTopup(pool, completion)).topup
}
