import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'
import { until } from '../testing/until.js'

let server: TestServer
let merchant: TestMerchant
beforeAll(async () => {
  server = await startTestServer({ runsWorker: true, env: { ARUS_FEE_PER_ITEM: '2500' } })
  merchant = await server.makeMerchant()
})
afterAll(() => server.stop())

const VALID = '8422640'
const INVALID = '8422641'
const item = (accountNumber = VALID) => ({
  account_owner_name: 'Jane Doe',
  bank_code: 'BCA',
  amount: '10000',
  account_number: accountNumber,
  notes: 'salary'
})

async function submit(items: unknown[], query = '', headers: Record<string, string> = {}) {
  const { status, body } = await merchant.call('POST', `/v1/disbursements/submit${query}`, {
    body: { name: 'June', description: 'pay', items },
    headers
  })
  expect(status).toBe(200)
  return body.data
}
const read = async (id: string) => (await merchant.call('GET', `/v1/disbursements/${id}`)).body.data
const untilStatus = (id: string, status: string) =>
  until(
    () => read(id),
    (batch) => batch.status === status
  )

describe('a batch over HTTP', () => {
  it('is submitted, validated, approved, paid and signed', async () => {
    const key = randomUUID()
    const submitted = await submit([item(), item(INVALID), { ...item(), bank_code: 'bcaa' }], '', { idempotency_key: key })
    expect(submitted).toEqual({
      id: expect.stringMatching(/^dis_[A-Za-z0-9]{14}$/),
      idempotency_key: key,
      name: 'June',
      type: 'batch',
      status: 'draft',
      total_amount: '30000.00',
      total_disbursements: 3,
      description: 'pay'
    })
    const { id } = submitted
    const waiting = await untilStatus(id, 'need_approval')
    expect(waiting).toMatchObject({
      fees: 0,
      approved_at: '0001-01-01T00:00:00Z',
      approver: null,
      is_live: false,
      created_from: 'api',
      general_notes: ''
    })
    expect(waiting.item_counts).toEqual({ need_validation: 0, valid: 1, invalid: 2, processing: 0, done: 0, failed: 0 })
    expect(waiting).not.toHaveProperty('signature')

    const blocked = await merchant.call('POST', `/v1/disbursements/${id}/approve`)
    expect(blocked).toMatchObject({
      status: 403,
      body: { error_code: 'INVALID_DISBURSEMENT_STATUS', error: expect.stringContaining('2 invalid of 3 items') }
    })
    const approved = await merchant.call('POST', `/v1/disbursements/${id}/approve?ignore_invalid=1`)
    expect(approved).toMatchObject({
      status: 200,
      body: { data: { id, status: 'approved', total_amount: '30000.00', total_disbursements: 3 } }
    })

    const paid = await untilStatus(id, 'partially_success')
    const signature = createHmac('sha256', merchant.secretKey).update(`${id}|30000.00`).digest('hex')
    expect(paid).toMatchObject({ signature, fees: 2500, approver: merchant.apiKeyId, item_counts: { done: 1, invalid: 2 } })
    expect(paid.approved_at).toMatch(/^20/)
    expect((await merchant.call('GET', `/v1/disbursements/${id}/status`)).body.data).toEqual({
      status: 'partially_success',
      is_completed: true,
      signature
    })
    expect((await merchant.call('POST', '/v1/disbursements/status', { body: { idempotency_key: key } })).body.data).toEqual(paid)

    const { body } = await merchant.call('GET', `/v1/disbursements/${id}/items`)
    expect(body.data).toMatchObject({ submission_status: 'completed', count: 3, next_cursor: null })
    const [done, invalid, unknownBank] = body.data.disbursement_batch_items
    expect(done).toMatchObject({
      status: 'done',
      bank_code: 'bca',
      amount: '10000.00',
      fee: '2500.00',
      real_name: 'JANE DOE',
      allow_retrigger: false,
      failure_reason: ''
    })
    expect(done).not.toHaveProperty('invalid_fields')
    expect(done.receipt).not.toBe('')
    expect(done.disbursement_status_set_at).toMatch(/^20/)
    expect(invalid).toMatchObject({
      status: 'invalid',
      fee: '',
      invalid_fields: [{ key: 'bank_code' }, { key: 'account_number' }]
    })
    expect(unknownBank).toMatchObject({
      status: 'invalid',
      bank_code: 'bcaa',
      invalid_fields: [{ key: 'bank_code', metadata: {} }]
    })
  })

  it('approves itself with force_disburse, however that is written', async () => {
    for (const query of [
      '?force_disburse=true',
      '?force_disburse=1&skip_validation=',
      '?force_disburse=TRUE&skip_validation=1'
    ]) {
      await untilStatus((await submit([item()], query)).id, 'success')
    }
  })

  it('waits for approval when validation is skipped without force_disburse', async () => {
    expect(await submit([item(INVALID)], '?skip_validation=true')).toMatchObject({ status: 'need_approval' })
  })

  it('is approved once: a second approve is refused, a repeated one gets the first answer', async () => {
    const { id } = await submit([item()], '?skip_validation=true')
    const headers = { 'X-Idempotency-Key': randomUUID() }
    const first = await merchant.call('POST', `/v1/disbursements/${id}/approve`, { headers })
    const repeated = await merchant.call('POST', `/v1/disbursements/${id}/approve`, { headers })
    expect(first.status).toBe(200)
    expect(first.headers.get('idempotent-replayed')).toBeNull()
    expect(repeated).toMatchObject({ status: 200, body: first.body })
    expect(repeated.headers.get('idempotent-replayed')).toBe('true')
    const again = await merchant.call('POST', `/v1/disbursements/${id}/approve`)
    expect(again).toMatchObject({ status: 403, body: { error_code: 'INVALID_DISBURSEMENT_STATUS' } })
  })

  it('can be rejected with a reason, and then not approved', async () => {
    const { id } = await submit([item()], '?skip_validation=true')
    const rejected = await merchant.call('POST', `/v1/disbursements/${id}/reject`, { body: { reason: 'two left in June' } })
    expect(rejected).toMatchObject({ status: 200, body: { data: { status: 'rejected' } } })
    expect(await read(id)).toMatchObject({ status: 'rejected', general_notes: 'two left in June' })
    expect((await merchant.call('POST', `/v1/disbursements/${id}/approve`)).status).toBe(403)
    expect((await merchant.call('DELETE', `/v1/disbursements/${id}`)).status).toBe(403)
  })

  it('can be deleted until it is approved, is gone then, and keeps its key', async () => {
    const idempotency_key = randomUUID()
    const { id } = await submit([item()], '?skip_validation=true', { idempotency_key })
    expect(await merchant.call('DELETE', `/v1/disbursements/${id}`, { body: 'null' })).toMatchObject({
      status: 200,
      body: { data: 'Deleted Successfully' }
    })
    expect((await merchant.call('GET', `/v1/disbursements/${id}`)).status).toBe(404)
    expect((await merchant.call('DELETE', `/v1/disbursements/${id}`)).status).toBe(404)
    const again = await merchant.call('POST', '/v1/disbursements/submit', {
      body: { items: [item()] },
      headers: { idempotency_key }
    })
    expect(again).toMatchObject({
      status: 403,
      body: {
        error: 'disbursement already exist with given idempotency key',
        error_code: 'DISBURSEMENT_ALREADY_EXIST_WITH_GIVEN_IDEMPOTENCY_KEY'
      }
    })
  })

  it('takes the key of the request as its own where it has none', async () => {
    const headers = { 'Idempotency-Key': randomUUID() }
    const batch = await submit([item()], '?skip_validation=true', headers)
    expect(batch.idempotency_key).toBe(headers['Idempotency-Key'])
  })
})

