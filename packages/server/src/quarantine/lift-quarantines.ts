import { appendAudit } from '../audit/append-audit.js'
import type { Connection } from '../database/create-pool.js'
import { insertEnds } from './insert-ends.js'

/**
 * Lifts the quarantines of a mode whose lost time is told by reconciled statements from end to end, for every merchant:
 * one that has no key of the mode here may have got its first in the time that is lost, and paid with it. Does nothing where
 * none stands.
 *
 * @returns the ids of those lifted.
 */
export async function liftQuarantines(
  connection: Connection,
  { isLive, actor }: { isLive: boolean; actor: string }
): Promise<string[]> {
  const mode = isLive ? 'live' : 'test'
  const reason = 'bank statements for the lost time are reconciled'
  const lifted: string[] = []
  for (const quarantineId of await findReconciled(connection, isLive)) {
    const ended = await insertEnds(connection, { quarantineId, modes: [mode], kind: 'lifted', actor, reason })
    if (ended.length > 0) lifted.push(quarantineId)
  }
  for (const subject of lifted) {
    await appendAudit(connection, { merchantId: null, isLive, actor, action: 'quarantine.lifted', subject, detail: { reason } })
  }
  return lifted
}

async function findReconciled(connection: Connection, isLive: boolean): Promise<string[]> {
  const { rows } = await connection.query<{ id: string }>({
    name: 'find-reconciled-quarantines',
    text: `SELECT quarantine.id FROM quarantines AS quarantine
           WHERE NOT EXISTS (SELECT 1 FROM quarantine_ends WHERE quarantine_id = quarantine.id AND is_live = $1 AND kind = 'lifted')
             AND EXISTS (SELECT 1 FROM statements WHERE is_live = $1 AND reconciled_at IS NOT NULL)
             AND NOT EXISTS (
               SELECT 1 FROM merchants AS merchant
               WHERE NOT coalesce((
                 SELECT range_agg(tstzrange(statement.period_from, statement.period_to))
                 FROM statements AS statement
                 WHERE statement.is_live = $1 AND statement.reconciled_at IS NOT NULL
                   AND (statement.merchant_id IS NULL OR statement.merchant_id = merchant.id)
               ) @> tstzrange(quarantine.lost_since, quarantine.lost_until), false))
           ORDER BY quarantine.opened_at, quarantine.id`,
    values: [isLive]
  })
  return rows.map((row) => row.id)
}
