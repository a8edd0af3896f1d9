import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClockShift } from '../testing/set-clock-shift.js'
import { startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'
import { changeApiKey } from './change-api-key.js'
import type { KeyTerms } from './key-terms.js'
import { readKeyUsage } from './read-key-usage.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

async function makeKey(terms: Partial<KeyTerms>): Promise<TestMerchant> {
  const { merchantId } = await server.makeMerchant()
  return server.makeKey({ merchantId, isLive: false, terms })
}

const items = (...amounts: number[]) =>
  amounts.map((amount) => ({
    account_owner_name: 'Siti',
    bank_code: 'bca',
    account_number: '8422640',
    amount: String(amount)
  }))
const submit = (key: TestMerchant, amounts: number[], options: { query?: string; headers?: Record<string, string> } = {}) =>
  key.call('POST', `/v1/disbursements/submit?skip_validation=1${options.query ?? ''}`, {
    body: { items: items(...amounts) },
    headers: options.headers ?? {}
  })
const approve = (key: TestMerchant, id: string) => key.call('POST', `/v1/disbursements/${id}/approve`)
const usageOf = async ({ merchantId, apiKeyId }: TestMerchant) =>
  (await readKeyUsage(server.pool, merchantId)).find((usage) => usage.apiKeyId === apiKeyId)
const countBatches = async (key: TestMerchant) => (await key.call('GET', '/v1/disbursements')).body.data.count

describe('the limits of a key', () => {
  it('refuse a batch of too much money or too many items, and leave nothing behind', async () => {
    const key = await makeKey({ maxBatchAmountSen: 50_000_00n, maxBatchItems: 3 })
    expect((await submit(key, [30_000, 20_000])).status).toBe(200)
    const tooMuch = await submit(key, [30_000, 20_001])
    expect(tooMuch).toMatchObject({
      status: 403,
      body: {
        error_code: 'KEY_LIMIT_EXCEEDED',
        error: 'this API key may submit at most 50000.00 in a batch, and this one has 50001.00'
      }
    })
    expect((await submit(key, [10_000, 10_000, 10_000, 10_000])).body.error).toContain('at most 3 items in a batch')
    expect(await countBatches(key)).toBe(1)
    expect(await usageOf(key)).toMatchObject({ submittedSen: 50_000_00n, submittedItems: 2n, approvedSen: 0n })
  })

  it('refuse what goes beyond a day, and count from anew at midnight in Jakarta', async () => {
    const key = await makeKey({ maxDayAmountSen: 50_000_00n, maxDayItems: 4 })
    try {
      // 23:30 in Jakarta is 16:30 in UTC.
      await setClockShift(server.pool, Date.parse('2031-05-06T16:30:00Z') - Date.now())
      expect((await submit(key, [30_000])).status).toBe(200)
      expect((await submit(key, [20_001])).body).toMatchObject({
        error_code: 'KEY_LIMIT_EXCEEDED',
        error: 'this API key may submit at most 50000.00 in a day, of which 30000.00 are used, and this batch has 20001.00'
      })
      expect((await submit(key, [10_000, 10_000])).status).toBe(200)
      expect((await submit(key, [10_000])).status).toBe(403)
      await setClockShift(server.pool, Date.parse('2031-05-06T17:00:01Z') - Date.now())
      expect((await submit(key, [10_000, 10_000, 10_000, 10_000])).status).toBe(200)
      expect((await submit(key, [10_000])).body.error).toContain('at most 4 items in a day, of which 4 are used')
    } finally {
      await setClockShift(server.pool, 0)
    }
  })

  it('let no two submits pass together that would only fit alone', async () => {
    const key = await makeKey({ maxDayAmountSen: 50_000_00n })
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit(key, [10_000])))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(5).fill(200), ...Array(15).fill(403)])
    expect(await usageOf(key)).toMatchObject({ submittedSen: 50_000_00n, submittedItems: 5n })
  })

  it('let no two approvals pass together either, and count them apart from submits', async () => {
    const key = await makeKey({})
    const ids: string[] = []
    for (let count = 0; count < 8; count++) ids.push((await submit(key, [10_000])).body.data.id)
    const { merchantId, apiKeyId } = key
    await changeApiKey(server.pool, { merchantId, apiKeyId, terms: { maxDayAmountSen: 30_000_00n } })
    const answers = await Promise.all(ids.map((id) => approve(key, id)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
    expect(answers.find(({ status }) => status === 403)!.body.error).toContain('may approve at most 30000.00 in a day')
    expect(await usageOf(key)).toMatchObject({ submittedSen: 80_000_00n, approvedSen: 30_000_00n, approvedItems: 3n })
    const waiting = ids[answers.findIndex(({ status }) => status === 403)]!
    expect((await key.call('GET', `/v1/disbursements/${waiting}`)).body.data.status).toBe('need_approval')
  })

  it('know what was done earlier in the day, before they were set', async () => {
    const key = await makeKey({})
    await submit(key, [40_000])
    const { merchantId, apiKeyId } = key
    await changeApiKey(server.pool, { merchantId, apiKeyId, terms: { maxDayAmountSen: 45_000_00n } })
    expect((await submit(key, [10_000])).status).toBe(403)
  })

  it('hold for submitting and for approving when one request does both', async () => {
    const key = await makeKey({ maxDayAmountSen: 25_000_00n })
    const { body } = await submit(key, [10_000])
    expect((await approve(key, body.data.id)).status).toBe(200)
    expect((await submit(key, [10_000], { query: '&force_disburse=1' })).status).toBe(200)
    expect(await usageOf(key)).toMatchObject({ submittedSen: 20_000_00n, approvedSen: 20_000_00n })
    expect((await submit(key, [10_000], { query: '&force_disburse=1' })).status).toBe(403)
  })

  it('count a request once that is sent again, and nothing for one that is refused', async () => {
    const key = await makeKey({ maxDayItems: 2 })
    const headers = { 'X-Idempotency-Key': 'july' }
    for (let time = 0; time < 3; time++) expect((await submit(key, [10_000], { headers })).status).toBe(200)
    expect((await submit(key, [1])).status).toBe(400)
    expect(await usageOf(key)).toMatchObject({ submittedItems: 1n })
    expect((await submit(key, [10_000])).status).toBe(200)
  })

  it('are each key’s own, and hold in the threads that take in large batches', async () => {
    const small = await makeKey({ maxBatchItems: 100 })
    const large = await server.makeKey({ merchantId: small.merchantId, isLive: false })
    const many = Array.from({ length: 3000 }, () => 10_000)
    expect((await submit(small, many)).body.error_code).toBe('KEY_LIMIT_EXCEEDED')
    expect((await submit(large, many)).status).toBe(200)
    expect(await usageOf(small)).toBeUndefined()
  })
})
