import { appendAudit } from '../audit/append-audit.js'
import type { Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { insertEnds } from './insert-ends.js'
import type { QuarantineRow } from './quarantine.js'
import { findClosedModes, readStandingQuarantines } from './read-quarantines.js'

/**
 * Opens the intake that quarantines keep closed, on the word of a person who has made sure of what was paid. New batches
 * are asked about before they are paid until a statement tells of the lost time; batches from before stay asked about.
 *
 * @returns the quarantines that were overridden, as they stood before; none where none stood
 */
export async function overrideQuarantines(
  pool: Pool,
  { actor, reason, modes = ['live', 'test'] }: { actor: string; reason: string; modes?: readonly ('live' | 'test')[] }
): Promise<QuarantineRow[]> {
  if (reason.trim() === '') throw new Error('a quarantine is overridden for a reason, which is kept')
  return await withTransaction(pool, async (connection) => {
    const overridden: QuarantineRow[] = []
    for (const one of await readStandingQuarantines(connection)) {
      const closed = findClosedModes(one).filter((mode) => modes.includes(mode))
      const ended = await insertEnds(connection, { quarantineId: one.id, modes: closed, kind: 'overridden', actor, reason })
      if (ended.length > 0) overridden.push(one)
    }
    for (const { id } of overridden) {
      const detail = { reason, modes }
      await appendAudit(connection, {
        merchantId: null,
        isLive: null,
        actor,
        action: 'quarantine.overridden',
        subject: id,
        detail
      })
    }
    return overridden
  })
}
