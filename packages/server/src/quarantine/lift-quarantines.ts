import { appendAudit } from '../audit/append-audit.js'
import type { Connection } from '../database/create-pool.js'
import { type KnownRails, listRailsOfMode } from '../statements/choose-account.js'
import { insertEnds } from './insert-ends.js'

/**
 * Lifts the quarantines of a mode whose lost time is told by reconciled statements from end to end, for every merchant:
 * one that has no key of the mode here may have got its first in the time that is lost, and paid with it. And for every rail that
 * payments may have gone over, and every account of ours that a statement ever named. Does nothing where none stands.
 *
 * @returns the ids of those lifted.
 */
export async function liftQuarantines(
  connection: Connection,
  { isLive, actor, rails }: { isLive: boolean; actor: string; rails: KnownRails }
): Promise<string[]> {
  const mode = isLive ? 'live' : 'test'
  const reason = 'bank statements for the lost time are reconciled'
  const lifted: string[] = []
  for (const quarantineId of await findReconciled(connection, isLive, rails)) {
    const ended = await insertEnds(connection, { quarantineId, modes: [mode], kind: 'lifted', actor, reason })
    if (ended.length > 0) lifted.push(quarantineId)
  }
  for (const subject of lifted) {
    await appendAudit(connection, { merchantId: null, isLive, actor, action: 'quarantine.lifted', subject, detail: { reason } })
  }
  return lifted
}

async function findReconciled(connection: Connection, isLive: boolean, rails: KnownRails): Promise<string[]> {
  const { rows } = await connection.query<{ id: string }>({
    name: 'find-reconciled-quarantines',
    text: `WITH told AS (
             SELECT merchant_id, rail, account, period_from, period_to FROM statements WHERE is_live = $1 AND reconciled_at IS NOT NULL
           ), wanted AS (
             SELECT merchant.id AS merchant_id, over.rail, coalesce(named.account, '') AS account
             FROM merchants AS merchant
             CROSS JOIN unnest($2::text[]) AS over (rail)
             LEFT JOIN LATERAL (
               SELECT DISTINCT told.account FROM told
               WHERE told.account <> '' AND coalesce(told.rail = over.rail, true) AND coalesce(told.merchant_id = merchant.id, true)) AS named ON true)
           SELECT quarantine.id FROM quarantines AS quarantine
           WHERE NOT EXISTS (SELECT 1 FROM quarantine_ends WHERE quarantine_id = quarantine.id AND is_live = $1 AND kind = 'lifted')
             AND EXISTS (SELECT 1 FROM told)
             AND NOT EXISTS (
               SELECT 1 FROM wanted
               WHERE NOT coalesce((
                 SELECT range_agg(tstzrange(told.period_from, told.period_to)) FROM told
                 WHERE coalesce(told.merchant_id = wanted.merchant_id, true) AND coalesce(told.rail = wanted.rail, true)
                   AND (told.account = wanted.account OR '' IN (told.account, wanted.account))
               ) @> tstzrange(quarantine.lost_since, quarantine.lost_until), false))
           ORDER BY quarantine.opened_at, quarantine.id`,
    values: [isLive, await listRails(connection, isLive, rails)]
  })
  return rows.map((row) => row.id)
}

/** Where no rail is known at all, any statement tells of it. */
async function listRails(connection: Connection, isLive: boolean, rails: KnownRails): Promise<string[]> {
  const known = await listRailsOfMode(connection, isLive, rails)
  return known.length === 0 ? [''] : known
}
