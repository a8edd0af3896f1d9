import type { Connection, Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { type LedgerReport, type VerifyOptions, verifyLedger } from './verify-ledger.js'

/** Two keys, so that it meets no lock of one; the first is "arus" in ASCII. */
const ADVISORY_LOCK = [0x61727573, 3] as const
const EXAMPLES_KEPT = 10

export type LedgerCheckOptions = VerifyOptions & {
  everyMs: number
  /** Told of a check that found faults. */
  onFaults: (report: LedgerReport) => void
}

/**
 * Checks the books when the last check, by whichever process, began long enough ago, and keeps what it found for all to
 * see. A process that ends meanwhile leaves a check without an end; the next one comes when it is due.
 *
 * @returns the report, or undefined when no check was due
 *
 * @example
 * await checkLedgerWhenDue(pool, { everyMs: 3_600_000, readBook, onFaults: (report) => log.error(report.faults[0]) })
 */
export async function checkLedgerWhenDue(
  pool: Pool,
  { everyMs, onFaults, ...options }: LedgerCheckOptions
): Promise<LedgerReport | undefined> {
  const id = await withTransaction(pool, (connection) => beginWhenDue(connection, everyMs))
  if (id === undefined) return undefined
  const report = await verifyLedger(pool, options)
  await pool.query({
    name: 'end-ledger-check',
    text: 'UPDATE ledger_checks SET ended_at = arus_now(), faults = $2, examples = $3 WHERE id = $1',
    values: [id, report.faults.length, JSON.stringify(report.faults.slice(0, EXAMPLES_KEPT))]
  })
  if (report.faults.length > 0) onFaults(report)
  return report
}

/** Under a lock, as all workers look at the same time when they were started at the same time. */
async function beginWhenDue(connection: Connection, everyMs: number): Promise<bigint | undefined> {
  await connection.query({ name: 'lock-ledger-checks', text: 'SELECT pg_advisory_xact_lock($1, $2)', values: [...ADVISORY_LOCK] })
  const { rows } = await connection.query<{ id: bigint }>({
    name: 'begin-ledger-check',
    text: `INSERT INTO ledger_checks (started_at)
           SELECT arus_now() WHERE NOT EXISTS (
             SELECT FROM ledger_checks WHERE started_at > arus_now() - make_interval(secs => $1::double precision / 1000))
           RETURNING id`,
    values: [everyMs]
  })
  return rows[0]?.id
}
