import type { Pool } from '../database/create-pool.js'
import type { Log } from '../http/create-log.js'
import { type Clock, SYSTEM_CLOCK } from '../time/clock.js'
import { checkIdentity, type IdentityCheck } from './check-identity.js'
import type { RecordedIdentity } from './database-identity.js'
import { readIdentityFile, writeIdentityFile } from './identity-file.js'
import { markOpenItems } from './mark-open-items.js'
import { QUARANTINE_REASONS, type QuarantineRow } from './quarantine.js'
import { markIdentity } from './read-identity.js'
import { readStandingQuarantines } from './read-quarantines.js'

export type IdentityWatchOptions = {
  pool: Pool
  /** Where the identity is recorded outside the database. Every host has its own. */
  identityFile: string
  /** Without the file nobody may serve. Otherwise a host that can keep none trusts what is recorded inside the database. */
  needsFile: boolean
  /** How long a worker of a history that is lost may have gone on sending. */
  leaseMs: number
  log: Log
  clock?: Clock
  /** How often the mark goes up: an older copy shows if it is older than this. */
  markEveryMs?: number
}

export type IdentityWatch = {
  /** Sets the last mark. May be called twice. */
  stop(): Promise<void>
}

const MARK_EVERY_MS = 3_000

/**
 * Makes sure, before anything is served, that the database is the one that was served last, and opens a quarantine where
 * it is not. Resolves when every item that may have been paid meanwhile is to be asked about. From then on it sets a mark
 * every few seconds, and looks again: a replica may take over under running processes, too.
 *
 * @throws when the file can't be read, or the database does not answer
 */
export async function watchIdentity(options: IdentityWatchOptions): Promise<IdentityWatch> {
  const { pool, log, leaseMs, clock = SYSTEM_CLOCK, markEveryMs = MARK_EVERY_MS } = options
  const outside = await readIdentityFile(options.identityFile)
  let known = await look(outside)
  await keep(known, options.needsFile)
  for (const quarantine of await readStandingQuarantines(pool)) logStanding(log, quarantine)

  /** Looks closely, and does what must be done before anything is sent. */
  async function look(recorded: RecordedIdentity | undefined): Promise<RecordedIdentity> {
    const check = await checkIdentity(pool, { outside: recorded, leaseMs })
    logCheck(log, check)
    await markOpenItems(pool)
    return check.identity
  }

  async function keep(identity: RecordedIdentity, mustWork: boolean): Promise<void> {
    try {
      await writeIdentityFile(options.identityFile, identity)
    } catch (error) {
      if (mustWork) throw error
      log.warn({ err: error, identityFile: options.identityFile }, 'which database is served could not be recorded outside it')
    }
  }

  async function mark(): Promise<void> {
    known = (await markIdentity(pool, known)) ?? (await look(known))
    await keep(known, false)
  }

  const stopping = new AbortController()
  async function markAgainAndAgain(): Promise<void> {
    for (;;) {
      await clock.delay(markEveryMs, stopping.signal)
      if (stopping.signal.aborted) return
      await mark().catch((error: unknown) =>
        log.warn({ err: error }, 'the database could not be marked as the one that is served')
      )
    }
  }
  const marking = markAgainAndAgain()

  let stopped: Promise<void> | undefined
  async function stop(): Promise<void> {
    stopping.abort()
    await marking
    await mark().catch((error: unknown) => log.warn({ err: error }, 'the last mark could not be set'))
  }
  return {
    stop() {
      stopped ??= stop()
      return stopped
    }
  }
}

function logCheck(log: Log, { verdict, quarantineId, lostSince, outside, inside, identity }: IdentityCheck): void {
  const detail = { outside: outside && present(outside), inside: inside && present(inside), found: present(identity) }
  if (verdict.kind === 'quarantine') {
    const text = `a quarantine was opened: ${QUARANTINE_REASONS[verdict.reason]}. Submits are refused; see arus quarantine show`
    log.error({ quarantineId, reason: verdict.reason, lostSince, ...detail }, text)
    return
  }
  switch (verdict.because) {
    case 'same':
    case 'first_start':
      return
    case 'before_identities':
      log.warn(detail, 'this database has batches and no record of which it is: it is taken for the right one, and recorded')
      return
    case 'new_here':
      log.info(detail, 'this host serves this database for the first time')
      return
    case 'new_database':
      log.warn(detail, 'this host served another database before; this one is new and empty, and is recorded')
      return
    case 'dealt_with':
      log.info(detail, 'this host knew another state of the database; a quarantine was opened over that by another host')
  }
}

function logStanding(log: Log, { id, reason, openedAt, lostSince, lostUntil }: QuarantineRow): void {
  log.warn({ quarantineId: id, reason, openedAt, lostSince, lostUntil }, `a quarantine stands: ${QUARANTINE_REASONS[reason]}`)
}

/** No BigInt: the log is JSON. */
const present = (identity: RecordedIdentity) => ({ ...identity, mark: String(identity.mark) })
