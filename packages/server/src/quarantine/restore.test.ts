import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from '../database/create-pool.js'
import { createLog } from '../http/create-log.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { reconcileStatement } from '../statements/reconcile-statement.js'
import type { NewStatement } from '../statements/statement.js'
import { type BookRail, createBookRail } from '../testing/create-book-rail.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { dumpDatabase, restoreDatabase } from '../testing/dump-database.js'
import { startTestPostgres, type TestPostgres } from '../testing/start-test-postgres.js'
import { type Call, send, startTestServer } from '../testing/start-test-server.js'
import { until } from '../testing/until.js'
import { watchIdentity } from './watch-identity.js'

/** What a worker of the lost history may still have been sending after the end; short, since a test waits for it. */
const LEASE_MS = 3_000
const log = createLog('silent')

let elsewhere: TestPostgres
let folder: string
beforeAll(async () => {
  elsewhere = await startTestPostgres()
  folder = await mkdtemp(join(tmpdir(), 'arus-restore-'))
})
afterAll(async () => {
  await elsewhere.stop()
  await rm(folder, { recursive: true })
})

describe.each([
  { bank: 'a bank that refuses a repeated reference', refusesRepeats: true },
  { bank: 'a bank that books every repeat', refusesRepeats: false }
])('a dump taken mid-batch and restored on another server, over $bank', ({ refusesRepeats }) => {
  let bank: BookRail
  let restored: Served
  let secretKey: string
  /** What was in the bank's book when the first server was lost. */
  let bookedBefore: number
  let batchIds: Record<'payroll' | 'bonus', string>

  beforeAll(async () => {
    bank = createBookRail({ refusesRepeats })
    const masterKey = randomBytes(32)
    const database = await createTestDatabase()
    const first = await serve(database, bank, masterKey, join(folder, `first-${refusesRepeats}.json`))
    const merchant = await first.server.makeMerchant()
    secretKey = merchant.secretKey
    // Two of ten are paid, six more after the dump, and two never.
    bank.takesOnly(2)
    const payroll = await submit(merchant.call, 'payroll', people('payroll', 10))
    const bonus = await submit(merchant.call, 'bonus', people('bonus', 2))
    batchIds = { payroll, bonus }
    await approve(merchant.call, payroll)
    await until(
      () => countDone(merchant.call, payroll),
      (done) => done === 2
    )
    const dump = await dumpDatabase(database.pool)

    bank.takesOnly(6)
    await until(
      async () => bank.book.length,
      (length) => length === 8
    )
    bank.answers(false)
    bank.takesOnly(2)
    await approve(merchant.call, bonus)
    await until(
      async () => bank.book.length,
      (length) => length === 10
    )
    bank.answers(true)
    bank.takesOnly(3)
    const lost = await submit(merchant.call, 'lost', people('lost', 3))
    await approve(merchant.call, lost)
    await until(
      () => countDone(merchant.call, lost),
      (done) => done === 3
    )
    bookedBefore = bank.book.length
    await first.stop()
    await database.drop()

    bank.takesOnly(Number.POSITIVE_INFINITY)
    const copy = await createDatabase(elsewhere, `restored_${refusesRepeats}`)
    await restoreDatabase(copy.pool, dump)
    restored = await serve(copy, bank, masterKey, join(folder, `second-${refusesRepeats}.json`))
  })

  afterAll(async () => {
    await restored.stop()
    await restored.database.drop()
  })

  const call: Call = (...args) => restored.server.callWith(secretKey)(...args)
  const readItems = async (batchKey: string) => {
    const { rows } = await restored.database.pool.query<{ id: string; status: string; accountNumber: string; attempt: number }>(
      `SELECT item.id, item.status, item.account_number AS "accountNumber", item.attempt FROM items AS item
       JOIN batches AS batch ON batch.merchant_id = item.merchant_id AND batch.id = item.batch_id
       WHERE batch.batch_key = $1 ORDER BY item.ordinal`,
      [batchKey]
    )
    return rows
  }
  const countBookings = (references: string[]) =>
    references.map((reference) => bank.book.filter((entry) => entry.reference === reference).length)

  it('is quarantined by the row that the dump carries, and says so to probes, in metrics and on record', async () => {
    expect((await send(`${restored.server.url}/readyz`, {})).body).toMatchObject({
      status: 'quarantined',
      quarantine: { reason: 'other_server', closed_modes: ['live', 'test'] }
    })
    const { text } = await send(`${restored.server.url}/metrics`, {})
    expect(text).toContain('arus_quarantine{mode="live"} 1')
    expect(text).toContain('arus_quarantine{mode="test"} 1')
    const { rows } = await restored.database.pool.query(
      `SELECT actor, detail::jsonb->>'reason' AS reason FROM audit_entries WHERE action = 'quarantine.opened'`
    )
    expect(rows).toEqual([{ actor: 'server', reason: 'other_server' }])
  })

  it('refuses every new batch, the lost one too, with what is to be done', async () => {
    const answer = await trySubmit(call, 'lost', people('lost', 3))
    expect(answer).toMatchObject({ status: 503, body: { error_code: 'DATABASE_QUARANTINED' } })
    expect(answer.body.error).toContain('with the same idempotency_key')
    expect(await restored.database.pool.query('SELECT 1 FROM idempotent_requests WHERE key = $1', ['lost'])).toMatchObject({
      rowCount: 0
    })
  })

  it('asks about each item that was open in the dump, and finds what was paid after it', async () => {
    const items = await until(
      () => readItems('payroll'),
      (read) => read.filter((item) => item.status === 'done').length >= 8
    )
    const [paidBefore, others] = [items.filter((item) => item.attempt < 1000), items.filter((item) => item.attempt >= 1000)]
    expect(paidBefore).toHaveLength(2)
    expect(others).toHaveLength(8)
    expect(others.every((item) => bank.asked.includes(item.id))).toBe(true)
  })

  it(`${refusesRepeats ? 'pays' : 'does not pay without a person'} what the bank twice did not know`, async () => {
    const paid = new Set(bank.book.slice(0, bookedBefore).map((entry) => entry.reference))
    const ids = (await readItems('payroll')).map((item) => item.id).filter((id) => !paid.has(id))
    expect(ids).toHaveLength(2)
    if (refusesRepeats) {
      await until(
        () => readItems('payroll'),
        (items) => items.every((item) => item.status === 'done')
      )
      expect(countBookings(ids)).toEqual([1, 1])
      return
    }
    const { rows } = await until(
      () =>
        restored.database.pool.query<{ itemId: string; kind: string }>(
          `SELECT detail->>'item_id' AS "itemId", kind FROM cases ORDER BY ordinal`
        ),
      ({ rows }) => rows.length === 2
    )
    expect(rows).toEqual(ids.map((itemId) => ({ itemId, kind: 'unresolved' })))
    expect(countBookings(ids)).toEqual([0, 0])
  })

  it('asks first about a batch that waits for approval in the dump, and was approved and paid after it', async () => {
    await approve(call, batchIds.bonus)
    const items = await until(
      () => readItems('bonus'),
      (read) => read.every((item) => item.status === 'done')
    )
    expect(countBookings(items.map((item) => item.id))).toEqual([1, 1])
  })

  it('stays closed after a statement that covers a part of the lost time, and opens after one that covers the rest', async () => {
    const { lostSince, lostUntil } = await readLostTime(restored.database)
    const middle = new Date((Date.parse(lostSince) + Date.parse(lostUntil)) / 2).toISOString()
    await waitUntil(lostUntil)
    const first = await reconcileBook(restored.database, bank, { from: lostSince, to: middle })
    expect((await trySubmit(call, 'lost', people('lost', 3))).status).toBe(503)
    const second = await reconcileBook(restored.database, bank, { from: middle, to: lostUntil })
    expect(first.missingHereLines + second.missingHereLines).toBe(3)
    const { rows } = await restored.database.pool.query(`SELECT is_live, kind, actor FROM quarantine_ends`)
    expect(rows).toEqual([{ is_live: false, kind: 'lifted', actor: 'operator:sari' }])
    expect((await send(`${restored.server.url}/readyz`, {})).body).toMatchObject({ quarantine: { closed_modes: ['live'] } })
  })

  it('keeps back for a person what has the account and the amount of a payment that nothing here explains', async () => {
    const similar = await submit(call, 'similar', [people('lost', 1)[0]!, people('similar', 1)[0]!])
    await approve(call, similar)
    const items = await until(
      () => readItems('similar'),
      ([, other]) => other?.status === 'done'
    )
    expect(items[0]).toMatchObject({ status: 'unknown' })
    expect(countBookings(items.map((item) => item.id))).toEqual([0, 1])
    const { rows } = await restored.database.pool.query(
      `SELECT id, kind, detail->>'learnt' AS learnt FROM cases WHERE detail->>'item_id' = $1 AND closed_at IS NULL`,
      [items[0]!.id]
    )
    expect(rows).toMatchObject([{ kind: 'unresolved', learnt: 'a_similar_payment' }])
    const settled = await call('POST', `/v1/cases/${rows[0]!.id}/settle`, {
      body: { resolution: 'not_paid', reference: 'none', reason: 'the merchant says that it was paid in the lost batch' }
    })
    expect(settled.status, settled.text).toBe(200)
    expect((await readItems('similar')).map((item) => item.status)).toEqual(['failed', 'done'])
  })

  it('does not pay the lost batch again when its merchant sends it again: it has the references that the bank knows', async () => {
    const lost = await submit(call, 'lost', people('lost', 3))
    await approve(call, lost)
    const items = await until(
      () => readItems('lost'),
      (read) => read.every((item) => item.status === 'done')
    )
    expect(countBookings(items.map((item) => item.id))).toEqual([1, 1, 1])
    const { body } = await until(
      () => call('GET', `/v1/disbursements/${lost}`),
      ({ body }) => body.data.status === 'success'
    )
    expect(body.data.status).toBe('success')
  })

  it('pays a batch that is new as ever, without asking about it', async () => {
    const fresh = await submit(call, 'fresh', people('fresh', 2))
    await approve(call, fresh)
    const items = await until(
      () => readItems('fresh'),
      (read) => read.every((item) => item.status === 'done')
    )
    expect(items.map((item) => bank.asked.includes(item.id))).toEqual([false, false])
    expect(countBookings(items.map((item) => item.id))).toEqual([1, 1])
  })

  it('has paid nobody twice in the end, by the bank’s own book, and the books of the server are right', async () => {
    const references = new Set(bank.book.map((entry) => entry.reference))
    expect(bank.book).toHaveLength(references.size)
    // 13 before the loss; after it the two of the payroll, where that is allowed without a person, and three new ones.
    expect(bookedBefore).toBe(13)
    expect(bank.book).toHaveLength(bookedBefore + (refusesRepeats ? 5 : 3))
    const accounts = bank.book.map((entry) => entry.accountNumber)
    expect(new Set(accounts).size).toBe(accounts.length)
    const similar = await readItems('similar')
    expect([similar[0]!.status, bank.asked.includes(similar[0]!.id)]).toEqual(['failed', false])
    expect((await verifyLedger(restored.database.pool)).faults).toEqual([])
  })
})