describe('lists', () => {
  it('show batches newest first, a page at a time, and by status', async () => {
    const { call } = await server.makeMerchant()
    const ids: string[] = []
    for (let count = 0; count < 3; count++) {
      ids.unshift((await call('POST', '/v1/disbursements/submit?skip_validation=1', { body: { items: [item()] } })).body.data.id)
    }
    await call('POST', `/v1/disbursements/${ids[1]}/reject`, { body: { reason: 'no' } })
    const idsOf = async (query: string) => {
      const { data } = (await call('GET', `/v1/disbursements${query}`)).body
      return [data.count, ...data.disbursements.map((batch: { id: string }) => batch.id)]
    }
    expect(await idsOf('')).toEqual([3, ...ids])
    expect(await idsOf('?Skip=1&Limit=1')).toEqual([3, ids[1]])
    expect(await idsOf('?skip=0&limit=0')).toEqual([3, ...ids])
    expect(await idsOf('?status=rejected')).toEqual([1, ids[1]])
    expect(await idsOf('?status=draft')).toEqual([0])
  })

  it('show items in their order, by status, and from a cursor on', async () => {
    const { id } = await submit([item('10'), item('11'), item('12'), item('13'), item('14')])
    await untilStatus(id, 'need_approval')
    const page = async (query: string) => {
      const { data } = (await merchant.call('GET', `/v1/disbursements/${id}/items${query}`)).body
      return {
        count: data.count,
        cursor: data.next_cursor,
        accounts: data.disbursement_batch_items.map((one: { account_number: string }) => one.account_number)
      }
    }
    const first = await page('?limit=2')
    expect(first).toEqual({ count: 5, cursor: expect.any(String), accounts: ['10', '11'] })
    const second = await page(`?limit=2&cursor=${first.cursor}`)
    expect(second.accounts).toEqual(['12', '13'])
    expect(await page(`?limit=2&cursor=${second.cursor}`)).toEqual({ count: 5, cursor: null, accounts: ['14'] })
    expect((await page('?status=valid')).accounts).toEqual(['10', '12', '14'])
    expect(await page('?status=invalid&skip=1')).toMatchObject({ count: 2, accounts: ['13'] })
    expect((await page('?status=processing')).count).toBe(0)
  })
})
