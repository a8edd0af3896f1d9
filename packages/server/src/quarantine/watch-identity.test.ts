import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pickBatchToRelease, releaseItems } from '../batches/release-items.js'
import { withTransaction } from '../database/with-transaction.js'
import { createLog } from '../http/create-log.js'
import { deriveItemIdentifier } from '../identifiers/derive-item-identifier.js'
import { claimItemsToSend } from '../items/claim-items.js'
import { claimRangeToSend } from '../items/claim-range.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { releaseTestItems } from '../testing/release-test-items.js'
import { startTestServer, type TestServer } from '../testing/start-test-server.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { until } from '../testing/until.js'
import { checkIdentity } from './check-identity.js'
import { insertEnds } from './insert-ends.js'
import { liftQuarantines } from './lift-quarantines.js'
import { overrideQuarantines } from './override-quarantines.js'
import { findClosedModes, listQuarantines, readStandingQuarantines } from './read-quarantines.js'
import { type IdentityWatch, watchIdentity } from './watch-identity.js'

const NEVER_MS = 600_000

let database: TestDatabase
let folder: string
let file: string
let lines: string[]
let watches: IdentityWatch[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arus-identity-'))
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(async () => {
  database = await createTestDatabase()
  file = join(folder, `${randomBytes(6).toString('hex')}.json`)
  lines = []
  watches = []
})
afterEach(async () => {
  for (const watch of watches) await watch.stop()
  await database.drop()
})

async function watch(options: Partial<Parameters<typeof watchIdentity>[0]> = {}): Promise<IdentityWatch> {
  const log = createLog('info', new Writable({ write: (line, _encoding, done) => done(void lines.push(String(line))) }))
  const { pool } = database
  const one = await watchIdentity({
    pool,
    identityFile: file,
    needsFile: true,
    leaseMs: 60_000,
    log,
    markEveryMs: NEVER_MS,
    ...options
  })
  watches.push(one)
  return one
}

/** What a restore elsewhere does to the row inside: it says what the database was, not what it is. */
const pretendRestored = () =>
  database.pool.query(`UPDATE database_identity SET system_identifier = '1' WHERE system_identifier <> '1'`)

async function submitAndApprove(count: number, batchKey = randomBytes(6).toString('hex')) {
  const { id: merchantId } = await createMerchant(database.pool, { name: 'Warung' })
  const items = Array.from({ length: count }, () => testItem())
  const batch = await submitTestBatch(database.pool, merchantId, { items, batchKey, skipValidation: true, forceDisburse: true })
  return { merchantId, batchId: batch.id, isLive: false, rail: 'simulated_bank' }
}

/** Makes them wait to be sent one by one. */
const makeReady = ({ merchantId, batchId }: { merchantId: string; batchId: string }) =>
  releaseTestItems(database.pool, merchantId, batchId)

/** As workers do, with what is not sent by ranges. */
async function releaseAll(): Promise<void> {
  for (;;) {
    const batch = await pickBatchToRelease(database.pool)
    if (batch === undefined) return
    await releaseItems(database.pool, batch)
  }
}

async function countStatuses(batchId: string): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<{ status: string; count: number }>(
    'SELECT status, count(*)::integer AS count FROM items WHERE batch_id = $1 GROUP BY status',
    [batchId]
  )
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}

const claim = (batch: Awaited<ReturnType<typeof submitAndApprove>>, limit = 10) =>
  claimItemsToSend(database.pool, batch, { limit, leaseMs: 60_000, workerId: 'worker_test' })

const claimRange = (batch: Awaited<ReturnType<typeof submitAndApprove>>) =>
  claimRangeToSend(database.pool, batch, { limit: 10, leaseMs: 60_000, workerId: 'worker_test' })

