import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PickedBatch } from '../batches/pick-batch.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { releaseTestItems } from '../testing/release-test-items.js'
import { setClockShift } from '../testing/set-clock-shift.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { claimItemsToAsk, claimItemsToSend, renewLeases } from './claim-items.js'

const LEASE_MS = 60_000

let database: TestDatabase
let batch: PickedBatch

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

/** A batch of ten items, released and waiting to be sent. */
beforeEach(async () => {
  await setClockShift(database.pool, 0)
  const { id: merchantId } = await createMerchant(database.pool, { name: 'Toko Maju' })
  const items = Array.from({ length: 10 }, () => testItem())
  const submitted = await submitTestBatch(database.pool, merchantId, { forceDisburse: true, skipValidation: true, items })
  batch = { merchantId, batchId: submitted.id, isLive: false, rail: 'simulated_bank' }
  await releaseTestItems(database.pool, merchantId, submitted.id)
})

const claim = (limit: number) => claimItemsToSend(database.pool, batch, { limit, leaseMs: LEASE_MS, workerId: 'worker_1' })
const claimToAsk = () =>
  claimItemsToAsk(database.pool, batch, { statuses: ['sending', 'unknown'], limit: 100, leaseMs: LEASE_MS })

async function readItems() {
  const { rows } = await database.pool.query(
    `SELECT item.ordinal, item.status, item.attempt, attempt.outcome, attempt.send_until = item.due_at AS "leasesAgree"
     FROM items AS item LEFT JOIN transfer_attempts AS attempt ON attempt.merchant_id = item.merchant_id
       AND attempt.batch_id = item.batch_id AND attempt.ordinal = item.ordinal AND attempt.attempt = item.attempt
     WHERE item.batch_id = $1 ORDER BY item.ordinal`,
    [batch.batchId]
  )
  return rows
}

describe('claiming items to send', () => {
  it('takes the first by ordinal, with an attempt each that can send until the lease ends', async () => {
    expect((await claim(3)).map(({ ordinal, attempt }) => [ordinal, attempt])).toEqual([
      [0, 1],
      [1, 1],
      [2, 1]
    ])
    expect((await readItems()).slice(0, 4)).toEqual([
      { ordinal: 0, status: 'sending', attempt: 1, outcome: null, leasesAgree: true },
      { ordinal: 1, status: 'sending', attempt: 1, outcome: null, leasesAgree: true },
      { ordinal: 2, status: 'sending', attempt: 1, outcome: null, leasesAgree: true },
      { ordinal: 3, status: 'ready', attempt: 0, outcome: null, leasesAgree: null }
    ])
  })

  it('gives each item to one of many workers that claim at once', async () => {
    const claimed = (await Promise.all(Array.from({ length: 8 }, () => claim(4)))).flat().map(({ ordinal }) => ordinal)
    expect(claimed.toSorted((left, right) => left - right)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('passes by items that another transaction has locked, instead of waiting for it', async () => {
    const connection = await database.pool.connect()
    try {
      await connection.query('BEGIN')
      await connection.query('SELECT 1 FROM items WHERE batch_id = $1 AND ordinal < 7 FOR UPDATE', [batch.batchId])
      expect((await claim(10)).map(({ ordinal }) => ordinal)).toEqual([7, 8, 9])
    } finally {
      await connection.query('ROLLBACK')
      connection.release()
    }
  })

  it('leaves alone what is not due yet', async () => {
    await database.pool.query(`UPDATE items SET due_at = arus_now() + interval '5 seconds' WHERE batch_id = $1 AND ordinal > 0`, [
      batch.batchId
    ])
    expect((await claim(10)).map(({ ordinal }) => ordinal)).toEqual([0])
  })

  it('tells how long ago an item was first sent, of all attempts that the bank may have taken', async () => {
    const sendAgainAfter = async (outcomes: (string | null)[]) => {
      const { rows } = await database.pool.query<{ ordinal: number }>(
        `UPDATE items SET attempt = $2, due_at = arus_now() WHERE batch_id = $1 AND ordinal = (
           SELECT min(ordinal) FROM items WHERE batch_id = $1 AND status = 'ready') RETURNING ordinal`,
        [batch.batchId, outcomes.length]
      )
      const { ordinal } = rows[0]!
      await database.pool.query(
        `INSERT INTO transfer_attempts (merchant_id, batch_id, ordinal, attempt, rail, worker_id, claimed_at, send_until, outcome)
         SELECT $1, $2, $3, number, 'simulated_bank', 'worker_1', arus_now() - make_interval(hours => 10 - number::integer), arus_now(), outcome
         FROM unnest($4::text[]) WITH ORDINALITY AS made (outcome, number)`,
        [batch.merchantId, batch.batchId, ordinal, outcomes]
      )
      const item = (await claim(10)).find((claimed) => claimed.ordinal === ordinal)!
      return item.sinceLostMs === null ? null : Math.round(item.sinceLostMs / 3_600_000)
    }
    await database.pool.query(`UPDATE items SET due_at = arus_now() + interval '1 day' WHERE batch_id = $1`, [batch.batchId])
    expect(await sendAgainAfter(['deferred', 'not_sent'])).toBeNull()
    expect(await sendAgainAfter(['deferred', 'not_found'])).toBe(8)
    expect(await sendAgainAfter([null, 'not_found'])).toBe(9)
    expect(await sendAgainAfter(['unknown', 'not_found'])).toBe(9)
  })

  it('never claims an item that is being sent, however long its lease is over', async () => {
    await claim(10)
    await setClockShift(database.pool, 10 * LEASE_MS)
    expect(await claim(10)).toEqual([])
  })
})

describe('claiming items to ask about', () => {
  it('takes an item in sending only when its lease is over', async () => {
    await claim(2)
    expect(await claimToAsk()).toEqual([])
    await setClockShift(database.pool, LEASE_MS + 1_000)
    expect((await claimToAsk()).map(({ ordinal }) => ordinal).sort()).toEqual([0, 1])
    expect(await claimToAsk(), 'a second claim while the first asks').toEqual([])
  })
})

describe('renewing leases', () => {
  it('moves the end of the item’s lease and of the attempt together', async () => {
    const items = await claim(2)
    await setClockShift(database.pool, LEASE_MS / 2)
    expect(await renewLeases(database.pool, batch, items, LEASE_MS)).toEqual(new Set([0, 1]))
    await setClockShift(database.pool, LEASE_MS + 1_000)
    expect(await claimToAsk()).toEqual([])
    expect((await readItems()).slice(0, 2).map(({ leasesAgree }) => leasesAgree)).toEqual([true, true])
  })

  it('does not bring back a lease that has ended, also when somebody who asks has moved the item’s own time since', async () => {
    const items = await claim(2)
    await setClockShift(database.pool, LEASE_MS + 1_000)
    expect(await renewLeases(database.pool, batch, items, LEASE_MS)).toEqual(new Set())
    await claimToAsk()
    expect(await renewLeases(database.pool, batch, items, LEASE_MS)).toEqual(new Set())
  })

  it('does not renew an item of a later attempt, or one that has left sending', async () => {
    const items = await claim(3)
    await database.pool.query(`UPDATE items SET attempt = 2 WHERE batch_id = $1 AND ordinal = 0`, [batch.batchId])
    await database.pool.query(`UPDATE items SET status = 'unknown' WHERE batch_id = $1 AND ordinal = 1`, [batch.batchId])
    expect(await renewLeases(database.pool, batch, items, LEASE_MS)).toEqual(new Set([2]))
  })
})
