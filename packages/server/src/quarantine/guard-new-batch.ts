import type { Connection } from '../database/create-pool.js'
import type { Admission } from './admit-batch.js'

type BatchName = { merchantId: string; batchId: string }

/**
 * Holds a batch that was just inserted against what was lost, within the transaction that takes it in.
 *
 * - No statement tells of the lost time yet (a person has overridden the quarantine): all its items are asked about first,
 *   as if they had been sent then.
 * - A line of a statement, which nothing here explains, has the reference of one of its items: this is a batch that was lost
 *   and has come again. All its items are asked about first. The statement has told what was paid, so what the bank
 *   then does not know counts as never sent.
 * - Such a line has the account and the amount of an item, under another reference: perhaps the same payment. That item
 *   waits for a person. So does one whose reference a line has that was paid over another rail: this one would not know it,
 *   and pay again.
 */
export async function guardNewBatch(connection: Connection, admission: Admission, batch: BatchName): Promise<void> {
  if (!admission.hasLostTime) return
  const { unreconciledQuarantineId, isLive } = admission
  if (unreconciledQuarantineId !== undefined) {
    await insertQuarantinedBatch(connection, batch, unreconciledQuarantineId, { asksFirst: true, wasLost: true })
  } else {
    const quarantineId = await findKnownReference(connection, batch, isLive)
    if (quarantineId !== undefined)
      await insertQuarantinedBatch(connection, batch, quarantineId, { asksFirst: true, wasLost: false })
  }
  const quarantineId = await holdSimilarItems(connection, batch, isLive)
  if (quarantineId !== undefined)
    await insertQuarantinedBatch(connection, batch, quarantineId, { asksFirst: false, wasLost: false })
}

/** A row that is there already asks about more. */
async function insertQuarantinedBatch(
  connection: Connection,
  { merchantId, batchId }: BatchName,
  quarantineId: string,
  { asksFirst, wasLost }: { asksFirst: boolean; wasLost: boolean }
): Promise<void> {
  await connection.query({
    name: 'insert-quarantined-batch',
    text: `INSERT INTO quarantined_batches (merchant_id, batch_id, quarantine_id, asks_first, lost_since, lost_until, marked_at)
           SELECT $1, $2, id, $4, CASE WHEN $5 THEN lost_since ELSE arus_now() END, greatest(lost_until, arus_now()), arus_now()
           FROM quarantines WHERE id = $3
           ON CONFLICT (merchant_id, batch_id) DO NOTHING`,
    values: [merchantId, batchId, quarantineId, asksFirst, wasLost]
  })
}

/** Lines of the lost time of any quarantine that no item here explains. */
const LOST_LINES = `
  FROM statement_lines AS line
  JOIN quarantines AS quarantine ON line.occurred_at >= quarantine.lost_since - interval '1 day' AND line.occurred_at <= quarantine.lost_until + interval '1 day'
  WHERE line.state = 'missing_here' AND line.is_live = $3`

/**
 * Whenever the bank booked it: what was sent over a weekend may be booked long after the lost time.
 *
 * @returns the newest quarantine, if a line that nothing here explains has the reference of an item of the batch.
 */
async function findKnownReference(
  connection: Connection,
  { merchantId, batchId }: BatchName,
  isLive: boolean
): Promise<string | undefined> {
  const { rows } = await connection.query<{ id: string }>({
    name: 'find-known-reference',
    text: `SELECT quarantine.id FROM quarantines AS quarantine
           WHERE EXISTS (
             SELECT 1 FROM statement_lines AS line WHERE line.state = 'missing_here' AND line.is_live = $3
               AND EXISTS (SELECT 1 FROM items AS item WHERE item.id = line.reference AND item.merchant_id = $1 AND item.batch_id = $2))
           ORDER BY quarantine.opened_at DESC LIMIT 1`,
    values: [merchantId, batchId, isLive]
  })
  return rows[0]?.id
}

/**
 * The bank's code is not compared: each bank writes its own and others' in its own way, and to hold one payment too many is
 * better than one too few. A line that names an item of ours is that item's alone, and one whose case a person has settled
 * holds nothing any more.
 *
 * @returns the quarantine over which items are held, if any is.
 */
async function holdSimilarItems(
  connection: Connection,
  { merchantId, batchId }: BatchName,
  isLive: boolean
): Promise<string | undefined> {
  const { rows } = await connection.query<{ quarantineId: string }>({
    name: 'hold-similar-items',
    text: `WITH lost AS (
             SELECT DISTINCT ON (line.statement_id, line.line_number) line.statement_id, line.line_number,
               line.account_number, line.amount_sen, quarantine.id AS quarantine_id ${LOST_LINES}
               AND line.account_number <> '' AND (line.merchant_id IS NULL OR line.merchant_id = $1)
               AND NOT EXISTS (SELECT 1 FROM items WHERE items.id = line.reference)
               AND NOT EXISTS (SELECT 1 FROM cases WHERE cases.statement_id = line.statement_id AND cases.line_number = line.line_number AND cases.closed_at IS NOT NULL)
             ORDER BY line.statement_id, line.line_number, quarantine.opened_at DESC
           ), similar_items AS (
             SELECT DISTINCT ON (item.ordinal) item.ordinal, lost.statement_id, lost.line_number, lost.quarantine_id
             FROM items AS item
             JOIN lost ON lost.account_number = item.account_number AND lost.amount_sen = item.amount_sen
             WHERE item.merchant_id = $1 AND item.batch_id = $2 AND item.status <> 'invalid'
               AND NOT EXISTS (SELECT 1 FROM statement_lines AS own WHERE own.reference = item.id AND own.is_live = $3 AND own.state = 'missing_here')
             ORDER BY item.ordinal
           ), paid_elsewhere AS (
             SELECT DISTINCT ON (item.ordinal) item.ordinal, line.statement_id, line.line_number,
               (SELECT id FROM quarantines ORDER BY opened_at DESC LIMIT 1) AS quarantine_id
             FROM statement_lines AS line
             JOIN statements AS statement ON statement.id = line.statement_id
             JOIN items AS item ON item.id = line.reference AND item.merchant_id = $1 AND item.batch_id = $2
             JOIN batches AS batch ON batch.merchant_id = $1 AND batch.id = $2 AND batch.rail <> statement.rail
             WHERE line.state = 'missing_here' AND line.is_live = $3 AND item.status <> 'invalid'
             ORDER BY item.ordinal, line.occurred_at
           ), kept AS (
             SELECT * FROM similar_items UNION ALL SELECT * FROM paid_elsewhere
           ), held AS (
             INSERT INTO quarantined_items (merchant_id, batch_id, ordinal, statement_id, line_number)
             SELECT $1, $2, ordinal, statement_id, line_number FROM kept
           )
           SELECT quarantine_id AS "quarantineId" FROM kept LIMIT 1`,
    values: [merchantId, batchId, isLive]
  })
  return rows[0]?.quarantineId
}