describe('watchIdentity', () => {
  it('records which database is served, inside and outside, and with each mark a higher one', async () => {
    const first = await watch({ markEveryMs: 5 })
    const read = async () => JSON.parse(await readFile(file, 'utf8'))
    const before = await read()
    const { rows } = await database.pool.query('SELECT system_identifier, database_oid, timeline FROM database_identity')
    expect(before).toMatchObject(rows[0])
    await until(read, (after) => BigInt(after.mark) > BigInt(before.mark) + 2n)
    await first.stop()
    const inside = await database.pool.query('SELECT mark FROM database_identity')
    expect(String(inside.rows[0].mark)).toBe((await read()).mark)
    await watch()
    expect(await listQuarantines(database.pool)).toEqual([])
    expect(lines).toEqual([])
  })

  it('takes a database with batches and no record for the right one, once, and says so', async () => {
    await submitAndApprove(1)
    await watch()
    expect(lines.join('')).toContain('no record of which it is')
    expect(await listQuarantines(database.pool)).toEqual([])
  })

  it('quarantines a database that the file outside does not mean', async () => {
    const one = await watch()
    await one.stop()
    await submitAndApprove(1)
    await writeFile(file, (await readFile(file, 'utf8')).replace(/"database_oid": "\d+"/, '"database_oid": "1"'))
    await watch()
    expect(await listQuarantines(database.pool)).toMatchObject([
      { reason: 'other_database', recordedOutside: { database_oid: '1' } }
    ])
    expect(lines.join('')).toContain('a quarantine was opened')
    // The next start finds it dealt with, and standing.
    await watch()
    expect(await listQuarantines(database.pool)).toHaveLength(1)
    expect(lines.at(-1)).toContain('a quarantine stands')
  })

  it('takes what the file of another host shows for dealt with, once a quarantine was opened over it', async () => {
    await (await watch()).stop()
    await submitAndApprove(1)
    const other = join(folder, `${randomBytes(6).toString('hex')}.json`)
    const stale = (await readFile(file, 'utf8')).replace(/"database_oid": "\d+"/, '"database_oid": "1"')
    for (const path of [file, other]) await writeFile(path, stale)
    await watch()
    await watch({ identityFile: other })
    expect(await listQuarantines(database.pool)).toHaveLength(1)
    expect(lines.join('')).toContain('a quarantine was opened over that by another host')
    // A host that goes on to serve the other database after that, and then comes back, knows something new.
    await writeFile(other, stale.replace(/"marked_at": "[^"]+"/, '"marked_at": "2999-01-01T00:00:00Z"'))
    await watch({ identityFile: other })
    expect(await listQuarantines(database.pool)).toHaveLength(2)
  })

  it('is decided by one of many processes that start at once, whatever each of them finds outside', async () => {
    await (await watch()).stop()
    await makeReady(await submitAndApprove(3))
    await pretendRestored()
    const files = [file, ...Array.from({ length: 5 }, () => join(folder, `${randomBytes(6).toString('hex')}.json`))]
    await Promise.all(files.map((identityFile) => watch({ identityFile })))
    expect(await listQuarantines(database.pool)).toMatchObject([{ reason: 'other_server' }])
    const { rows } = await database.pool.query('SELECT attempt, worker_id FROM transfer_attempts')
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ attempt: 1000, worker_id: 'restored' })))
  })

  it('sends nothing before the last item is marked, and goes on where a process ended in the middle', async () => {
    await (await watch()).stop()
    const large = await submitAndApprove(7)
    const other = await submitAndApprove(2)
    const straight = await submitAndApprove(3)
    for (const batch of [large, other]) await makeReady(batch)
    const claimed = await claim(large, 2)
    expect(claimed).toHaveLength(2)
    await pretendRestored()
    expect([await claim(other), await claimRange(straight)]).toEqual([[], undefined])
    // This process ends as soon as the quarantine is open, with nothing marked.
    await checkIdentity(database.pool, { outside: undefined, leaseMs: 60_000 })
    expect(await readStandingQuarantines(database.pool)).toMatchObject([{ markedAt: null }])
    expect([await claim(large), await claim(other), await claimRange(straight)]).toEqual([[], [], undefined])
    expect(await countStatuses(large.batchId)).toEqual({ sending: 2, ready: 5 })
    // The next one finds the identity as it should be, and the work that was left.
    await watch()
    expect(await countStatuses(large.batchId)).toEqual({ unknown: 7 })
    expect(await countStatuses(other.batchId)).toEqual({ unknown: 2 })
    const [quarantine] = await listQuarantines(database.pool)
    expect(quarantine!.markedAt).not.toBeNull()
    // What no worker had taken is no longer handed out by ranges.
    expect(await claimRange(straight)).toBeUndefined()
    await releaseAll()
    expect(await countStatuses(straight.batchId)).toEqual({ unknown: 3 })
    await database.pool.query(`UPDATE items SET status = 'ready' WHERE batch_id = $1`, [other.batchId])
    expect(await claim(other)).toHaveLength(2)
  })

  it('asks about an item in whatever state it is open, with an attempt that lasted for as long as anybody could have sent', async () => {
    await (await watch()).stop()
    const batch = await submitAndApprove(5)
    await makeReady(batch)
    await claim(batch, 4)
    const set = (status: string, ordinal: number) =>
      database.pool.query(
        'UPDATE items SET status = $1, not_found_at = arus_now(), check_count = 7 WHERE batch_id = $2 AND ordinal = $3',
        [status, batch.batchId, ordinal]
      )
    await set('unknown', 1)
    await set('accepted', 2)
    await set('done', 3)
    const { rows: marks } = await database.pool.query(
      `SELECT date_trunc('second', marked_at) AS marked_at FROM database_identity`
    )
    await pretendRestored()
    await watch({ leaseMs: 5_000 })
    expect(await countStatuses(batch.batchId)).toEqual({ unknown: 4, done: 1 })
    const { rows } = await database.pool.query(
      `SELECT item.ordinal, item.attempt, item.check_count, item.not_found_at, attempt.claimed_at, attempt.outcome,
         attempt.send_until - quarantine.opened_at BETWEEN interval '5 seconds' AND interval '6 seconds' AS "lastsAsLongAsALease"
       FROM items AS item JOIN transfer_attempts AS attempt USING (merchant_id, batch_id, ordinal, attempt) CROSS JOIN quarantines AS quarantine
       WHERE item.status = 'unknown' ORDER BY item.ordinal`
    )
    const marked = {
      check_count: 0,
      not_found_at: null,
      claimed_at: marks[0].marked_at,
      outcome: 'unknown',
      lastsAsLongAsALease: true
    }
    expect(rows).toEqual([
      { ...marked, ordinal: 0, attempt: 1001 },
      { ...marked, ordinal: 1, attempt: 1001 },
      { ...marked, ordinal: 2, attempt: 1001 },
      { ...marked, ordinal: 4, attempt: 1000 }
    ])
  })

  it('leaves with its person what an earlier quarantine keeps back', async () => {
    await (await watch()).stop()
    const batch = await submitAndApprove(2)
    await pretendRestored()
    await (await watch()).stop()
    await database.pool.query(
      `WITH statement AS (
         INSERT INTO statements (id, is_live, file_name, file_sha256, period_from, period_to, line_count, submitted_by)
         VALUES ('stm_1', false, 'july.csv', '', arus_now() - interval '1 day', arus_now(), 1, 'operator:sari')
       )
       INSERT INTO statement_lines (statement_id, line_number, is_live, reference, amount_sen, occurred_at, state)
       VALUES ('stm_1', 2, false, 'dis_item_lost', 1000000, arus_now(), 'missing_here')`
    )
    await database.pool.query(
      `INSERT INTO quarantined_items (merchant_id, batch_id, ordinal, statement_id, line_number) VALUES ($1, $2, 1, 'stm_1', 2)`,
      [batch.merchantId, batch.batchId]
    )
    await releaseAll()
    const readDue = async () =>
      (
        await database.pool.query(
          'SELECT ordinal, status, attempt, due_at <= arus_now() AS "isDue" FROM items WHERE batch_id = $1 ORDER BY ordinal',
          [batch.batchId]
        )
      ).rows
    const kept = { ordinal: 1, status: 'unknown', isDue: false }
    expect(await readDue()).toMatchObject([{ isDue: true }, { ...kept, attempt: 1000 }])
    await pretendRestored()
    await watch()
    expect(await readDue()).toMatchObject([{ isDue: true }, { ...kept, attempt: 2000 }])
  })

  it('marks a batch of more items than fit into one step', async () => {
    await (await watch()).stop()
    const batch = await submitAndApprove(5_003)
    await makeReady(batch)
    await pretendRestored()
    await watch()
    expect(await countStatuses(batch.batchId)).toEqual({ unknown: 5_003 })
  })

  it('asks first about what was approved and not yet released', async () => {
    await (await watch()).stop()
    const approved = await submitAndApprove(2)
    await pretendRestored()
    await watch()
    await releaseAll()
    expect(await countStatuses(approved.batchId)).toEqual({ unknown: 2 })
    const { rows } = await database.pool.query('SELECT unreleased_items FROM batches WHERE id = $1', [approved.batchId])
    expect(rows).toEqual([{ unreleased_items: 0 }])
  })

  it('notices a replica that takes over under a running process, and claims nothing until it is marked', async () => {
    const batch = await submitAndApprove(2)
    await makeReady(batch)
    await watch({ markEveryMs: 5 })
    await database.pool.query(`UPDATE database_identity SET timeline = timeline + 1`)
    const [quarantine] = await until(
      () => readStandingQuarantines(database.pool),
      ([one]) => one !== undefined && one.markedAt !== null
    )
    expect(quarantine).toMatchObject({ reason: 'other_timeline' })
    expect(await countStatuses(batch.batchId)).toEqual({ unknown: 2 })
  })

  it('notices an older copy of the database under a running process', async () => {
    await submitAndApprove(1)
    await watch({ markEveryMs: 5 })
    await until(
      () => database.pool.query('UPDATE database_identity SET mark = 0 WHERE mark > 3'),
      ({ rowCount }) => rowCount === 1
    )
    await until(
      () => readStandingQuarantines(database.pool),
      ([one]) => one?.reason === 'older_copy'
    )
  })

  it('does not start on a file that it can’t read, and names it', async () => {
    await writeFile(file, '{"system_identifier": 7}')
    await expect(watch()).rejects.toThrow(`${file} does not say which database was served last`)
  })

  it('does not start where it must record the database outside and can’t; elsewhere it says so and goes on', async () => {
    await writeFile(file, '')
    const below = join(file, 'below', 'identity.json')
    await expect(watch({ identityFile: below })).rejects.toThrow(below.slice(0, file.length))
    await watch({ identityFile: below, needsFile: false })
    expect(lines.join('')).toContain('could not be recorded outside')
  })
})

