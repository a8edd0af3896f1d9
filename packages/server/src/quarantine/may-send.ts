import type { Connection } from '../database/create-pool.js'

/**
 * Says whether payments may be claimed: not while a quarantine has items that are not marked yet, and not in a database that
 * is another than the one recorded in it (a replica that took over a moment ago, under a running worker). Asked in the
 * transaction of each claim.
 */
export async function maySend(connection: Connection): Promise<boolean> {
  const { rows } = await connection.query<{ may: boolean }>({
    name: 'may-send',
    text: `SELECT NOT EXISTS (SELECT 1 FROM quarantines WHERE marked_at IS NULL)
             AND NOT EXISTS (
               SELECT 1 FROM database_identity AS recorded CROSS JOIN actual_identity AS actual
               WHERE recorded.system_identifier <> actual.system_identifier OR recorded.database_oid <> actual.database_oid
                 OR recorded.timeline <> actual.timeline) AS may`
  })
  return rows[0]!.may
}