type Served = { server: Awaited<ReturnType<typeof startTestServer>>; database: TestDatabase; stop(): Promise<void> }

/** As `runServer` does it: which database this is comes first. */
async function serve(database: TestDatabase, bank: BookRail, masterKey: Buffer, identityFile: string): Promise<Served> {
  const { pool } = database
  const watch = await watchIdentity({ pool, identityFile, needsFile: true, leaseMs: LEASE_MS, log, markEveryMs: 100 })
  const server = await startTestServer({
    database,
    runsWorker: true,
    env: { ARUS_LEASE_MS: String(LEASE_MS) },
    context: { rails: [bank], masterKey }
  })
  return {
    server,
    database,
    async stop() {
      await server.stop()
      await watch.stop()
    }
  }
}

async function createDatabase(postgres: TestPostgres, name: string): Promise<TestDatabase> {
  const open = (databaseUrl: string) =>
    createPool({ databaseUrl, maxConnections: 20, applicationName: 'test', onError: () => {} })
  const admin = open(postgres.databaseUrl)
  await admin.query(`CREATE DATABASE ${name}`)
  await admin.end()
  const url = new URL(postgres.databaseUrl)
  url.pathname = `/${name}`
  const pool = open(url.href)
  return { pool, databaseUrl: url.href, drop: () => pool.end() }
}

