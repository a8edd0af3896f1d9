import type { Pool } from '@arus/server'

/** Each batch that has its end has exactly one completed event, and that was delivered at least once; others have none. */
export async function checkEvents(
  pool: Pool,
  finalBatches: readonly string[],
  completed: ReadonlyMap<string, number>
): Promise<{ wrongEvents: string[]; undelivered: string[] }> {
  const { rows } = await pool.query<{ batchId: string; events: number }>(
    `SELECT batch_id AS "batchId", count(*)::integer AS events FROM events WHERE type = 'disbursement.completed' GROUP BY batch_id`
  )
  const events = new Map(rows.map((row) => [row.batchId, row.events]))
  const final = new Set(finalBatches)
  const wrongEvents = [
    ...finalBatches.filter((id) => events.get(id) !== 1).map((id) => `batch ${id} has ${events.get(id) ?? 0} completed events`),
    ...rows
      .filter(({ batchId }) => !final.has(batchId))
      .map(({ batchId }) => `batch ${batchId} has no end, and a completed event`)
  ]
  const undelivered = finalBatches
    .filter((id) => !completed.has(id))
    .map((id) => `the completed event of batch ${id} never reached its merchant`)
  return { wrongEvents, undelivered }
}
