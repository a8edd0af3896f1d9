/** What tells one database from all others. */
export type DatabaseIdentity = {
  /** Of the server, made when its data folder was; replicas share it, and so does a copy of the folder. */
  systemIdentifier: string
  /** Of the database in that server. A dump that is restored beside the old database gets another. */
  databaseOid: string
  /** Goes up when a server is brought back to a point in time, and when a replica takes over. */
  timeline: number
}

/** The database that was served last, as it is recorded inside it and outside. */
export type RecordedIdentity = DatabaseIdentity & {
  /**
   * Goes up every few seconds while the database is served, inside first and outside after that. So an older copy shows by
   * a lower one: also a dump restored into the very same database, whose WAL position is a later one.
   */
  mark: bigint
  /** When that was, by the database's clock. */
  markedAt: string
}

/** As it is kept in files, rows and the audit log. */
export type IdentityDocument = {
  system_identifier: string
  database_oid: string
  timeline: number
  mark?: string
  marked_at?: string
}

/** An identity as plain JSON. */
export function presentIdentity(identity: DatabaseIdentity | RecordedIdentity): IdentityDocument {
  return {
    system_identifier: identity.systemIdentifier,
    database_oid: identity.databaseOid,
    timeline: identity.timeline,
    ...('mark' in identity ? { mark: String(identity.mark), marked_at: identity.markedAt } : {})
  }
}