/** Each with an account of its own, so that the bank's book shows who was paid twice under whatever reference. */
function people(batchKey: string, count: number) {
  const first = { payroll: 1, bonus: 2, lost: 3, fresh: 4, similar: 5 }[batchKey]!
  return Array.from({ length: count }, (_, index) => ({
    account_owner_name: 'Siti Rahayu',
    bank_code: 'bca',
    account_number: `${first}000${String(index + 1).padStart(2, '0')}`,
    amount: '10000.00'
  }))
}

const trySubmit = (call: Call, batchKey: string, items: object[]) =>
  call('POST', '/v1/disbursements/submit?skip_validation=true', {
    headers: { idempotency_key: batchKey },
    body: { name: batchKey, description: '', items }
  })

async function submit(call: Call, batchKey: string, items: object[]): Promise<string> {
  const { status, body, text } = await trySubmit(call, batchKey, items)
  expect(status, text).toBe(200)
  return body.data.id
}

async function approve(call: Call, batchId: string): Promise<void> {
  const { status, text } = await call('POST', `/v1/disbursements/${batchId}/approve`)
  expect(status, text).toBe(200)
}

async function countDone(call: Call, batchId: string): Promise<number> {
  const { body } = await call('GET', `/v1/disbursements/${batchId}/items?limit=100`)
  return body.data.disbursement_batch_items.filter((item: { status: string }) => item.status === 'done').length
}

