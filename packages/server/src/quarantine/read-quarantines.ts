import type { Queryable } from '../database/create-pool.js'
import type { QuarantineRow } from './quarantine.js'

const COLUMNS = `quarantine.id, quarantine.reason, quarantine.recorded_outside AS "recordedOutside",
  quarantine.recorded_inside AS "recordedInside", quarantine.found, quarantine.lost_since AS "lostSince",
  quarantine.lost_until AS "lostUntil", quarantine.opened_at AS "openedAt", quarantine.marked_at AS "markedAt",
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('isLive', is_live, 'kind', kind, 'actor', actor, 'reason', reason, 'endedAt', ended_at) ORDER BY ended_at, is_live)
    FROM quarantine_ends WHERE quarantine_id = quarantine.id), '[]') AS ends`

/** Modes that a quarantine still closes to new batches. */
const CLOSED_MODES = `(SELECT count(*) FROM (VALUES (true), (false)) AS mode (is_live)
  WHERE NOT EXISTS (SELECT 1 FROM quarantine_ends AS ended WHERE ended.quarantine_id = quarantine.id AND ended.is_live = mode.is_live))`

/** Every quarantine that there was, newest first. */
export async function listQuarantines(database: Queryable): Promise<QuarantineRow[]> {
  const { rows } = await database.query<QuarantineRow>({
    name: 'list-quarantines',
    text: `SELECT ${COLUMNS} FROM quarantines AS quarantine ORDER BY quarantine.opened_at DESC, quarantine.id`
  })
  return rows
}

/** Those that close a mode, or both, to new batches. */
export async function readStandingQuarantines(database: Queryable): Promise<QuarantineRow[]> {
  const { rows } = await database.query<QuarantineRow>({
    name: 'read-standing-quarantines',
    text: `SELECT ${COLUMNS} FROM quarantines AS quarantine WHERE ${CLOSED_MODES} > 0 ORDER BY quarantine.opened_at, quarantine.id`
  })
  return rows
}

/** The modes that a quarantine still closes. */
export function findClosedModes(quarantine: QuarantineRow): ('live' | 'test')[] {
  return (['live', 'test'] as const).filter((mode) => !quarantine.ends.some((end) => end.isLive === (mode === 'live')))
}
