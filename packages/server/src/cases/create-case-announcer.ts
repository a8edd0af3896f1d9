import type { Queryable } from '../database/create-pool.js'
import { type OpenedCase, readNewCases } from './read-new-cases.js'

/** A case is seen when its transaction commits, which is after the time it bears: so far back is looked again. */
const COMMITTED_AFTER_MS = 5 * 60_000
const ANNOUNCED_AT_ONCE = 500

/**
 * Makes a step that tells of every open case once. The first look finds all that are open, so a restart repeats them: a
 * worker that died between opening a case and telling of it would leave it unheard.
 *
 * @returns a function that looks, tells, and gives the number of cases told
 *
 * @example
 * const announce = createCaseAnnouncer(pool, ({ id }) => log.warn({ caseId: id }, 'a case was opened'))
 */
export function createCaseAnnouncer(database: Queryable, tell: (opened: OpenedCase) => void): () => Promise<number> {
  const told = new Map<string, number>()
  let lookAgainAfterMs = Number.NEGATIVE_INFINITY

  return async () => {
    const openedAfter = Number.isFinite(lookAgainAfterMs) ? new Date(lookAgainAfterMs).toISOString() : undefined
    const cases = await readNewCases(database, { openedAfter, without: [...told.keys()], limit: ANNOUNCED_AT_ONCE })
    for (const opened of cases) {
      tell(opened)
      const openedAtMs = Date.parse(opened.openedAt)
      told.set(opened.id, openedAtMs)
      lookAgainAfterMs = Math.max(lookAgainAfterMs, openedAtMs - COMMITTED_AFTER_MS)
    }
    // Those that the next look leaves out by their time need no remembering.
    for (const [id, openedAtMs] of told) if (openedAtMs < lookAgainAfterMs) told.delete(id)
    return cases.length
  }
}
