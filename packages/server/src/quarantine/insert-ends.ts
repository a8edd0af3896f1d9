import type { Connection } from '../database/create-pool.js'

/**
 * Writes that a quarantine is over for these modes.
 *
 * @returns the modes for which it was not said before, in the same way.
 */
export async function insertEnds(
  connection: Connection,
  end: { quarantineId: string; modes: readonly ('live' | 'test')[]; kind: 'lifted' | 'overridden'; actor: string; reason: string }
): Promise<('live' | 'test')[]> {
  const { rows } = await connection.query<{ isLive: boolean }>({
    text: `INSERT INTO quarantine_ends (quarantine_id, is_live, kind, actor, reason, ended_at)
           SELECT $1, is_live, $3, $4, $5, arus_now() FROM unnest($2::boolean[]) AS mode (is_live)
           ON CONFLICT DO NOTHING RETURNING is_live AS "isLive"`,
    values: [end.quarantineId, end.modes.map((mode) => mode === 'live'), end.kind, end.actor, end.reason]
  })
  return rows.map(({ isLive }) => (isLive ? 'live' : 'test'))
}
