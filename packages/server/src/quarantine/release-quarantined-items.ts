import { openCases } from '../cases/open-cases.js'
import type { Connection } from '../database/create-pool.js'
import { LEARNT_BY_SIMILAR_PAYMENT, RESTORED_ATTEMPT } from './restored-attempt.js'

type LockedBatch = { merchantId: string; id: string; isLive: boolean; rail: string; feePerItemSen: bigint }

/** Long after anybody who may settle the case has done so. */
const HELD_YEARS = 100

/** Says whether items of a locked batch may have been paid in a history that is lost. */
export async function isQuarantined(connection: Connection, { merchantId, id }: LockedBatch): Promise<boolean> {
  const { rows } = await connection.query<{ is: boolean }>({
    name: 'is-quarantined',
    text: 'SELECT EXISTS (SELECT 1 FROM quarantined_batches WHERE merchant_id = $1 AND batch_id = $2) AS is',
    values: [merchantId, id]
  })
  return rows[0]!.is
}

/**
 * Does for the next items of an approved batch, instead of making them `ready`, what must be done where they may have been
 * paid before: they become `unknown`, with an attempt that nobody has answered, so the bank is asked. Those that a line of
 * a statement resembles wait for a person, with a case. Only the others become `ready`.
 *
 * @returns how many were released.
 */
export async function releaseQuarantinedItems(connection: Connection, batch: LockedBatch, maxItems: number): Promise<number> {
  const { rows } = await connection.query<{ ordinal: number; id: string; statementId: string | null; lineNumber: number | null }>(
    {
      name: 'release-quarantined-items',
      text: `WITH step AS (
             SELECT item.ordinal, held.statement_id, held.line_number, (quarantined.asks_first OR held.ordinal IS NOT NULL) AS asks_first,
               quarantined.lost_since, quarantined.lost_until
             FROM (
               SELECT ordinal FROM items WHERE merchant_id = $1 AND batch_id = $2 AND status IN ('valid', 'need_validation')
               ORDER BY ordinal LIMIT $4 FOR UPDATE) AS item
             JOIN quarantined_batches AS quarantined ON quarantined.merchant_id = $1 AND quarantined.batch_id = $2
             LEFT JOIN quarantined_items AS held ON held.merchant_id = $1 AND held.batch_id = $2 AND held.ordinal = item.ordinal
           ), released AS (
             UPDATE items AS item
             SET status = CASE WHEN step.asks_first THEN 'unknown' ELSE 'ready' END,
                 attempt = CASE WHEN step.asks_first THEN item.attempt + $5 ELSE item.attempt END,
                 due_at = CASE WHEN step.statement_id IS NULL THEN arus_now() ELSE arus_now() + make_interval(years => $6) END,
                 fee_sen = $3, check_count = 0, updated_at = arus_now(), status_set_at = arus_now()
             FROM step WHERE item.merchant_id = $1 AND item.batch_id = $2 AND item.ordinal = step.ordinal
             RETURNING item.ordinal, item.id, item.attempt, step.asks_first, step.lost_since, step.lost_until, step.statement_id, step.line_number
           ), attempts AS (
             INSERT INTO transfer_attempts (merchant_id, batch_id, ordinal, attempt, rail, worker_id, claimed_at, send_until, outcome, detail)
             SELECT $1, $2, ordinal, attempt, $7, $8, lost_since, lost_until, 'unknown', $9 FROM released WHERE asks_first
           )
           SELECT ordinal, id, statement_id AS "statementId", line_number AS "lineNumber" FROM released`,
      values: [
        batch.merchantId,
        batch.id,
        batch.feePerItemSen,
        maxItems,
        RESTORED_ATTEMPT.numberAbove,
        HELD_YEARS,
        batch.rail,
        RESTORED_ATTEMPT.workerId,
        RESTORED_ATTEMPT.detail
      ]
    }
  )
  await openCases(
    connection,
    batch,
    rows.flatMap(({ ordinal, id, statementId, lineNumber }) =>
      statementId === null
        ? []
        : [
            {
              kind: 'unresolved' as const,
              ordinal,
              detail: {
                item_id: id,
                status: 'unknown',
                learnt: LEARNT_BY_SIMILAR_PAYMENT,
                statement_id: statementId,
                line_number: lineNumber
              }
            }
          ]
    )
  )
  return rows.length
}
