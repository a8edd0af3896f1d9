import type { QueryConfig } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Queryable } from '../database/create-pool.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import {
  insertTestBatch,
  insertTestMerchant,
  type TestItem,
  type TestMerchant,
  writeTestEvent
} from '../testing/webhook-fixtures.js'
import { signEvent } from '../webhooks/sign-event.js'
import { buildEventBody } from './build-event-body.js'
import { readEventRecord } from './event-record.js'
import type { NewEvent } from './write-event.js'

let database: TestDatabase
let merchant: TestMerchant
beforeAll(async () => {
  database = await createTestDatabase()
  merchant = await insertTestMerchant(database.pool)
})
afterAll(() => database.drop())

const insertBatch = (status: string, items: TestItem[]) => insertTestBatch(database.pool, merchant, { status, items })

async function buildBody(
  eventId: string,
  retryCount = 0
): Promise<{ event: string; data: Record<string, unknown>; retry_count: number }> {
  const event = await readEventRecord(database.pool, merchant, eventId)
  return JSON.parse((await buildEventBody(database.pool, event, { secretKey: merchant.secretKey, retryCount })).toString())
}

const writeAndBuild = async (event: NewEvent) => buildBody(await writeTestEvent(database.pool, event))

/** What all events about the fixture's batch say of it. */
const batchFields = (batchId: string) => ({
  id: batchId,
  name: 'July payroll',
  description: 'two offices',
  type: 'batch',
  merchant_id: merchant.merchantId,
  is_live: false,
  created_at: '2026-07-01T02:03:04.5Z'
})

const invalidField = { key: 'account_number', message: 'Invalid BankCode/AccountNumber' }

