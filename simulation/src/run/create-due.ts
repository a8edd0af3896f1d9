import type { World } from './world.js'

/** What a worker will next find due. */
export type Due = {
  /** When, by the database's clock; Infinity when nothing waits. */
  read(): Promise<number>
  /** How the look begins by which a worker finds it. */
  look(): string
}

type Row = { look: string; dueMs: number }

/**
 * Reads what is due next. What waits for a person is asked about for ever, so once the world is well again nobody waits
 * for it.
 */
export function createDue(world: World): Due {
  let rows: Row[] = []

  async function readRows(): Promise<Row[]> {
    const result = await world.database.pool.query<Row>({
      name: 'next-due',
      text: `
        SELECT look, ceil(extract(epoch FROM min(due_at))::double precision * 1000) AS "dueMs" FROM (
          SELECT CASE item.status WHEN 'need_validation' THEN 'pick-batch need_validation' WHEN 'ready' THEN 'pick-batch ready' ELSE 'pick-batch sending' END AS look,
                 item.due_at
          FROM items AS item JOIN batches AS batch ON batch.merchant_id = item.merchant_id AND batch.id = item.batch_id
          WHERE (batch.status = 'approved' AND item.status IN ('ready', 'sending', 'accepted', 'unknown')
              OR batch.status = 'validating' AND item.status = 'need_validation')
            AND ($1 OR NOT EXISTS (SELECT FROM cases WHERE cases.merchant_id = item.merchant_id AND cases.batch_id = item.batch_id
                                     AND cases.ordinal = item.ordinal AND cases.closed_at IS NULL AND item.status IN ('accepted', 'unknown')))
          UNION ALL SELECT 'pick-batch ready', batch.approved_at FROM batches AS batch JOIN batch_cursors AS cursor ON cursor.merchant_id = batch.merchant_id AND cursor.batch_id = batch.id
            WHERE batch.status = 'approved' AND cursor.send_from < batch.item_count
          UNION ALL SELECT 'pick-batch need_validation', batch.created_at FROM batches AS batch JOIN batch_cursors AS cursor ON cursor.merchant_id = batch.merchant_id AND cursor.batch_id = batch.id
            WHERE batch.status = 'validating' AND cursor.validate_from < batch.item_count
          UNION ALL SELECT 'lock-lost-claim', lease_until FROM item_claims
          UNION ALL SELECT 'claim-deliveries', next_attempt_at FROM deliveries WHERE status = 'pending'
          UNION ALL SELECT 'next-waiting-batch', approval_due_at FROM batches WHERE status = 'need_approval'
          UNION ALL SELECT 'pick-batch-to-release', approved_at FROM batches WHERE status = 'approved' AND unreleased_items > 0
        ) AS due WHERE due_at IS NOT NULL GROUP BY look ORDER BY 2, 1`,
      values: [world.isBad]
    })
    return result.rows
  }

  return {
    async read() {
      if (!world.isDueKnown) rows = await readRows()
      world.isDueKnown = true
      return rows[0]?.dueMs ?? Number.POSITIVE_INFINITY
    },
    look: () => rows[0]?.look ?? ''
  }
}
