import type { DatabaseIdentity, RecordedIdentity } from './database-identity.js'
import type { QuarantineReason } from './quarantine.js'

/** All that decides whether a database may be served as it is. */
export type IdentityFacts = {
  /** What the database is. */
  found: DatabaseIdentity
  /** The row inside, which a dump carries along. */
  inside: RecordedIdentity | undefined
  /** The file outside, or what this process has written there. */
  outside: RecordedIdentity | undefined
  hasBatches: boolean
  /** A quarantine was opened over this very database after the file was written: that what it shows was dealt with. */
  wasQuarantinedSince: boolean
}

export type IdentityVerdict =
  | { kind: 'serve'; because: 'same' | 'first_start' | 'before_identities' | 'new_here' | 'new_database' | 'dealt_with' }
  | { kind: 'quarantine'; reason: QuarantineReason }

/**
 * Decides whether this is the database that was served last, as it was left. Pure.
 *
 * | outside                      | inside      | batches | verdict                                                          |
 * |------------------------------|-------------|---------|------------------------------------------------------------------|
 * | nothing                      | nothing     | none    | serve: the first start                                           |
 * | nothing                      | nothing     | some    | serve: from before identities were recorded; the log says so     |
 * | nothing                      | as found    |         | serve: a new host of a database that is served elsewhere         |
 * | nothing                      | not as found|         | quarantine: a dump restored, a copy brought forward, a replica   |
 * | something                    | nothing     | none    | serve: a new database in the place of another; the log says so   |
 * | something                    | nothing     | some    | quarantine: a dump from before identities were recorded          |
 * | as found, mark not above     | as found    |         | serve: the same as ever                                          |
 * | as found, mark above inside's| as found    |         | quarantine: an older copy, unless dealt with since               |
 * | not as found                 | as found    |         | quarantine: another database than this host served, unless dealt with since |
 * | anything                     | not as found|         | quarantine                                                       |
 *
 * Dealt with: another host opened the quarantine over this very database after this host's file was written. The file says
 * nothing that was not known then.
 */
export function judgeIdentity(facts: IdentityFacts): IdentityVerdict {
  const { found, inside, outside } = facts
  if (inside === undefined) {
    if (!facts.hasBatches) return { kind: 'serve', because: outside === undefined ? 'first_start' : 'new_database' }
    if (outside === undefined) return { kind: 'serve', because: 'before_identities' }
    return { kind: 'quarantine', reason: findDifference(outside, found) ?? 'never_marked' }
  }
  const insideDifference = findDifference(inside, found)
  if (insideDifference !== undefined) return { kind: 'quarantine', reason: insideDifference }
  if (outside === undefined) return { kind: 'serve', because: 'new_here' }
  const reason = findDifference(outside, found) ?? (inside.mark < outside.mark ? 'older_copy' : undefined)
  if (reason === undefined) return { kind: 'serve', because: 'same' }
  return facts.wasQuarantinedSince ? { kind: 'serve', because: 'dealt_with' } : { kind: 'quarantine', reason }
}

function findDifference(recorded: DatabaseIdentity, found: DatabaseIdentity): QuarantineReason | undefined {
  if (recorded.systemIdentifier !== found.systemIdentifier) return 'other_server'
  if (recorded.databaseOid !== found.databaseOid) return 'other_database'
  if (recorded.timeline !== found.timeline) return 'other_timeline'
  return undefined
}
