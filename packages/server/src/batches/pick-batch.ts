import type { Queryable } from '../database/create-pool.js'
import type { ItemStatus } from '../items/item-states.js'
import type { BatchStatus } from './batch-states.js'

export type PickedBatch = { merchantId: string; batchId: string; isLive: boolean; rail: string }

/**
 * Picks the batch whose turn it is among those with items waiting in the given statuses, in the queue of one or on the
 * straight way beyond the batch's cursor, and ends its turn: first the
 * merchant least recently served, then that merchant's batch least recently served. So a batch of 10 is never behind one
 * of 100,000, and one merchant's many batches don't hold up another's.
 *
 * A statement of its own, before the claim: were the turn taken inside the claiming transaction, all workers would queue
 * for the turn of a lone large batch.
 */
export async function pickBatch(
  database: Queryable,
  batchStatus: BatchStatus,
  itemStatuses: ItemStatus[]
): Promise<PickedBatch | undefined> {
  const { rows } = await database.query<PickedBatch>({
    name: 'pick-batch',
    text: `
      WITH candidate AS (
        SELECT batch.merchant_id, batch.id, batch.is_live, batch.rail, turn.last_served_at, merchant.last_served_at AS merchant_served_at
        FROM batches AS batch
        JOIN batch_turns AS turn ON turn.merchant_id = batch.merchant_id AND turn.batch_id = batch.id
        JOIN merchant_turns AS merchant ON merchant.merchant_id = batch.merchant_id
        LEFT JOIN batch_cursors AS cursor ON cursor.merchant_id = batch.merchant_id AND cursor.batch_id = batch.id
        WHERE batch.status = $1
          AND ((CASE WHEN 'ready' = ANY ($2) THEN cursor.send_from WHEN 'need_validation' = ANY ($2) THEN cursor.validate_from END) < batch.item_count
          OR EXISTS (
            SELECT 1 FROM unnest($2::text[]) AS wanted (status)
            WHERE EXISTS (
              SELECT 1 FROM items
              WHERE items.merchant_id = batch.merchant_id AND items.batch_id = batch.id AND items.queued_as = wanted.status
                AND items.due_at <= arus_now())))
      ), picked AS (
        SELECT * FROM candidate ORDER BY merchant_served_at, last_served_at, merchant_id, id LIMIT 1
      ), merchant_turn AS (
        UPDATE merchant_turns AS merchant SET last_served_at = greatest(merchant.last_served_at, arus_now())
        FROM picked WHERE merchant.merchant_id = picked.merchant_id
      )
      UPDATE batch_turns AS turn SET last_served_at = greatest(turn.last_served_at, arus_now())
      FROM picked WHERE turn.merchant_id = picked.merchant_id AND turn.batch_id = picked.id
      RETURNING turn.merchant_id AS "merchantId", turn.batch_id AS "batchId", picked.is_live AS "isLive", picked.rail`,
    values: [batchStatus, itemStatuses]
  })
  return rows[0]
}
