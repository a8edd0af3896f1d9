import type { Connection, Pool } from '../database/create-pool.js'
import { LEDGER_CHECKS, type LedgerCheck } from './ledger-checks.js'

/** A row that breaks a rule of the books. */
export type LedgerFault = {
  /** Which rule; the name of its check. */
  check: string
  merchantId: string
  /** What breaks it, in words, with the ids to look at. */
  message: string
}

export type LedgerReport = { faults: LedgerFault[] /** How many rules were checked. */; checks: number; readAt: string }

/** One transfer as the bank's own book has it. */
type BookEntry = {
  reference: string
  amountSen: bigint
  status: 'accepted' | 'paid' | 'rejected' | 'reversed' /** RFC 3339 */
  receivedAt: string
}

export type VerifyOptions = {
  /**
   * Reads the book of the bank behind test mode, after the ledger's snapshot was taken: what is done there is in the
   * book by then. Left out: the ledger is checked against itself only.
   */
  readBook?: () => Promise<BookEntry[]>
}

/**
 * Checks the books from rows alone, in one snapshot: stored balances against the transfers, holds against open items,
 * final items against posts and voids, counters against items, and what is done against the bank's book. Changes nothing.
 */
export async function verifyLedger(pool: Pool, { readBook }: VerifyOptions = {}): Promise<LedgerReport> {
  const report = await verifySnapshot(pool, readBook)
  const hasBookFaults = report.faults.some((fault) => fault.check === BOOK_CHECK)
  if (!hasBookFaults || readBook === undefined) return report
  // Ledger and book can't be read at one instant. What differed only because the bank moved on is gone the second time.
  const again = await verifySnapshot(pool, readBook)
  const lasting = new Set(report.faults.map((fault) => fault.message))
  return { ...again, faults: again.faults.filter((fault) => fault.check !== BOOK_CHECK || lasting.has(fault.message)) }
}

const BOOK_CHECK = 'bank-book'

async function verifySnapshot(pool: Pool, readBook: VerifyOptions['readBook']): Promise<LedgerReport> {
  const { readAt, faults, sent } = await readSnapshot(pool, readBook !== undefined)
  if (readBook === undefined) return { faults, checks: LEDGER_CHECKS.length, readAt }
  // With no transaction open: a bank may be slow to show its book, and a transaction that waits for it is ended.
  const book = takenBefore(await readBook(), readAt)
  return { faults: [...faults, ...compareWithBook(sent, book)], checks: LEDGER_CHECKS.length + 1, readAt }
}

type Snapshot = {
  readAt: string
  faults: LedgerFault[]
  /** What the bank may have in its book. */
  sent: SentItem[]
}

async function readSnapshot(pool: Pool, readsSent: boolean): Promise<Snapshot> {
  const connection = await pool.connect()
  try {
    await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const readAt = await readTime(connection)
    const faults: LedgerFault[] = []
    for (const check of LEDGER_CHECKS) faults.push(...(await runCheck(connection, check)))
    const sent = readsSent ? await readSentItems(connection) : []
    await connection.query('COMMIT')
    return { readAt, faults, sent }
  } finally {
    await connection.query('ROLLBACK').catch(() => {})
    connection.release()
  }
}

async function readTime(connection: Connection): Promise<string> {
  const { rows } = await connection.query<{ readAt: string }>('SELECT arus_now() AS "readAt"')
  return rows[0]!.readAt
}

async function runCheck(connection: Connection, check: LedgerCheck): Promise<LedgerFault[]> {
  const { rows } = await connection.query<{ merchantId: string; message: string }>(check.faults)
  return rows.map((row) => ({ check: check.name, ...row }))
}

/** What reached the bank after our snapshot is of no concern to it. */
function takenBefore(book: BookEntry[], readAt: string): BookEntry[] {
  return book.filter((entry) => Date.parse(entry.receivedAt) <= Date.parse(readAt))
}

type SentItem = { merchantId: string; id: string; status: string; amountSen: bigint }

/** What the bank paid and what we call done must be the same transfers; one that is still open may be ahead at the bank. */
function compareWithBook(sent: SentItem[], book: BookEntry[]): LedgerFault[] {
  const paid = new Map<string, BookEntry[]>()
  for (const entry of book) {
    if (entry.status !== 'paid') continue
    paid.set(entry.reference, [...(paid.get(entry.reference) ?? []), entry])
  }
  const faults: LedgerFault[] = []
  const report = (item: SentItem, message: string) => faults.push({ check: BOOK_CHECK, merchantId: item.merchantId, message })
  for (const item of sent) {
    const entries = paid.get(item.id) ?? []
    paid.delete(item.id)
    if (entries.length > 1) report(item, `item ${item.id} is in the bank's book ${entries.length} times`)
    if (item.status === 'done' && entries.length === 0) report(item, `item ${item.id} is done, but the bank has not paid it`)
    if (item.status === 'failed' && entries.length > 0) report(item, `item ${item.id} is failed, but the bank has paid it`)
    if (entries.some((entry) => entry.amountSen !== item.amountSen)) report(item, `item ${item.id} was paid with another amount`)
  }
  for (const reference of paid.keys()) {
    faults.push({ check: BOOK_CHECK, merchantId: '', message: `the bank has paid ${reference}, which was never sent` })
  }
  return faults
}

async function readSentItems(connection: Connection): Promise<SentItem[]> {
  const { rows } = await connection.query<SentItem>(
    `SELECT item.merchant_id AS "merchantId", item.id, item.status, item.amount_sen AS "amountSen"
     FROM items AS item JOIN batches AS batch ON batch.merchant_id = item.merchant_id AND batch.id = item.batch_id
     WHERE item.attempt > 0 AND NOT batch.is_live ORDER BY item.merchant_id, item.batch_id, item.ordinal`
  )
  return rows
}
