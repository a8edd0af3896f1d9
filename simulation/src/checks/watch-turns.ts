import type { World } from '../run/world.js'

type Waiting = { batchId: string }

/** Nobody is passed over so often: a turn of each other batch of its merchant's, and one of another merchant's between each two. */
const MAX_PASSED_OVER = 6

/**
 * Sees that no batch with items to send waits while others have turn after turn. The database's clock goes on by a
 * microsecond for each turn, so no two of them are equal.
 */
export function watchTurns(world: World): void {
  const passedOver = new Map<string, number>()
  const { onAnswer } = world
  world.onAnswer = async (actor, config, result) => {
    await onAnswer(actor, config, result)
    if (config.name !== 'pick-batch' || result.rows.length === 0) return
    const { batchId: servedId } = result.rows[0] as Waiting
    // Whatever it was served with, to be asked about too: its turn is over.
    passedOver.delete(servedId)
    const [, statuses] = config.values as [string, string[]]
    if (!statuses.includes('ready')) return
    const { rows } = await world.database.pool.query<Waiting>({
      name: 'waiting-batches',
      text: `SELECT batch.id AS "batchId" FROM batches AS batch
             LEFT JOIN batch_cursors AS cursor ON cursor.merchant_id = batch.merchant_id AND cursor.batch_id = batch.id
             WHERE batch.status = 'approved' AND (cursor.send_from < batch.item_count OR EXISTS (
               SELECT FROM items WHERE items.merchant_id = batch.merchant_id AND items.batch_id = batch.id
                 AND items.status = 'ready' AND items.due_at <= arus_now()))`
    })
    const waiting = new Set(rows.map(({ batchId }) => batchId))
    waiting.delete(servedId)
    for (const batchId of passedOver.keys()) if (!waiting.has(batchId)) passedOver.delete(batchId)
    for (const batchId of waiting) {
      const times = (passedOver.get(batchId) ?? 0) + 1
      passedOver.set(batchId, times)
      if (times === MAX_PASSED_OVER) world.findings.push(`${batchId} waits while others are served ${times} times`)
    }
  }
}
