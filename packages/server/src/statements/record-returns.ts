import type { Pool, Queryable } from '../database/create-pool.js'
import { type ItemReport, recordOutcomes } from '../items/record-outcomes.js'
import { copiesOfLine } from './copies-of-line.js'
import { PAYMENTS_OF_RETURN } from './payments-of-return.js'
import { NO_RAIL, splitByBatch } from './record-statement.js'

type ReturnedItem = { merchantId: string; batchId: string; ordinal: number }

/**
 * Tells the items that are done and of which a statement says that their money came back that they are failed: by way of
 * late truth, through `suspense`, with a case each. Each chunk is a transaction of its own, and doing all of it again
 * changes nothing. An item that is open is not told: a person must find out what became of it.
 */
export async function recordReturns(
  pool: Pool,
  { statementId, isLive, actor }: { statementId: string; isLive: boolean; actor: string }
): Promise<void> {
  const items = await readReturnedItems(pool, { statementId, isLive })
  for (const chunk of splitByBatch(items)) {
    const { merchantId, batchId } = chunk[0]!
    const reports = chunk.map(
      ({ ordinal }): ItemReport => ({
        ordinal,
        attempt: 0,
        source: 'statement',
        outcome: { kind: 'not_paid', reason: "it came back, by the bank's statement" }
      })
    )
    await recordOutcomes(pool, { merchantId, isLive, batchId, actor, policy: NO_RAIL }, reports)
  }
}

/**
 * The items that are done, and that a line of this statement says came back; or a line of an earlier one, which no item had
 * then, or whose item was still open and whose case nobody has settled. An item that came back once does not do so again. A line that
 * an earlier statement has too is that line: nothing new, where a person has said what it is.
 */
export async function readReturnedItems(
  database: Queryable,
  { statementId, isLive }: { statementId: string; isLive: boolean }
): Promise<ReturnedItem[]> {
  const { rows } = await database.query<ReturnedItem>({
    name: 'read-returned-items',
    text: `
      SELECT DISTINCT item.merchant_id AS "merchantId", item.batch_id AS "batchId", item.ordinal
      FROM (
        SELECT line.reference, line.amount_sen, line.merchant_id, false AS needs_case FROM statement_returns AS line ${copiesOfLine('statement_returns')}
        WHERE line.statement_id = $1 AND line.state = 'read' AND copies.here > copies.elsewhere
        UNION ALL
        SELECT reference, amount_sen, merchant_id, state = 'return_unclear' FROM statement_returns
        WHERE is_live = $2 AND state IN ('missing_here', 'return_unclear')
      ) AS line
      CROSS JOIN LATERAL (
        SELECT merchant_id, batch_id, ordinal, amount_sen, status FROM items WHERE items.id = line.reference OFFSET 0) AS item
      WHERE item.status = 'done' AND item.amount_sen = line.amount_sen AND (line.merchant_id IS NULL OR line.merchant_id = item.merchant_id)
        AND 0 = (SELECT count(*) FILTER (WHERE other.state = 'returned') FROM statement_returns AS other WHERE other.reference = line.reference)
        AND ${PAYMENTS_OF_RETURN} < 2
        AND (NOT line.needs_case OR EXISTS (
          SELECT 1 FROM cases AS one WHERE one.merchant_id = item.merchant_id AND one.batch_id = item.batch_id AND one.ordinal = item.ordinal
            AND one.kind = 'contradiction' AND one.closed_at IS NULL))
        AND EXISTS (SELECT 1 FROM batches WHERE merchant_id = item.merchant_id AND id = item.batch_id AND is_live = $2 AND status <> 'deleted')
      ORDER BY 1, 2, 3`,
    values: [statementId, isLive]
  })
  return rows
}
