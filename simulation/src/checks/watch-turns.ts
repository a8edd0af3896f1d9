import type { World } from '../run/world.js'

type Waiting = { merchantId: string; batchId: string }

/** Nobody is passed over so often: a turn of each other batch, and one more for each worker that had chosen already. */
const MAX_PASSED_OVER = 6

const CLAIMS = new Set(['claim-items-to-send', 'claim-range-to-send'])

/** Sees that no batch with items to send waits while another is served again and again. */
export function watchTurns(world: World): void {
  const passedOver = new Map<string, number>()
  const { onAnswer, scheduler } = world
  let servedAtMs = 0
  world.onAnswer = async (actor, config, result) => {
    await onAnswer(actor, config, result)
    if (!CLAIMS.has(config.name ?? '') || result.rows.length === 0) return
    const [, servedId] = config.values as string[]
    const { rows } = await world.database.pool.query<Waiting>({
      name: 'waiting-batches',
      text: `SELECT batch.merchant_id AS "merchantId", batch.id AS "batchId" FROM batches AS batch
             LEFT JOIN batch_cursors AS cursor ON cursor.merchant_id = batch.merchant_id AND cursor.batch_id = batch.id
             WHERE batch.status = 'approved' AND (cursor.send_from < batch.item_count OR EXISTS (
               SELECT FROM items WHERE items.merchant_id = batch.merchant_id AND items.batch_id = batch.id
                 AND items.status = 'ready' AND items.due_at <= arus_now()))`
    })
    // Turns that are taken at the same moment are equal: which batch has the next then says nothing.
    if (scheduler.nowMs() === servedAtMs) return
    servedAtMs = scheduler.nowMs()
    const waiting = new Set(rows.map(({ batchId }) => batchId))
    for (const batchId of passedOver.keys()) if (!waiting.has(batchId)) passedOver.delete(batchId)
    for (const batchId of waiting) passedOver.set(batchId, (passedOver.get(batchId) ?? 0) + 1)
    passedOver.delete(servedId!)
    for (const [batchId, times] of passedOver)
      if (times === MAX_PASSED_OVER) world.findings.push(`${batchId} waits while others are served ${times} times`)
  }
}