describe('buildEventBody', () => {
  it('tells of a completed batch: what was not paid counts as failed, invalid items included', async () => {
    const batchId = await insertBatch('partially_success', [
      { status: 'done', amountSen: 10_000_01n },
      { status: 'invalid', amountSen: 20_000_00n },
      { status: 'failed', amountSen: 30_000_00n }
    ])
    const eventId = await writeTestEvent(database.pool, { ...merchant, type: 'disbursement.completed', batchId })
    expect(await buildBody(eventId, 3)).toEqual({
      event: 'disbursement.completed',
      data: {
        ...batchFields(batchId),
        currency: 'IDR',
        status: 'partially_success',
        total_amount: '60000.01',
        items_count: 3,
        success_item_count: 1,
        success_item_amount: '10000.01',
        failed_item_count: 2,
        failed_item_amount: '50000.00',
        item_status: [
          { id: `${batchId}_0`, status: 'done' },
          { id: `${batchId}_1`, status: 'invalid' },
          { id: `${batchId}_2`, status: 'failed' }
        ],
        signature: signEvent(merchant.secretKey, [batchId, '60000.01'])
      },
      retry_count: 3,
      created_at: expect.stringMatching(/^2.*Z$/)
    })
  })

  it('tells of the moment when the batch was complete, though items were corrected since', async () => {
    const batchId = await insertBatch('partially_success', [
      { status: 'done', correctedFrom: 'failed' },
      { status: 'failed', correctedFrom: 'done' }
    ])
    const { data } = await writeAndBuild({ ...merchant, type: 'disbursement.completed', batchId })
    expect(data).toMatchObject({ status: 'partially_success', success_item_count: 1, failed_item_count: 1 })
    expect(data.item_status).toEqual([
      { id: `${batchId}_0`, status: 'failed' },
      { id: `${batchId}_1`, status: 'done' }
    ])
  })

  it('tells of a validated batch: whatever is not invalid was valid, also when it is being paid by now', async () => {
    const batchId = await insertBatch('approved', [
      { status: 'valid' },
      { status: 'invalid', amountSen: 25_000_50n },
      { status: 'sending' },
      { status: 'failed' }
    ])
    const { event, data } = await writeAndBuild({ ...merchant, type: 'disbursement.validation_completed', batchId })
    const shown = (ordinal: number, amount = '10000.00') => ({
      id: `${batchId}_${ordinal}`,
      account_number: `000000000${ordinal}`,
      bank_code: 'bca',
      amount,
      owner_name: 'Siti Rahayu'
    })
    expect(event).toBe('disbursement.validation_completed')
    expect(data).toEqual({
      ...batchFields(batchId),
      amount: '55000.50',
      total_items: 4,
      total_valid_items: 3,
      total_valid_amount: '30000.00',
      total_invalid_items: 1,
      total_invalid_amount: '25000.50',
      valid_disbursements: [0, 2, 3].map((ordinal) => ({ ...shown(ordinal), status: 'valid' })),
      invalid_disbursements: [{ ...shown(1, '25000.50'), status: 'invalid', invalid_fields: [invalidField] }],
      signature: signEvent(merchant.secretKey, [batchId, '55000.50'])
    })
  })

  it('tells what the bank said about an account, signed over its own three fields', async () => {
    await database.pool.query(
      `INSERT INTO account_validations (merchant_id, id, is_live, bank_code, account_number, status, account_holder)
       VALUES ($1, 'accval_1', false, 'bca', '8888105', 'valid', 'SITI "RARA" RAHAYU')`,
      [merchant.merchantId]
    )
    expect(
      await writeAndBuild({ ...merchant, type: 'account_validation.completed', accountValidationId: 'accval_1' })
    ).toMatchObject({
      event: 'account_validation.completed',
      data: {
        account_holder: 'SITI "RARA" RAHAYU',
        account_number: '8888105',
        bank_code: 'bca',
        status: 'valid',
        signature: signEvent(merchant.secretKey, ['8888105', 'bca', 'valid'])
      },
      retry_count: 0
    })
  })

  it('tells what a batch lacks that approves itself', async () => {
    const batchId = await insertBatch('need_approval', [{ status: 'valid' }])
    const detail = { requiredAmountSen: 9_007_199_254_740_993_00n, availableAmountSen: 2_500_00n }
    const { data } = await writeAndBuild({ ...merchant, type: 'disbursement.approval_blocked', batchId, detail })
    expect(data).toEqual({
      ...batchFields(batchId),
      status: 'need_approval',
      total_amount: '10000.00',
      required_amount: '9007199254740993.00',
      available_amount: '2500.00',
      shortfall_amount: '9007199254738493.00',
      signature: signEvent(merchant.secretKey, [batchId, '10000.00'])
    })
  })

  it('tells how many items have no clear outcome, as it was then and not as it is now', async () => {
    const batchId = await insertBatch('approved', [
      { status: 'done' },
      { status: 'failed' },
      { status: 'accepted' },
      { status: 'unknown' },
      { status: 'unknown' }
    ])
    const eventId = await writeTestEvent(database.pool, {
      ...merchant,
      type: 'disbursement.settling',
      batchId,
      detail: { openItems: { accepted: 1, unknown: 2 } }
    })
    await database.pool.query('UPDATE batches SET done_items = done_items + 3 WHERE id = $1', [batchId])
    expect((await buildBody(eventId)).data).toEqual({
      ...batchFields(batchId),
      status: 'approved',
      total_amount: '50000.00',
      items_count: 5,
      success_item_count: 1,
      failed_item_count: 1,
      unresolved_item_count: 3,
      unresolved_items_by_state: {
        waiting_to_be_sent: 0,
        being_sent: 0,
        accepted_by_the_bank: 1,
        no_clear_answer_from_the_bank: 2
      },
      signature: signEvent(merchant.secretKey, [batchId, '50000.00'])
    })
  })

  it('tells of an item that was corrected', async () => {
    const batchId = await insertBatch('failed', [{ status: 'done', correctedFrom: 'failed' }])
    const detail = { itemId: `${batchId}_0`, fromStatus: 'failed', toStatus: 'done', amountSen: 10_000_00n } as const
    const { data } = await writeAndBuild({ ...merchant, type: 'disbursement.item_corrected', batchId, detail })
    expect(data).toEqual({
      ...batchFields(batchId),
      status: 'failed',
      total_amount: '10000.00',
      item: { id: `${batchId}_0`, status: 'done', corrected_from: 'failed', amount: '10000.00' },
      signature: signEvent(merchant.secretKey, [batchId, '10000.00'])
    })
  })

  it('gives others their turn while it builds the body of 50,000 items: 1,000 items between two turns at most', async () => {
    const items = Array.from({ length: 50_000 }, (_, ordinal) => ({ status: ordinal % 40 === 0 ? 'invalid' : 'valid' }))
    const batchId = await insertBatch('need_approval', items)
    const eventId = await writeTestEvent(database.pool, { ...merchant, type: 'disbursement.validation_completed', batchId })
    const event = await readEventRecord(database.pool, merchant, eventId)

    const turns = watchTurns()
    const rows = turns.count()
    const characters = turns.count()
    const stringify = vi.spyOn(JSON, 'stringify').mockImplementation((value: unknown) => {
      const text = stringifyAsEver(value)
      characters.add(text.length)
      return text
    })
    const countingDatabase = {
      async query(config: QueryConfig) {
        const result = await database.pool.query(config)
        rows.add(result.rows.length)
        return result
      }
    } as unknown as Queryable
    const body = await buildEventBody(countingDatabase, event, { secretKey: merchant.secretKey, retryCount: 0 })
    stringify.mockRestore()
    turns.stop()

    expect(rows.inAll()).toBe(50_000)
    expect(rows.mostInOneTurn()).toBeLessThanOrEqual(1_000)
    // Nearly all of it is written by JSON.stringify; the rest are commas between pages.
    expect(characters.inAll()).toBeGreaterThan(0.99 * body.length)
    expect(characters.mostInOneTurn()).toBeLessThan(body.length / 20)
    const { data } = JSON.parse(body.toString())
    expect(data.valid_disbursements).toHaveLength(48_750)
    expect(data.invalid_disbursements).toHaveLength(1_250)
    expect(new Set([...data.valid_disbursements, ...data.invalid_disbursements].map((item) => item.id)).size).toBe(50_000)
  })
})

const stringifyAsEver = JSON.stringify

/** Counts what is done in each turn of the event loop, whoever's it is in between. */
function watchTurns() {
  let turn = 0
  let isStopped = false
  const takeTurn = (): void => {
    turn++
    if (!isStopped) setImmediate(takeTurn)
  }
  takeTurn()
  return {
    count() {
      const counts = new Map<number, number>()
      return {
        add: (count: number) => void counts.set(turn, (counts.get(turn) ?? 0) + count),
        inAll: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
        mostInOneTurn: () => Math.max(...counts.values())
      }
    },
    stop() {
      isStopped = true
    }
  }
}