describe('a quarantine', () => {
  let server: TestServer
  afterEach(() => server.stop())

  const trySubmit = (merchant: Awaited<ReturnType<TestServer['makeMerchant']>>, batchKey: string) =>
    merchant.call('POST', '/v1/disbursements/submit?force_disburse=true&skip_validation=true', {
      headers: { idempotency_key: batchKey, 'X-Idempotency-Key': batchKey },
      body: {
        name: '',
        description: '',
        items: [{ account_owner_name: 'Siti', bank_code: 'bca', account_number: '8422640', amount: '10000.00' }]
      }
    })

  it('closes the intake of both modes; overridden on record by a person, it opens, and new batches are asked about first', async () => {
    server = await startTestServer({ database })
    const merchant = await server.makeMerchant()
    await (await watch()).stop()
    await pretendRestored()
    await watch()
    expect(await trySubmit(merchant, 'first')).toMatchObject({ status: 503, body: { error_code: 'DATABASE_QUARANTINED' } })

    await expect(overrideQuarantines(database.pool, { actor: 'operator:sari', reason: ' ' })).rejects.toThrow('for a reason')
    const overridden = await overrideQuarantines(database.pool, {
      actor: 'operator:sari',
      reason: 'a rehearsal',
      modes: ['test']
    })
    expect(overridden).toHaveLength(1)
    expect(await overrideQuarantines(database.pool, { actor: 'operator:budi', reason: 'again', modes: ['test'] })).toEqual([])
    const [quarantine] = await listQuarantines(database.pool)
    expect(findClosedModes(quarantine!)).toEqual(['live'])
    expect(quarantine!.ends).toMatchObject([{ isLive: false, kind: 'overridden', actor: 'operator:sari', reason: 'a rehearsal' }])
    const { rows } = await database.pool.query(`SELECT actor, subject FROM audit_entries WHERE action = 'quarantine.overridden'`)
    expect(rows).toEqual([{ actor: 'operator:sari', subject: quarantine!.id }])

    const answer = await trySubmit(merchant, 'first')
    expect(answer.status).toBe(200)
    await releaseAll()
    expect(await countStatuses(answer.body.data.id)).toEqual({ unknown: 1 })
    const { rows: attempts } = await database.pool.query('SELECT claimed_at FROM transfer_attempts')
    expect(attempts).toEqual([{ claimed_at: quarantine!.lostSince }])
  })

  it('is lifted by statements that tell of every merchant, also of one whose key of the mode may be lost', async () => {
    server = await startTestServer({ database })
    const merchants = [
      await createMerchant(database.pool, { name: 'Warung' }),
      await createMerchant(database.pool, { name: 'Toko' })
    ]
    await (await watch()).stop()
    await pretendRestored()
    await watch()
    const { lostSince, lostUntil } = (await listQuarantines(database.pool))[0]!
    const closedAfterStatementOf = async (merchantId: string) => {
      await database.pool.query(
        `INSERT INTO statements (id, is_live, merchant_id, file_name, file_sha256, period_from, period_to, line_count, submitted_by, reconciled_at)
         VALUES ($1, true, $1, 'july.csv', decode(md5($1), 'hex'), $2, $3, 0, 'operator:sari', arus_now())`,
        [merchantId, lostSince, lostUntil]
      )
      await withTransaction(database.pool, (connection) =>
        liftQuarantines(connection, { isLive: true, actor: 'operator:sari', rails: [] })
      )
      const [quarantine] = await listQuarantines(database.pool)
      return findClosedModes(quarantine!)
    }
    expect(await closedAfterStatementOf(merchants[0]!.id)).toEqual(['live', 'test'])
    expect(await closedAfterStatementOf(merchants[1]!.id)).toEqual(['test'])
  })

  it('is remembered where a statement has the reference of an item that comes again, however late the bank booked it', async () => {
    server = await startTestServer({ database })
    const { id: merchantId } = await createMerchant(database.pool, { name: 'Warung' })
    await (await watch()).stop()
    await pretendRestored()
    await watch()
    const [quarantine] = await listQuarantines(database.pool)
    const end = { quarantineId: quarantine!.id, kind: 'lifted', actor: 'operator:sari', reason: 'reconciled' } as const
    await withTransaction(database.pool, (connection) => insertEnds(connection, { ...end, modes: ['test'] }))
    const { bankCode, accountNumber, amountSen } = testItem()
    const origin = { merchantId, isLive: false, batchKey: 'lost', ordinal: 1, bankCode, accountNumber, amountSen }
    await database.pool.query(
      `WITH statement AS (
         INSERT INTO statements (id, is_live, file_name, file_sha256, period_from, period_to, line_count, submitted_by)
         VALUES ('stm_1', false, 'july.csv', '', arus_now(), arus_now() + interval '4 days', 1, 'operator:sari')
       )
       INSERT INTO statement_lines (statement_id, line_number, is_live, reference, amount_sen, occurred_at, state)
       VALUES ('stm_1', 2, false, $1, 1000000, arus_now() + interval '3 days', 'missing_here')`,
      [deriveItemIdentifier(origin)]
    )
    const options = { items: [testItem(), testItem()], skipValidation: true, forceDisburse: true }
    const lost = await submitTestBatch(database.pool, merchantId, { ...options, batchKey: 'lost' })
    const fresh = await submitTestBatch(database.pool, merchantId, { ...options, batchKey: 'fresh' })
    await releaseAll()
    expect(await countStatuses(lost.id)).toEqual({ unknown: 2 })
    expect(await countStatuses(fresh.id)).toEqual({ need_validation: 2 })
  })

  it('answers again what it has answered before: that batch is there', async () => {
    server = await startTestServer({ database })
    const merchant = await server.makeMerchant()
    const first = await trySubmit(merchant, 'first')
    await (await watch()).stop()
    await pretendRestored()
    await watch()
    const again = await trySubmit(merchant, 'first')
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(again.body).toEqual(first.body)
    expect((await trySubmit(merchant, 'second')).status).toBe(503)
  })

  it('can’t be changed or taken back by a statement of SQL', async () => {
    server = await startTestServer({ database })
    await (await watch()).stop()
    await pretendRestored()
    await watch()
    await overrideQuarantines(database.pool, { actor: 'operator:sari', reason: 'a rehearsal' })
    for (const statement of [
      'DELETE FROM quarantines',
      `UPDATE quarantines SET lost_since = lost_since - interval '1 day'`,
      'UPDATE quarantines SET marked_at = NULL',
      'DELETE FROM quarantine_ends',
      `UPDATE quarantine_ends SET reason = 'another'`
    ])
      await expect(database.pool.query(statement)).rejects.toThrow('append-only')
  })
})
