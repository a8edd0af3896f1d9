import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withTransaction } from '../database/with-transaction.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import {
  insertTestBatch,
  insertTestEndpoint,
  insertTestMerchant,
  type TestMerchant,
  writeTestEvent
} from '../testing/webhook-fixtures.js'
import { writeEvent } from './write-event.js'

let database: TestDatabase
let merchant: TestMerchant
beforeAll(async () => {
  database = await createTestDatabase()
  merchant = await insertTestMerchant(database.pool)
})
afterAll(() => database.drop())

const insertBatch = (status = 'success') => insertTestBatch(database.pool, merchant, { status, items: [{ status: 'done' }] })

async function findEndpoints(eventId: string): Promise<string[]> {
  const { rows } = await database.pool.query('SELECT endpoint_id FROM deliveries WHERE event_id = $1 ORDER BY 1', [eventId])
  return rows.map((row) => row.endpoint_id)
}

describe('writeEvent', () => {
  it("makes one delivery, due now, for each of the merchant's endpoints that wants the event", async () => {
    const { pool } = database
    const owner = await insertTestMerchant(pool)
    const { merchantId } = owner
    const every = await insertTestEndpoint(pool, owner, 'http://a.example/')
    const this_ = await insertTestEndpoint(pool, owner, 'http://b.example/', ['disbursement.completed'])
    const other = await insertTestEndpoint(pool, owner, 'http://c.example/', ['disbursement.settling'])
    const live = await insertTestEndpoint(pool, { merchantId, isLive: true }, 'https://d.example/')
    const deleted = await insertTestEndpoint(pool, owner, 'http://e.example/')
    await pool.query('UPDATE webhook_endpoints SET deleted_at = arus_now() WHERE id = $1', [deleted.endpointId])
    await insertTestEndpoint(pool, merchant, 'http://stranger.example/')

    const batchId = await insertTestBatch(pool, owner, { status: 'success', items: [{ status: 'done' }] })
    const eventId = await writeTestEvent(pool, { merchantId, isLive: false, type: 'disbursement.completed', batchId })

    expect(await findEndpoints(eventId)).toEqual([every.endpointId, this_.endpointId].sort())
    expect(await findEndpoints(eventId)).not.toContain(other.endpointId)
    expect(await findEndpoints(eventId)).not.toContain(live.endpointId)
    const { rows } = await pool.query(
      'SELECT status, attempts, next_attempt_at <= arus_now() AS is_due FROM deliveries WHERE event_id = $1',
      [eventId]
    )
    expect(rows).toEqual([1, 2].map(() => ({ status: 'pending', attempts: 0, is_due: true })))
  })

  it('tells each thing about a batch once, also when two transactions find it at the same time', async () => {
    const event = { ...merchant, type: 'disbursement.completed', batchId: await insertBatch() } as const
    const written = await Promise.all(
      Array.from({ length: 5 }, () => withTransaction(database.pool, (connection) => writeEvent(connection, event)))
    )
    expect(written.filter((eventId) => eventId !== undefined)).toHaveLength(1)
    const other = await writeTestEvent(database.pool, { ...event, type: 'disbursement.validation_completed' })
    expect(other).toMatch(/^evt_/)
  })

  it('tells every correction of a batch', async () => {
    const batchId = await insertBatch()
    const detail = { itemId: `${batchId}_0`, fromStatus: 'failed', toStatus: 'done', amountSen: 1_000_000n } as const
    const correction = { ...merchant, type: 'disbursement.item_corrected', batchId, detail } as const
    expect(await writeTestEvent(database.pool, correction)).not.toBe(await writeTestEvent(database.pool, correction))
  })

  it('leaves neither event nor delivery when the transaction that found the fact is undone', async () => {
    const batchId = await insertBatch()
    await insertTestEndpoint(database.pool, merchant, 'http://a.example/')
    const undone = withTransaction(database.pool, async (connection) => {
      await writeEvent(connection, { ...merchant, type: 'disbursement.completed', batchId })
      throw new Error('something else went wrong')
    })
    await expect(undone).rejects.toThrow('something else went wrong')
    expect((await database.pool.query('SELECT 1 FROM events WHERE batch_id = $1', [batchId])).rows).toEqual([])
  })
})
