import type { Connection } from '../database/create-pool.js'
import { canonicalJson } from '../idempotency/canonical-json.js'
import { type AuditEntry, type NewAuditEntry, SERVER_CHAIN } from './audit-entry.js'
import { FIRST_PREVIOUS_HASH, hashEntry } from './hash-entry.js'

/**
 * Puts on record who did what, in the transaction that does it: neither can be without the other.
 *
 * The last statement of that transaction. It locks the merchant's chain until the commit, which must be short, and
 * since every transaction takes this lock after all its others, none waits for another in a circle.
 *
 * @example
 * await appendAudit(connection, { merchantId, isLive, actor, action: 'batch.rejected', subject: batchId, detail: { reason } })
 */
export async function appendAudit(connection: Connection, entry: NewAuditEntry): Promise<void> {
  const chain = entry.merchantId ?? SERVER_CHAIN
  const head = (await lockHead(connection, chain)) ?? (await startChain(connection, chain))
  const linked = {
    chain,
    sequence: head.sequence + 1n,
    recordedAt: head.recordedAt,
    isLive: entry.isLive,
    actor: entry.actor,
    action: entry.action,
    subject: entry.subject,
    detail: canonicalJson(entry.detail ?? {}),
    previousHash: head.hash
  }
  await insertEntry(connection, { ...linked, hash: hashEntry(linked) })
}

type Head = { sequence: bigint; hash: Buffer; recordedAt: string }

/** With the time at which the entry is made, as it is hashed: with all six digits, whatever the session prints. */
async function lockHead(connection: Connection, chain: string): Promise<Head | undefined> {
  const { rows } = await connection.query<Head>({
    name: 'lock-audit-chain',
    text: `SELECT sequence, hash, to_char(arus_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt"
           FROM audit_chains WHERE chain = $1 FOR UPDATE`,
    values: [chain]
  })
  return rows[0]
}

/** Two that start it at once: the second waits for the first to commit, and goes on from its entry. */
async function startChain(connection: Connection, chain: string): Promise<Head> {
  await connection.query({
    name: 'start-audit-chain',
    text: 'INSERT INTO audit_chains (chain, sequence, hash) VALUES ($1, 0, $2) ON CONFLICT (chain) DO NOTHING',
    values: [chain, FIRST_PREVIOUS_HASH]
  })
  return (await lockHead(connection, chain))!
}

async function insertEntry(connection: Connection, entry: AuditEntry): Promise<void> {
  await connection.query({
    name: 'append-audit-entry',
    text: `WITH head AS (UPDATE audit_chains SET sequence = $2, hash = $10 WHERE chain = $1)
           INSERT INTO audit_entries (chain, sequence, recorded_at, is_live, actor, action, subject, detail, previous_hash, hash)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      entry.chain,
      entry.sequence,
      entry.recordedAt,
      entry.isLive,
      entry.actor,
      entry.action,
      entry.subject,
      entry.detail,
      entry.previousHash,
      entry.hash
    ]
  })
}
