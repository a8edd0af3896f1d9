import type { Queryable } from '../database/create-pool.js'

/** The end of a chain: who keeps it elsewhere can tell later whether anything before it was changed or taken away. */
export type AuditHead = {
  chain: string
  sequence: bigint
  /** SHA-256 in hexadecimal. */
  hash: string
}

/** Reads the ends of all chains, as the table of heads has them. */
export async function readAuditHeads(database: Queryable): Promise<AuditHead[]> {
  const { rows } = await database.query<AuditHead>(
    "SELECT chain, sequence, encode(hash, 'hex') AS hash FROM audit_chains WHERE sequence > 0 ORDER BY chain"
  )
  return rows
}
