/** What can be on record. A thing that is done without an entry here is done by nobody. */
export const AUDIT_ACTIONS = [
  'batch.submitted',
  'batch.approved',
  'batch.rejected',
  'batch.deleted',
  'key.created',
  'key.revoked',
  'key.signing_chosen',
  'key.changed',
  'endpoint.created',
  'endpoint.deleted',
  'endpoint.secret_rotated',
  'merchant.created',
  'topup.completed',
  'case.settled',
  'statement.reconciled',
  'quarantine.opened',
  'quarantine.overridden',
  'quarantine.lifted',
  'master_key.rotated'
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** What is to be put on record. */
export type NewAuditEntry = {
  /** Null for what belongs to no merchant. */
  merchantId: string | null
  /** Null for what belongs to no mode. */
  isLive: boolean | null
  /** Who did it: an API key's id, `operator:<user>`, or `worker`. */
  actor: string
  action: AuditAction
  /** The id of what it was done to. */
  subject: string
  /** What a later reader must know. Never a secret; amounts as strings. */
  detail?: Record<string, unknown>
}

/** A row of `audit_entries`. */
export type AuditEntry = {
  /** The merchant's id, or {@link SERVER_CHAIN}. */
  chain: string
  /** 1, 2, 3, … without a gap. */
  sequence: bigint
  /** RFC 3339 in UTC with microseconds. Order is told by the sequence: entries written at once may carry times that cross. */
  recordedAt: string
  isLive: boolean | null
  actor: string
  action: string
  subject: string
  /** JSON, exactly as it was hashed. */
  detail: string
  previousHash: Buffer
  hash: Buffer
}

/** The chain of what belongs to no merchant. */
export const SERVER_CHAIN = 'server'

/** The columns of {@link AuditEntry}, for SELECT and RETURNING. */
export const AUDIT_COLUMNS = `
  chain, sequence, to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt",
  is_live AS "isLive", actor, action, subject, detail, previous_hash AS "previousHash", hash`
