import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withTransaction } from '../database/with-transaction.js'
import { holdFunds } from '../ledger/hold-funds.js'
import { setClockShift } from '../testing/set-clock-shift.js'
import { startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'
import { completeTopup } from './complete-topup.js'

let server: TestServer
let merchant: TestMerchant
let liveMerchant: TestMerchant

beforeAll(async () => {
  server = await startTestServer({ env: { ARUS_LIVE_TOPUP_ACCOUNT: 'bca:0071234568:PT CONTOH' } })
})
afterAll(() => server.stop())
beforeEach(async () => {
  await setClockShift(server.pool, 0)
  merchant = await server.makeMerchant()
  liveMerchant = await server.makeMerchant({ isLive: true })
})

const post = (body: unknown, headers: Record<string, string> = {}, { call } = merchant) =>
  call('POST', '/v1/disbursements/topup', { body, headers })
const get = (path: string, { call } = merchant) => call('GET', `/v1/disbursements/topup/${path}`)

describe('POST /v1/disbursements/topup', () => {
  it('says what to transfer, and where to', async () => {
    const { status, body } = await post({ bank_id: 12, amount: '500000' })
    expect(status).toBe(200)
    expect(body.data).toEqual({
      id: expect.stringMatching(/^topup_[A-Za-z0-9]{10}\d{4}$/),
      sender_bank: 'mandiri',
      merchant_name: 'Warung',
      total_amount: expect.stringMatching(/^500\d{3}\.00$/),
      status: 'processing',
      expiry_date: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      transfer_to: {
        bank_code: 'bni',
        bank_name: 'BNI (Bank Negara Indonesia) & BNI Syariah',
        atm_bersama_code: '009',
        bank_account_number: '8810000042',
        account_holder_name: 'ARUS TEST',
        bank_holder_name: 'ARUS TEST',
        unique_code: expect.any(Number)
      }
    })
    expect(Number(body.data.total_amount)).toBe(500_000 + body.data.transfer_to.unique_code)
  })

  it('names the configured account for a live top-up', async () => {
    const { body } = await post({ bank_id: 12, amount: '500000' }, {}, liveMerchant)
    expect(body.data.transfer_to).toMatchObject({
      bank_code: 'bca',
      bank_account_number: '0071234568',
      bank_holder_name: 'PT CONTOH'
    })
  })

  it('gives the first answer again for the same key, and refuses another body under it', async () => {
    const headers = { 'X-Idempotency-Key': 'key-1' }
    const first = await post({ bank_id: 12, amount: '500000' }, headers)
    const again = await post({ amount: '500000', bank_id: 12 }, headers)
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(await post({ bank_id: 12, amount: '500001' }, headers)).toMatchObject({
      status: 409,
      body: { error_code: 'IDEMPOTENCY_KEY_REUSED' }
    })
  })

  it('makes one top-up of fifty requests at once with the same key', async () => {
    const headers = { 'X-Idempotency-Key': 'key-50' }
    const answers = await Promise.all(Array.from({ length: 50 }, () => post({ bank_id: 12, amount: '500000' }, headers)))
    expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([])
    const { rowCount } = await server.pool.query('SELECT 1 FROM topups WHERE merchant_id = $1', [merchant.merchantId])
    expect(rowCount).toBe(1)
  })

  it('refuses bad input, and names every field', async () => {
    expect(await post({ bank_id: 1, amount: '1.234' })).toMatchObject({
      status: 400,
      body: {
        error_code: 'DPAY_INVALID_REQUEST',
        errors: [
          { field: 'bank_id', message: expect.any(String) },
          { field: 'amount', message: 'has more than two decimals' }
        ]
      }
    })
    for (const body of [undefined, 'null', '[]', '"text"']) expect((await post(body)).status).toBe(400)
    expect(await post('{')).toMatchObject({ status: 400, body: { error_code: 'DPAY_INVALID_REQUEST' } })
  })

  it('uses up no idempotency key with a refusal', async () => {
    const headers = { 'X-Idempotency-Key': 'key-2' }
    expect((await post({ bank_id: 12, amount: '0' }, headers)).status).toBe(400)
    expect((await post({ bank_id: 12, amount: '10000' }, headers)).status).toBe(200)
  })
})

describe('GET /v1/disbursements/topup/{id}', () => {
  it('shows the top-up before and after the transfer came in, and as expired when it never came', async () => {
    const { id, total_amount, expiry_date, transfer_to } = (await post({ bank_id: 12, amount: '500000.50' })).body.data
    const shown = {
      id,
      total_amount,
      unique_code: transfer_to.unique_code,
      expiry_date,
      bank_account_number: '8810000042',
      bank_name: 'BNI (Bank Negara Indonesia) & BNI Syariah',
      bank_holder_name: 'ARUS TEST',
      status: 'processing',
      bank_code: 'bni',
      actual_amount: ''
    }
    expect((await get(id)).body.data).toEqual(shown)
    await setClockShift(server.pool, 25 * 60 * 60 * 1000)
    expect((await get(id)).body.data).toEqual({ ...shown, status: 'expired' })
    const scope = { merchantId: merchant.merchantId, isLive: false }
    await completeTopup(server.pool, { ...scope, topupId: id, reference: 'R-1', completedBy: 'test' })
    expect((await get(id)).body.data).toEqual({ ...shown, status: 'completed', actual_amount: total_amount })
  })

  it("knows no other merchant's top-up", async () => {
    const { id } = (await post({ bank_id: 12, amount: '10000' })).body.data
    expect(await get(id, await server.makeMerchant())).toMatchObject({
      status: 404,
      body: { error: 'top-up not found', error_code: 'DPAY_NOT_FOUND' }
    })
  })
})

describe('GET /v1/disbursements/topup/balance', () => {
  it('is in whole rupiah, rounded down, with the exact amount beside it', async () => {
    expect((await get('balance', liveMerchant)).body.data).toEqual({
      merchant_id: liveMerchant.merchantId,
      balance: 0,
      balance_amount: '0.00',
      on_hold_amount: '0.00'
    })
    const { id, total_amount } = (await post({ bank_id: 12, amount: '1000.99' }, {}, liveMerchant)).body.data
    const scope = { merchantId: liveMerchant.merchantId, isLive: true }
    await completeTopup(server.pool, { ...scope, topupId: id, reference: 'R-1', completedBy: 'test' })
    expect((await get('balance', liveMerchant)).body.data).toEqual({
      merchant_id: liveMerchant.merchantId,
      balance: Math.floor(Number(total_amount)),
      balance_amount: total_amount,
      on_hold_amount: '0.00'
    })
  })

  it('leaves out what batches hold', async () => {
    const scope = { merchantId: merchant.merchantId, isLive: false }
    await withTransaction(server.pool, (connection) =>
      holdFunds(connection, scope, { batchId: 'dis_A', amountSen: 1_000_00n, feeSen: 50n })
    )
    expect((await get('balance')).body.data).toEqual({
      merchant_id: merchant.merchantId,
      balance: 9_999_998_999,
      balance_amount: '9999998999.50',
      on_hold_amount: '1000.50'
    })
  })
})
