import type { Scope } from '../batches/batch.js'
import type { Connection } from '../database/create-pool.js'
import { writeEvent } from '../events/write-event.js'

type SettlingStatus = 'ready' | 'sending' | 'accepted' | 'unknown'

/**
 * Tells a batch's merchant, once, when nothing is left to send and only unresolved items keep the batch open. It may
 * take hours from here; the counts say how many are missing.
 */
export async function tellWhenSettling(connection: Connection, { merchantId, isLive }: Scope, batchId: string): Promise<void> {
  if (await isToldOrNotSettling(connection, merchantId, batchId)) return
  const openItems = await countOpenItems(connection, merchantId, batchId)
  await writeEvent(connection, { merchantId, isLive, type: 'disbursement.settling', batchId, detail: { openItems } })
}

/** Asked with every chunk of outcomes, so it must not count: probes of indexes, and at most a look through the ranges in hand. */
async function isToldOrNotSettling(connection: Connection, merchantId: string, batchId: string): Promise<boolean> {
  const { rows } = await connection.query<{ found: boolean }>({
    name: 'is-told-or-not-settling',
    text: `SELECT EXISTS (SELECT 1 FROM events WHERE merchant_id = $1 AND batch_id = $2 AND type = 'disbursement.settling')
               OR EXISTS (SELECT 1 FROM batches WHERE merchant_id = $1 AND id = $2 AND unreleased_items > 0)
               OR EXISTS (SELECT 1 FROM batches JOIN batch_cursors AS cursor ON cursor.merchant_id = batches.merchant_id AND cursor.batch_id = batches.id
                          WHERE batches.merchant_id = $1 AND batches.id = $2 AND cursor.send_from < batches.item_count)
               OR EXISTS (SELECT 1 FROM items WHERE merchant_id = $1 AND batch_id = $2 AND queued_as = 'ready')
               OR EXISTS (SELECT 1 FROM items WHERE merchant_id = $1 AND batch_id = $2 AND queued_as = 'sending')
               OR EXISTS (SELECT 1 FROM item_claims AS claim CROSS JOIN LATERAL (
                            SELECT 1 FROM items WHERE items.merchant_id = $1 AND items.batch_id = $2
                              AND items.ordinal BETWEEN claim.first_ordinal AND claim.last_ordinal AND items.status = 'sending' LIMIT 1) AS sending
                          WHERE claim.merchant_id = $1 AND claim.batch_id = $2 AND claim.purpose = 'send') AS found`,
    values: [merchantId, batchId]
  })
  return rows[0]!.found
}

async function countOpenItems(
  connection: Connection,
  merchantId: string,
  batchId: string
): Promise<Partial<Record<SettlingStatus, number>>> {
  const { rows } = await connection.query<{ status: SettlingStatus; count: number }>({
    name: 'count-open-items',
    text: `SELECT status, count(*)::integer AS count FROM items
           WHERE merchant_id = $1 AND batch_id = $2 AND queued_as IN ('accepted', 'unknown') GROUP BY status`,
    values: [merchantId, batchId]
  })
  return Object.fromEntries(rows.map((row) => [row.status, row.count]))
}
