import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readItems } from '../items/read-items.js'
import { startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { until } from '../testing/until.js'
import { completeTopup } from '../topups/complete-topup.js'
import { createWorker } from '../workers/create-worker.js'

let server: TestServer
let merchant: TestMerchant
let liveMerchant: TestMerchant

beforeAll(async () => {
  server = await startTestServer()
  merchant = await server.makeMerchant()
  liveMerchant = await server.makeMerchant({ isLive: true })
})
afterAll(() => server.stop())

const post = (path: string, body?: unknown, { call } = merchant) => call('POST', `/v1${path}`, { body })
const readBalance = async () => (await merchant.call('GET', '/v1/disbursements/topup/balance')).body.data.balance

async function createTopup(): Promise<{ id: string; total_amount: string }> {
  return (await post('/disbursements/topup', { bank_id: 15, amount: '250000' })).body.data
}

describe('POST /v1/simulator/topups/{id}/complete', () => {
  it('lets the money come in, once', async () => {
    const before = await readBalance()
    const { id, total_amount } = await createTopup()
    const first = await post(`/simulator/topups/${id}/complete`)
    expect(first).toMatchObject({ status: 200, body: { data: { id, status: 'completed', actual_amount: total_amount } } })
    expect((await post(`/simulator/topups/${id}/complete`, {})).body).toEqual(first.body)
    expect(await readBalance()).toBe(before + Number(total_amount))
  })

  it('leaves alone a top-up that was completed with a reference of its own', async () => {
    const { id } = await createTopup()
    const scope = { merchantId: merchant.merchantId, isLive: false }
    await completeTopup(server.pool, { ...scope, topupId: id, reference: 'R-1', completedBy: 'test' })
    const balance = await readBalance()
    expect(await post(`/simulator/topups/${id}/complete`)).toMatchObject({ status: 200, body: { data: { status: 'completed' } } })
    expect(await readBalance()).toBe(balance)
  })

  it('is for test keys only', async () => {
    const { id } = await createTopup()
    expect(await post(`/simulator/topups/${id}/complete`, undefined, liveMerchant)).toMatchObject({
      status: 403,
      body: { error_code: 'TEST_MODE_ONLY' }
    })
    expect(await post('/simulator/topups/topup_none/complete')).toMatchObject({ status: 404 })
  })
})

describe('POST /v1/simulator/items/{id}/settle', () => {
  async function submit(accountNumber: string) {
    const batch = await submitTestBatch(server.pool, merchant.merchantId, {
      items: [testItem({ accountNumber })],
      forceDisburse: true,
      skipValidation: true
    })
    const scope = { merchantId: merchant.merchantId, isLive: false }
    const read = async () => (await readItems(server.pool, scope, batch.id, { skip: 0, limit: 1 })).items[0]!
    return { read, id: (await read()).id }
  }

  it('refuses an item that is not at the bank, then settles it', async () => {
    const { read, id } = await submit('990050')
    expect(await post(`/simulator/items/${id}/settle`, { outcome: 'done' })).toMatchObject({
      status: 403,
      body: { error_code: 'INVALID_DISBURSEMENT_STATUS' }
    })
    const worker = createWorker({
      pool: server.pool,
      rails: server.context.rails,
      feePerItemSen: 0n,
      pollMs: 20,
      onError: () => {}
    })
    await until(read, (item) => item.status === 'unknown')
    await worker.stop()
    expect(await post(`/simulator/items/${id}/settle`, { outcome: 'failed', reason: 'account closed' })).toMatchObject({
      status: 200,
      body: { data: { id, status: 'failed', failure_reason: 'account closed' } }
    })
    expect(await post(`/simulator/items/${id}/settle`, { outcome: 'done' })).toMatchObject({
      status: 200,
      body: { data: { status: 'done', corrected_from: 'failed' } }
    })
  })

  it('is for test keys only, and for outcomes it knows', async () => {
    const { id } = await submit('8422640')
    expect(await post(`/simulator/items/${id}/settle`, { outcome: 'done' }, liveMerchant)).toMatchObject({ status: 403 })
    for (const body of [undefined, {}, { outcome: 'paid' }, { outcome: 'done', reason: 7 }]) {
      expect(await post(`/simulator/items/${id}/settle`, body)).toMatchObject({
        status: 400,
        body: { error_code: 'DPAY_INVALID_REQUEST' }
      })
    }
    expect(await post('/simulator/items/dis_item_none/settle', { outcome: 'done' })).toMatchObject({ status: 404 })
  })
})
