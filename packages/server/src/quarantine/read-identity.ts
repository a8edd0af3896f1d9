import type { Queryable } from '../database/create-pool.js'
import type { DatabaseIdentity, RecordedIdentity } from './database-identity.js'

const RECORDED_COLUMNS = `system_identifier AS "systemIdentifier", database_oid AS "databaseOid", timeline, mark, marked_at AS "markedAt"`

/** Reads what the database is, whatever is recorded. */
export async function readActualIdentity(database: Queryable): Promise<DatabaseIdentity> {
  const { rows } = await database.query<DatabaseIdentity>({
    name: 'read-actual-identity',
    text: 'SELECT system_identifier AS "systemIdentifier", database_oid AS "databaseOid", timeline FROM actual_identity'
  })
  return rows[0]!
}

/** Reads what is recorded inside the database; undefined where nothing is. */
export async function readRecordedIdentity(database: Queryable): Promise<RecordedIdentity | undefined> {
  const { rows } = await database.query<RecordedIdentity>({
    name: 'read-recorded-identity',
    text: `SELECT ${RECORDED_COLUMNS} FROM database_identity`
  })
  return rows[0]
}

/**
 * Sets the next mark, if the database is the one that this process has marked before and no older copy of it.
 *
 * @returns what is to be recorded outside; undefined when it is another, or older: that must be looked into.
 */
export async function markIdentity(database: Queryable, known: RecordedIdentity): Promise<RecordedIdentity | undefined> {
  const { rows } = await database.query<RecordedIdentity>({
    name: 'mark-identity',
    text: `UPDATE database_identity AS recorded SET mark = recorded.mark + 1, marked_at = arus_now()
           FROM actual_identity AS actual
           WHERE recorded.system_identifier = actual.system_identifier AND recorded.database_oid = actual.database_oid
             AND recorded.timeline = actual.timeline AND recorded.system_identifier = $1 AND recorded.database_oid = $2
             AND recorded.timeline = $3 AND recorded.mark >= $4
           RETURNING recorded.system_identifier AS "systemIdentifier", recorded.database_oid AS "databaseOid", recorded.timeline,
             recorded.mark, recorded.marked_at AS "markedAt"`,
    values: [known.systemIdentifier, known.databaseOid, known.timeline, known.mark]
  })
  return rows[0]
}

/** Records inside the database what it is, with a mark above every one that is known. */
export async function recordIdentity(
  database: Queryable,
  identity: DatabaseIdentity,
  aboveMark: bigint
): Promise<RecordedIdentity> {
  const { rows } = await database.query<RecordedIdentity>({
    name: 'record-identity',
    text: `INSERT INTO database_identity (system_identifier, database_oid, timeline, mark, marked_at)
           VALUES ($1, $2, $3, $4::bigint + 1, arus_now())
           ON CONFLICT (is_the_one) DO UPDATE SET system_identifier = excluded.system_identifier, database_oid = excluded.database_oid,
             timeline = excluded.timeline, mark = greatest(database_identity.mark + 1, excluded.mark), marked_at = excluded.marked_at
           RETURNING ${RECORDED_COLUMNS}`,
    values: [identity.systemIdentifier, identity.databaseOid, identity.timeline, aboveMark]
  })
  return rows[0]!
}
