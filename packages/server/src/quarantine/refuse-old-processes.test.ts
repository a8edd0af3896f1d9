import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMerchant } from '../merchants/create-merchant.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { releaseTestItems } from '../testing/release-test-items.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { checkIdentity } from './check-identity.js'
import { insertEnds } from './insert-ends.js'
import { markOpenItems } from './mark-open-items.js'

let database: TestDatabase
let merchantId: string

beforeEach(async () => {
  database = await createTestDatabase()
  merchantId = (await createMerchant(database.pool, { name: 'Warung' })).id
})
afterEach(() => database.drop())

const serve = () => checkIdentity(database.pool, { outside: undefined, leaseMs: 60_000 })

/** What a restore elsewhere does to the row inside: it says what the database was, not what it is. */
const pretendRestored = () => database.pool.query(`UPDATE database_identity SET system_identifier = '1'`)

async function submit(): Promise<string> {
  const items = [testItem(), testItem()]
  const batch = await submitTestBatch(database.pool, merchantId, { items, skipValidation: true, forceDisburse: true })
  await releaseTestItems(database.pool, merchantId, batch.id)
  return batch.id
}

/** As the version before quarantines claimed: it asks nothing, and writes an attempt for each item that is ready. */
async function claimAsBefore(batchId: string): Promise<number> {
  const { rowCount } = await database.pool.query(
    `WITH claimed AS (
       UPDATE items AS item
       SET status = 'sending', attempt = attempt + 1, due_at = arus_now() + interval '1 minute', updated_at = arus_now()
       WHERE item.merchant_id = $1 AND item.batch_id = $2 AND item.status = 'ready'
       RETURNING item.ordinal, item.attempt, item.due_at
     )
     INSERT INTO transfer_attempts (merchant_id, batch_id, ordinal, attempt, rail, worker_id, claimed_at, send_until)
     SELECT $1, $2, ordinal, attempt, 'simulated_bank', 'old_worker', arus_now(), due_at FROM claimed`,
    [merchantId, batchId]
  )
  return rowCount ?? 0
}

/** As it released what was approved: straight to the queue of what is to be sent. */
const releaseAsBefore = (batchId: string) =>
  database.pool.query(
    `UPDATE items SET status = 'ready', due_at = arus_now() WHERE batch_id = $1 AND status = 'need_validation'`,
    [batchId]
  )

const readStatuses = async (batchId: string) =>
  (await database.pool.query('SELECT status FROM items WHERE batch_id = $1 ORDER BY ordinal', [batchId])).rows.map(
    ({ status }) => status
  )

describe('a process of a version that knows nothing of quarantines', () => {
  it('sends as ever from the database that is served', async () => {
    await serve()
    expect(await claimAsBefore(await submit())).toBe(2)
  })

  it('sends nothing from a copy on another server, before anybody has looked at it', async () => {
    const batchId = await submit()
    await serve()
    await pretendRestored()
    await expect(claimAsBefore(batchId)).rejects.toThrow('this database is not the one that was served last')
    expect(await readStatuses(batchId)).toEqual(['ready', 'ready'])
  })

  it('sends nothing while open payments are being marked, and then nothing that is to be asked about', async () => {
    const batchId = await submit()
    await serve()
    await pretendRestored()
    expect((await serve()).quarantineId).toBeDefined()
    await expect(claimAsBefore(batchId)).rejects.toThrow('its open payments are not marked yet')
    await markOpenItems(database.pool)
    expect(await readStatuses(batchId)).toEqual(['unknown', 'unknown'])
    expect(await claimAsBefore(batchId)).toBe(0)
  })

  it('sends nothing of a batch from before that it releases itself', async () => {
    const items = [testItem()]
    const batch = await submitTestBatch(database.pool, merchantId, { items, skipValidation: true })
    await serve()
    await pretendRestored()
    await serve()
    await markOpenItems(database.pool)
    await releaseAsBefore(batch.id)
    await expect(claimAsBefore(batch.id)).rejects.toThrow('may not be sent before its bank was asked about it')
  })

  it('takes in no batch while a quarantine stands for its mode', async () => {
    await submit()
    await serve()
    await pretendRestored()
    const { quarantineId } = await serve()
    await markOpenItems(database.pool)
    const insertAsBefore = (isLive: boolean) =>
      database.pool.query(
        `INSERT INTO batches (merchant_id, id, is_live, force_disburse, skip_validation, status, rail, total_amount_sen, item_count, unvalidated_items)
         VALUES ($1, $3, $2, true, true, 'validating', 'simulated_bank', 1, 1, 1)`,
        [merchantId, isLive, isLive ? 'dis_live' : 'dis_test']
      )
    await expect(insertAsBefore(false)).rejects.toThrow('no new batches are taken in while this database is quarantined')
    const connection = await database.pool.connect()
    const end = { quarantineId: quarantineId!, kind: 'overridden', actor: 'operator:sari', reason: 'a rehearsal' } as const
    await insertEnds(connection, { ...end, modes: ['test'] }).finally(() => connection.release())
    await insertAsBefore(false)
    await expect(insertAsBefore(true)).rejects.toThrow('no new batches are taken in')
  })
})
