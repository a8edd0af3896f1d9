import type { Queryable } from '../database/create-pool.js'

/** An item that is done, of which no statement has a line. */
export type MissingItem = { merchantId: string; batchId: string; ordinal: number; itemId: string; amountSen: bigint }

/**
 * Finds the items that became done over a statement's rail in its period and that no statement of any time names. Those of the
 * period's last hours may be on the next statement: their cases close by themselves when it is reconciled.
 */
export async function findMissingThere(database: Queryable, statementId: string): Promise<MissingItem[]> {
  const { rows } = await database.query<MissingItem>({
    name: 'find-missing-there',
    text: `
      SELECT item.merchant_id AS "merchantId", item.batch_id AS "batchId", item.ordinal, item.id AS "itemId", item.amount_sen AS "amountSen"
      FROM statements AS statement
      JOIN batches AS batch ON batch.is_live = statement.is_live AND batch.approved_at < statement.period_to AND batch.updated_at >= statement.period_from
        AND (statement.merchant_id IS NULL OR batch.merchant_id = statement.merchant_id) AND coalesce(batch.rail = statement.rail, true)
      CROSS JOIN LATERAL (
        SELECT merchant_id, batch_id, ordinal, id, amount_sen FROM items
        WHERE items.merchant_id = batch.merchant_id AND items.batch_id = batch.id AND items.status = 'done'
          AND items.status_set_at >= statement.period_from AND items.status_set_at < statement.period_to OFFSET 0) AS item
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE line.is_live = statement.is_live AND line.state <> 'read') AS count
        FROM statement_lines AS line WHERE line.reference = item.id OFFSET 0) AS named
      WHERE statement.id = $1 AND named.count = 0
      ORDER BY item.merchant_id, item.batch_id, item.ordinal`,
    values: [statementId]
  })
  return rows
}
