import type { IdentityDocument } from './database-identity.js'

/** What was found at the start of a server: see `judgeIdentity`. */
export type QuarantineReason = 'other_server' | 'other_database' | 'other_timeline' | 'older_copy' | 'never_marked'

/** What each reason means, for the log, the command line and callers. */
export const QUARANTINE_REASONS: Record<QuarantineReason, string> = {
  other_server: 'the database runs on another server than the one that was served last',
  other_database: 'this is another database than the one that was served last',
  other_timeline: 'the database was brought back to a point in time, or a replica has taken over',
  older_copy: 'the database is an older copy of the one that was served last',
  never_marked: 'the database is from before its identity was recorded in it'
}

/** A row of `quarantines`, with how it ended for each mode. */
export type QuarantineRow = {
  id: string
  reason: QuarantineReason
  recordedOutside: IdentityDocument | null
  recordedInside: IdentityDocument | null
  found: IdentityDocument
  /** Nothing that was paid before is missing here. */
  lostSince: string
  /** By then whatever is missing had been sent. */
  lostUntil: string
  openedAt: string
  /** Null: nothing is sent yet, of no batch. */
  markedAt: string | null
  ends: QuarantineEnd[]
}

export type QuarantineEnd = {
  isLive: boolean
  kind: 'lifted' | 'overridden'
  actor: string
  reason: string
  endedAt: string
}

/** Of whom no other is in a position to say who they are: the server itself. */
export const SERVER_ACTOR = 'server'
