import type { BatchRow } from '../batches/batch.js'
import type { Connection } from '../database/create-pool.js'
import type { AttemptOutcome, ItemFacts } from './decide-outcome.js'

export type LockedItem = ItemFacts & {
  ordinal: number
  id: string
  amountSen: bigint
  feeSen: bigint
  correctedFrom: 'done' | 'failed' | null
}

type ItemFactsRow = Omit<LockedItem, 'attempts' | 'notFoundAtMs'> & { notFoundAtMs: number | null }
type AttemptRow = { ordinal: number; attempt: number; outcome: AttemptOutcome | null; claimedAtMs: number; sendUntilMs: number }

/** Locks items of a locked batch, in the order of their ordinals, and reads what decides about them. */
export async function lockItems(connection: Connection, batch: BatchRow, ordinals: number[]): Promise<Map<number, LockedItem>> {
  const rows = await lockRows(connection, batch, ordinals)
  const items = new Map<number, LockedItem>()
  for (const row of rows) items.set(row.ordinal, { ...row, notFoundAtMs: row.notFoundAtMs ?? undefined, attempts: [] })
  for (const { ordinal, outcome, ...attempt } of await readAttempts(connection, batch, ordinals)) {
    items.get(ordinal)?.attempts.push({ ...attempt, outcome: outcome ?? undefined })
  }
  return items
}

async function lockRows(connection: Connection, batch: BatchRow, ordinals: number[]): Promise<ItemFactsRow[]> {
  const { rows } = await connection.query<ItemFactsRow>({
    name: 'lock-items',
    text: `SELECT ordinal, id, status, attempt, amount_sen AS "amountSen", fee_sen AS "feeSen", corrected_from AS "correctedFrom",
             check_count AS "checkCount",
             extract(epoch FROM not_found_at)::double precision * 1000 AS "notFoundAtMs",
             coalesce(extract(epoch FROM status_set_at)::double precision * 1000, 0) AS "statusSetAtMs",
             extract(epoch FROM arus_now())::double precision * 1000 AS "nowMs"
           FROM items WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = ANY ($3::integer[])
           ORDER BY ordinal FOR UPDATE`,
    values: [batch.merchantId, batch.id, ordinals]
  })
  return rows
}

async function readAttempts(connection: Connection, batch: BatchRow, ordinals: number[]): Promise<AttemptRow[]> {
  const { rows } = await connection.query<AttemptRow>({
    name: 'read-attempts',
    text: `SELECT ordinal, attempt, outcome,
             extract(epoch FROM claimed_at)::double precision * 1000 AS "claimedAtMs",
             extract(epoch FROM send_until)::double precision * 1000 AS "sendUntilMs"
           FROM transfer_attempts WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = ANY ($3::integer[])`,
    values: [batch.merchantId, batch.id, ordinals]
  })
  return rows
}
