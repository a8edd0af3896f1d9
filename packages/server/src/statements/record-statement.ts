import type { Pool, Queryable } from '../database/create-pool.js'
import { type ItemReport, recordOutcomes } from '../items/record-outcomes.js'
import { copiesOfLine } from './copies-of-line.js'

/** The statement needs nothing of how a rail answers. */
export const NO_RAIL = { notFoundHorizonMs: 0, refusesRepeatsForMs: undefined }
const CHUNK_ITEMS = 500

type UnpaidItem = {
  merchantId: string
  batchId: string
  ordinal: number
  reference: string
  /** Until when a worker may be sending it; null where none may. */
  sendingUntil: string | null
}

/**
 * Tells the items that a statement has and that never came to be paid here that they are: an open one becomes done, a
 * failed one is late truth. Lines that no statement before could explain are looked at again too: their item may have
 * come since. Each chunk is a transaction of its own, and doing all of it again changes nothing. One that is being sent is not
 * told: its worker would send it all the same.
 */
export async function recordStatement(
  pool: Pool,
  { statementId, isLive, actor }: { statementId: string; isLive: boolean; actor: string }
): Promise<void> {
  const items = (await readUnpaidItems(pool, { statementId, isLive })).filter(({ sendingUntil }) => sendingUntil === null)
  for (const chunk of splitByBatch(items)) {
    const { merchantId, batchId } = chunk[0]!
    const reports = chunk.map(
      ({ ordinal, reference }): ItemReport => ({
        ordinal,
        attempt: 0,
        source: 'statement',
        outcome: { kind: 'paid', railReference: reference }
      })
    )
    await recordOutcomes(pool, { merchantId, isLive, batchId, actor, policy: NO_RAIL }, reports)
  }
}

/** Chunks of one batch each: that is what one transaction takes. */
export function splitByBatch<Item extends { batchId: string }>(items: Item[]): Item[][] {
  const chunks: Item[][] = []
  for (const item of items) {
    const last = chunks.at(-1)
    if (last !== undefined && last.length < CHUNK_ITEMS && last[0]!.batchId === item.batchId) last.push(item)
    else chunks.push([item])
  }
  return chunks
}

/**
 * The items that a statement would tell that they are paid, in the order of their batches. One that was ever done is left
 * alone: that it came back since is told elsewhere, and newer; unless a person took it back since no statement had it. So is one
 * that a statement has coming back: whether it is paid or not is for a person to find out. A line that an earlier statement has too
 * says nothing new: what a person has said of it stands. Of what is being sent only the statement's own lines count: an older one
 * keeps its case, and is looked at again with the next statement.
 */
export async function readUnpaidItems(
  database: Queryable,
  { statementId, isLive }: { statementId: string; isLive: boolean }
): Promise<UnpaidItem[]> {
  const { rows } = await database.query<UnpaidItem>({
    name: 'read-unpaid-items',
    text: `
      SELECT DISTINCT item.merchant_id AS "merchantId", item.batch_id AS "batchId", item.ordinal, line.reference, sending.until AS "sendingUntil"
      FROM (
        SELECT line.reference, line.amount_sen, line.merchant_id, true AS is_own FROM statement_lines AS line ${copiesOfLine('statement_lines')}
        WHERE line.statement_id = $1 AND line.state = 'read' AND line.reference <> '' AND copies.here > copies.elsewhere
        UNION ALL SELECT reference, amount_sen, merchant_id, false FROM statement_lines WHERE is_live = $2 AND state = 'missing_here'
      ) AS line
      CROSS JOIN LATERAL (
        SELECT merchant_id, batch_id, ordinal, amount_sen, status, attempt, corrected_from FROM items WHERE items.id = line.reference OFFSET 0) AS item
      LEFT JOIN LATERAL (
        SELECT send_until AS until FROM transfer_attempts
        WHERE item.status = 'sending' AND merchant_id = item.merchant_id AND batch_id = item.batch_id AND ordinal = item.ordinal
          AND attempt = item.attempt AND send_until > arus_now() OFFSET 0) AS sending ON true
      WHERE (line.is_own OR sending.until IS NULL) AND item.amount_sen = line.amount_sen AND (line.merchant_id IS NULL OR line.merchant_id = item.merchant_id)
        AND (item.corrected_from IS NULL OR (
          -- A person has said of what no statement had that the bank had not paid it.
          item.status = 'failed' AND EXISTS (
            SELECT 1 FROM cases WHERE merchant_id = item.merchant_id AND batch_id = item.batch_id AND ordinal = item.ordinal
              AND kind = 'missing_there' AND resolution = 'not_paid')
          AND 0 = (SELECT count(*) FILTER (WHERE other.state = 'matched') FROM statement_lines AS other WHERE other.reference = line.reference)))
        AND (
          item.status IN ('ready', 'sending', 'accepted', 'unknown', 'failed')
          -- On the straight way, and not sent yet: a worker would send it at any moment.
          OR (item.status IN ('need_validation', 'valid') AND EXISTS (
            SELECT 1 FROM batch_cursors WHERE merchant_id = item.merchant_id AND batch_id = item.batch_id AND send_from IS NOT NULL)))
        AND NOT EXISTS (SELECT 1 FROM statement_returns WHERE statement_returns.reference = line.reference)
        AND EXISTS (SELECT 1 FROM batches WHERE merchant_id = item.merchant_id AND id = item.batch_id AND is_live = $2 AND status <> 'deleted')
      ORDER BY 1, 2, 3`,
    values: [statementId, isLive]
  })
  return rows
}
