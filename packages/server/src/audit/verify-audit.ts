import type { Connection, Pool } from '../database/create-pool.js'
import { AUDIT_COLUMNS, type AuditEntry } from './audit-entry.js'
import { type AuditHead, readAuditHeads } from './audit-head.js'
import { type ChainChecker, createChainChecker } from './check-chain.js'

/** The first entry of a chain that is not as it was written. What comes after it proves nothing any more. */
export type AuditFault = { chain: string; sequence: bigint; message: string }

export type AuditReport = {
  faults: AuditFault[]
  chains: number
  /** How many entries were found right. */
  entries: number
  readAt: string
}

/** So many entries are held in memory at a time. */
const PAGE = 2000

/**
 * Makes every hash of the audit log again from its rows, in one snapshot, and names the first broken entry of each chain:
 * changed, missing, put in or moved. Changes nothing.
 *
 * Who can write to the database can make a whole chain anew, and its head too. That shows against heads that were kept
 * elsewhere (`readAuditHeads`), and so does an end that was cut off.
 *
 * @example
 * const { faults } = await verifyAudit(pool, { keptHeads }) // [] when nothing was touched
 */
export async function verifyAudit(
  pool: Pool,
  { keptHeads = [] }: { keptHeads?: readonly AuditHead[] } = {}
): Promise<AuditReport> {
  const connection = await pool.connect()
  try {
    await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const report = await verifySnapshot(connection, keptHeads)
    await connection.query('COMMIT')
    return report
  } finally {
    await connection.query('ROLLBACK').catch(() => {})
    connection.release()
  }
}

async function verifySnapshot(connection: Connection, keptHeads: readonly AuditHead[]): Promise<AuditReport> {
  const { rows: times } = await connection.query<{ readAt: string }>('SELECT arus_now() AS "readAt"')
  const heads = new Map((await readAuditHeads(connection)).map((head) => [head.chain, head]))
  const checkers = new Map<string, ChainChecker>()
  const checkerOf = (chain: string): ChainChecker => {
    const made = checkers.get(chain) ?? createChainChecker(keptHeads.filter((head) => head.chain === chain))
    checkers.set(chain, made)
    return made
  }
  for (const chain of [...heads.keys(), ...keptHeads.map((head) => head.chain)]) checkerOf(chain)
  for await (const entry of readEntries(connection)) checkerOf(entry.chain).add(entry)

  const faults: AuditFault[] = []
  let entries = 0
  for (const [chain, checker] of checkers) {
    checker.end(heads.get(chain))
    entries += checker.entries
    if (checker.fault !== undefined) faults.push({ chain, ...checker.fault })
  }
  return { faults, chains: checkers.size, entries, readAt: times[0]!.readAt }
}

async function* readEntries(connection: Connection): AsyncGenerator<AuditEntry> {
  let after: { chain: string; sequence: bigint } = { chain: '', sequence: 0n }
  for (;;) {
    const page = await readPage(connection, after)
    yield* page
    if (page.length < PAGE) return
    after = page.at(-1)!
  }
}

async function readPage(connection: Connection, { chain, sequence }: { chain: string; sequence: bigint }): Promise<AuditEntry[]> {
  const { rows } = await connection.query<AuditEntry>({
    name: 'read-audit-entries',
    text: `SELECT ${AUDIT_COLUMNS} FROM audit_entries WHERE (chain, sequence) > ($1, $2) ORDER BY chain, sequence LIMIT $3`,
    values: [chain, sequence, PAGE]
  })
  return rows
}
