import { openCases } from '../cases/open-cases.js'
import type { Connection } from '../database/create-pool.js'
import { HELD_ATTEMPT } from './held-attempt.js'

type LockedBatch = { merchantId: string; id: string; isLive: boolean; rail: string; feePerItemSen: bigint }

/** Long after anybody who may settle the case has done so. */
const HELD_YEARS = 100

/**
 * Keeps back the items of a locked, approved batch that were not sent, and of which a statement says something that only a
 * person can explain: that one was paid before it was approved, or with another amount. They become `unknown`, are asked
 * about by nobody, and have a case that only the bank's word settles. Lines that are stored and not compared yet count
 * too: what they come to be is not known before it could be sent.
 *
 * A line whose case a person has settled before holds nothing any more.
 *
 * @param ordinals the only items to look at; undefined: all of the batch
 */
export async function holdContradictedItems(connection: Connection, batch: LockedBatch, ordinals?: number[]): Promise<void> {
  const { rows } = await connection.query<{ ordinal: number; id: string; wasUnreleased: boolean }>({
    name: 'hold-contradicted-items',
    text: `WITH doubted AS (
             SELECT one.ordinal FROM cases AS one
             JOIN items AS item ON item.merchant_id = one.merchant_id AND item.batch_id = one.batch_id AND item.ordinal = one.ordinal
             WHERE one.merchant_id = $1 AND one.batch_id = $2 AND one.closed_at IS NULL AND one.kind IN ('contradiction', 'amount_differs')
               AND (0 < (SELECT count(*) FILTER (WHERE line.is_live = $3 AND line.state IN ('contradicted', 'amount_differs'))
                         FROM statement_lines AS line WHERE line.reference = item.id)
                 OR 0 < (SELECT count(*) FILTER (WHERE line.is_live = $3 AND line.state = 'return_unclear')
                         FROM statement_returns AS line WHERE line.reference = item.id))
             UNION
             SELECT item.ordinal FROM items AS item
             WHERE EXISTS (SELECT 1 FROM statements WHERE statements.is_live = $3 AND statements.reconciled_at IS NULL)
               AND item.merchant_id = $1 AND item.batch_id = $2 AND ($4::integer[] IS NULL OR item.ordinal = ANY ($4::integer[]))
               AND (0 < (SELECT count(*) FILTER (WHERE line.is_live = $3 AND line.state = 'read')
                         FROM statement_lines AS line WHERE line.reference = item.id)
                 OR 0 < (SELECT count(*) FILTER (WHERE line.is_live = $3 AND line.state = 'read')
                         FROM statement_returns AS line WHERE line.reference = item.id))
           ), unsent AS (
             SELECT item.ordinal, item.status IN ('valid', 'need_validation') AND NOT EXISTS (
                 SELECT 1 FROM batch_cursors WHERE merchant_id = $1 AND batch_id = $2 AND send_from IS NOT NULL) AS was_unreleased
             FROM items AS item
             WHERE item.merchant_id = $1 AND item.batch_id = $2 AND item.status IN ('valid', 'need_validation', 'ready')
               AND item.ordinal = ANY (ARRAY(SELECT ordinal FROM doubted)) AND ($4::integer[] IS NULL OR item.ordinal = ANY ($4::integer[]))
             ORDER BY item.ordinal FOR UPDATE
           ), held AS (
             UPDATE items AS item
             SET status = 'unknown', attempt = item.attempt + 1, due_at = arus_now() + make_interval(years => $6), fee_sen = $5, check_count = 0,
                 not_found_at = NULL, updated_at = arus_now(), status_set_at = arus_now()
             FROM unsent WHERE item.merchant_id = $1 AND item.batch_id = $2 AND item.ordinal = unsent.ordinal
             RETURNING item.ordinal, item.id, item.attempt, unsent.was_unreleased
           ), attempts AS (
             INSERT INTO transfer_attempts (merchant_id, batch_id, ordinal, attempt, rail, worker_id, claimed_at, send_until, outcome, detail)
             SELECT $1, $2, ordinal, attempt, $7, $8, arus_now(), arus_now(), 'unknown', $9 FROM held
           )
           SELECT ordinal, id, was_unreleased AS "wasUnreleased" FROM held ORDER BY ordinal`,
    values: [
      batch.merchantId,
      batch.id,
      batch.isLive,
      ordinals ?? null,
      batch.feePerItemSen,
      HELD_YEARS,
      batch.rail,
      HELD_ATTEMPT.workerId,
      HELD_ATTEMPT.detail
    ]
  })
  if (rows.length === 0) return
  await countReleased(connection, batch, rows.filter(({ wasUnreleased }) => wasUnreleased).length)
  await openCases(
    connection,
    batch,
    rows.map(({ ordinal, id }) => ({
      kind: 'unresolved' as const,
      ordinal,
      detail: { item_id: id, status: 'unknown', learnt: 'a_payment_on_a_statement' }
    }))
  )
}

/** What is held is handed out by nobody any more. */
async function countReleased(connection: Connection, { merchantId, id }: LockedBatch, released: number): Promise<void> {
  if (released === 0) return
  await connection.query({
    name: 'count-held-as-released',
    text: 'UPDATE batches SET unreleased_items = unreleased_items - $3, updated_at = arus_now() WHERE merchant_id = $1 AND id = $2',
    values: [merchantId, id, released]
  })
}
