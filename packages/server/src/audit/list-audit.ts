import type { Queryable } from '../database/create-pool.js'
import { AUDIT_COLUMNS, type AuditAction, type AuditEntry } from './audit-entry.js'

/** Which entries are wanted. What is left out is no condition. */
export type AuditFilter = {
  /** A merchant's id, or `server`. */
  chain?: string
  actor?: string
  action?: AuditAction
  subject?: string
  /** RFC 3339; entries of this instant are in. */
  since?: string
  /** RFC 3339; entries of this instant are not. */
  until?: string
  limit: number
}

/** Lists entries of the audit log, newest first. */
export async function listAudit(database: Queryable, filter: AuditFilter): Promise<AuditEntry[]> {
  const { rows } = await database.query<AuditEntry>({
    text: `SELECT ${AUDIT_COLUMNS} FROM audit_entries
           WHERE ($1::text IS NULL OR chain = $1) AND ($2::text IS NULL OR actor = $2) AND ($3::text IS NULL OR action = $3)
             AND ($4::text IS NULL OR subject = $4)
             AND ($5::timestamptz IS NULL OR recorded_at >= $5) AND ($6::timestamptz IS NULL OR recorded_at < $6)
           ORDER BY recorded_at DESC, chain, sequence DESC LIMIT $7`,
    values: [
      filter.chain ?? null,
      filter.actor ?? null,
      filter.action ?? null,
      filter.subject ?? null,
      filter.since ?? null,
      filter.until ?? null,
      filter.limit
    ]
  })
  return rows
}