async function readLostTime({ pool }: TestDatabase): Promise<{ lostSince: string; lostUntil: string }> {
  const { rows } = await pool.query('SELECT lost_since AS "lostSince", lost_until AS "lostUntil" FROM quarantines')
  return rows[0]
}

/** By the clock of this machine, which PostgreSQL shares. */
async function waitUntil(time: string): Promise<void> {
  await until(
    async () => Date.now(),
    (now) => now > Date.parse(time)
  )
}

/** The bank's statement, of what is in its book in that time. */
async function reconcileBook({ pool }: TestDatabase, bank: BookRail, period: { from: string; to: string }) {
  const [fromMs, toMs] = [Date.parse(period.from), Date.parse(period.to)]
  const entries = bank.book.filter(({ bookedAt }) => Date.parse(bookedAt) >= fromMs && Date.parse(bookedAt) < toMs)
  const given: NewStatement = {
    isLive: false,
    merchantId: undefined,
    fileName: 'statement.csv',
    fileSha256: createHash('sha256').update(JSON.stringify(period)).digest(),
    periodFrom: period.from,
    periodTo: period.to,
    lines: entries.map((entry, index) => ({
      lineNumber: index + 2,
      reference: entry.reference,
      amountSen: entry.amountSen,
      bankCode: entry.bankCode,
      accountNumber: entry.accountNumber,
      description: '',
      occurredAt: entry.bookedAt
    })),
    submittedBy: 'operator:sari'
  }
  return (await reconcileStatement(pool, given)).statement
}
