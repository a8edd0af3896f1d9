import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations, webhookSchemas } from '../generated/request-schemas.js'
import { findAnswerFaults, findOperation, findWebhookFaults } from '../testing/find-answer-faults.js'
import { type Receiver, startReceiver } from '../testing/start-receiver.js'
import { type Call, send, startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'
import { until } from '../testing/until.js'

const answered = new Map<string, Set<number>>()
let server: TestServer
let receiver: Receiver
let merchant: TestMerchant
let live: TestMerchant

/** Calls as a merchant does, and compares each answer with the specification. */
const checked =
  (call: Call): Call =>
  async (method, path, options) => {
    const answer = await call(method, path, options)
    noteAnswer(method, path, answer.status)
    expect(findAnswerFaults(method, path, answer.status, answer.body)).toEqual([])
    return answer
  }

function noteAnswer(method: string, path: string, status: number): void {
  const operationId = findOperation(method, path)!
  answered.set(operationId, (answered.get(operationId) ?? new Set()).add(status))
}

const call: Call = (method, path, options) => checked(merchant.call)(method, path, options)
const callLive: Call = (method, path, options) => checked(live.call)(method, path, options)

const item = (account_number: string, change: object = {}) => ({
  account_owner_name: 'Siti Rahmawati',
  bank_code: 'bca',
  amount: '10000',
  account_number,
  ...change
})

async function submit(items: object[], query = '', headers: Record<string, string> = {}): Promise<string> {
  const { status, body } = await call('POST', `/v1/disbursements/submit${query}`, { body: { name: 'July', items }, headers })
  expect(status).toBe(200)
  return body.data.id
}

const read = async (path: string) => (await call('GET', path)).body.data
const untilStatus = (id: string, ...statuses: string[]) =>
  until(
    () => read(`/v1/disbursements/${id}`),
    ({ status }) => statuses.includes(status)
  )

beforeAll(async () => {
  server = await startTestServer({ runsWorker: true, env: { ARUS_WEBHOOK_ALLOW: '127.0.0.0/8', ARUS_FEE_PER_ITEM: '2500' } })
  receiver = await startReceiver()
  merchant = await server.makeMerchant()
  live = await server.makeMerchant({ isLive: true })
  await call('POST', '/v1/webhook_endpoints', { body: { url: receiver.url } })
})

afterAll(async () => {
  await server.stop()
  await receiver.close()
})

describe('the answers of a running server are as the specification says', () => {
  it('for a batch that is validated, approved, paid and later corrected', async () => {
    const items = [
      item('8422640'),
      item('8422641'),
      item('8422642', { bank_code: 'bcaa' }),
      item('0000990020'),
      item('0000990030')
    ]
    const keys = { 'X-Idempotency-Key': 'request-1', idempotency_key: 'batch-1' }
    const id = await submit(items, '', keys)
    expect(await submit(items, '', keys)).toBe(id)
    const fresh = { 'X-Idempotency-Key': 'request-2', idempotency_key: 'batch-1' }
    expect((await call('POST', '/v1/disbursements/submit', { body: { items }, headers: fresh })).status).toBe(403)
    const reused = { 'X-Idempotency-Key': 'request-1' }
    expect((await call('POST', '/v1/disbursements/submit', { body: { items: items.slice(1) }, headers: reused })).status).toBe(
      409
    )

    await untilStatus(id, 'need_approval')
    expect((await call('POST', `/v1/disbursements/${id}/approve`)).status).toBe(403)
    expect((await call('POST', `/v1/disbursements/${id}/approve?ignore_invalid=true`)).status).toBe(200)
    await untilStatus(id, 'partially_success')
    expect(
      (await call('POST', '/v1/disbursements/status', { body: { idempotency_key: 'batch-1' } })).body.data.signature
    ).toMatch(/^\w{64}$/)
    expect((await read(`/v1/disbursements/${id}/status`)).is_completed).toBe(true)

    const page = await read(`/v1/disbursements/${id}/items?limit=2`)
    expect(page.next_cursor).not.toBeNull()
    await read(`/v1/disbursements/${id}/items?status=done&cursor=${page.next_cursor}`)
    const paid = page.disbursement_batch_items[0].id
    await call('POST', `/v1/simulator/items/${paid}/settle`, { body: { outcome: 'failed', reason: 'account closed' } })
    await until(
      () => read(`/v1/disbursements/${id}/items`),
      (all) => all.disbursement_batch_items[0].corrected_from === 'done'
    )
    const { cases } = await read(`/v1/cases?status=open&kind=reversed_after_done&disbursement_id=${id}`)
    const settlement = { resolution: 'acknowledged', reference: 'BCA-1', reason: 'paid again by hand' }
    expect((await call('POST', `/v1/cases/${cases[0].id}/settle`, { body: settlement })).status).toBe(200)
    expect((await call('POST', `/v1/cases/${cases[0].id}/settle`, { body: settlement })).status).toBe(403)
    await read(`/v1/cases/${cases[0].id}`)
  })

  it('for batches that are rejected, deleted or lack balance, and for lists of them', async () => {
    const rejected = await submit([item('8422640')])
    await untilStatus(rejected, 'need_approval')
    expect((await call('POST', `/v1/disbursements/${rejected}/reject`, { body: { reason: 'twice' } })).status).toBe(200)
    expect((await call('POST', `/v1/disbursements/${rejected}/reject`, { body: { reason: 'twice' } })).status).toBe(403)
    expect((await call('DELETE', `/v1/disbursements/${rejected}`)).status).toBe(403)
    const deleted = await submit([item('8422640')])
    expect((await call('DELETE', `/v1/disbursements/${deleted}`)).status).toBe(200)
    expect((await call('DELETE', `/v1/disbursements/${deleted}`)).status).toBe(404)

    const tooMuch = Array.from({ length: 11 }, () => item('8422640', { amount: '1000000000' }))
    const blocked = await submit(tooMuch, '?force_disburse=true&skip_validation=1')
    await until(
      () => read('/v1/events?type=disbursement.approval_blocked'),
      ({ count }) => count === 1
    )
    const { status, body } = await call('POST', `/v1/disbursements/${blocked}/approve`)
    expect([status, body.error_code]).toEqual([403, 'INSUFFICIENT_BALANCE'])
    expect((await read('/v1/disbursements?status=rejected')).count).toBe(1)
    await read('/v1/disbursements?skip=1&limit=2')
  })

  it('for accounts, banks, top-ups and the balance', async () => {
    const ask = () => call('POST', '/v1/disbursements/validate', { body: { account_number: '8422640', bank_code: 'bca' } })
    await until(ask, ({ body }) => body.data.status === 'valid')
    const banks = await read('/v1/disbursements/banks')
    const topup = (await call('POST', '/v1/disbursements/topup', { body: { bank_id: banks[0].id, amount: '500000' } })).body.data
    await read(`/v1/disbursements/topup/${topup.id}`)
    expect((await call('POST', `/v1/simulator/topups/${topup.id}/complete`)).body.data.status).toBe('completed')
    await read('/v1/disbursements/topup/balance')
  })

  it('for webhook endpoints, and for events, each of which was delivered', async () => {
    const endpoint = (
      await call('POST', '/v1/webhook_endpoints', { body: { url: 'https://203.0.114.9/', events: ['disbursement.settling'] } })
    ).body.data
    await call('POST', `/v1/webhook_endpoints/${endpoint.id}/rotate`)
    await read('/v1/webhook_endpoints')
    expect((await call('DELETE', `/v1/webhook_endpoints/${endpoint.id}`)).status).toBe(200)
    expect((await call('POST', '/v1/webhook_endpoints', { body: { url: 'http://10.0.0.1/' } })).status).toBe(400)

    const sent = () => receiver.requests.map(({ body }) => JSON.parse(body))
    await until(
      async () => [...new Set(sent().map(({ event }) => event))].sort(),
      (events) => events.length === Object.keys(webhookSchemas).length
    )
    for (const body of sent()) expect(findWebhookFaults(body)).toEqual([])
    const { events } = await read('/v1/events?limit=1000')
    for (const { id } of events) await read(`/v1/events/${id}`)
    expect((await call('POST', `/v1/events/${events[0].id}/resend`)).status).toBe(200)
  })

  it('for requests that are wrong', async () => {
    const wrong: [string, string, unknown, number][] = [
      ['POST', '/v1/disbursements/submit', '{', 400],
      ['POST', '/v1/disbursements/submit', { items: [item('12a'), {}] }, 400],
      ['POST', '/v1/disbursements/submit?force_disburse=maybe', { items: [item('2')] }, 400],
      ['POST', '/v1/disbursements/dis_none/approve?ignore_invalid=maybe', undefined, 400],
      ['POST', '/v1/disbursements/status', {}, 400],
      ['POST', '/v1/disbursements/validate', {}, 400],
      ['POST', '/v1/disbursements/topup', { bank_id: 0, amount: '-1' }, 400],
      ['GET', '/v1/disbursements?status=lost', undefined, 400],
      ['GET', '/v1/disbursements/dis_none/items?limit=-1', undefined, 400],
      ['GET', '/v1/events?type=lost', undefined, 400],
      ['GET', '/v1/webhook_endpoints?skip=x', undefined, 400],
      ['POST', '/v1/disbursements/dis_none/reject', {}, 400],
      ['POST', '/v1/simulator/items/dis_item_none/settle', {}, 400],
      ['GET', '/v1/cases?kind=lost', undefined, 400],
      ['POST', '/v1/cases/case_none/settle', {}, 400],
      ['GET', '/v1/cases/case_none', undefined, 404],
      ['POST', '/v1/cases/case_none/settle', { resolution: 'paid', reference: 'R', reason: 'none' }, 404],
      ['POST', '/v1/disbursements/dis_none/approve', undefined, 404],
      ['POST', '/v1/disbursements/dis_none/reject', { reason: 'none' }, 404],
      ['GET', '/v1/disbursements/dis_none', undefined, 404],
      ['GET', '/v1/disbursements/dis_none/items', undefined, 404],
      ['GET', '/v1/disbursements/dis_none/status', undefined, 404],
      ['POST', '/v1/disbursements/status', { disbursement_batch_id: 'dis_none' }, 404],
      ['DELETE', '/v1/disbursements/dis_none', undefined, 404],
      ['GET', '/v1/disbursements/topup/topup_none', undefined, 404],
      ['DELETE', '/v1/webhook_endpoints/whe_none', undefined, 404],
      ['POST', '/v1/webhook_endpoints/whe_none/rotate', undefined, 404],
      ['GET', '/v1/events/evt_none', undefined, 404],
      ['POST', '/v1/events/evt_none/resend', undefined, 404],
      ['POST', '/v1/simulator/topups/topup_none/complete', undefined, 404],
      ['POST', '/v1/simulator/items/dis_item_none/settle', { outcome: 'done' }, 404]
    ]
    for (const [method, path, body, status] of wrong) {
      expect([method, path, (await call(method, path, { body })).status]).toEqual([method, path, status])
    }
  })

  it('for a live key without a live rail, and for a wrong key at every operation', async () => {
    const headers = { idempotency_key: 'live-1' }
    expect((await callLive('POST', '/v1/disbursements/submit', { body: { items: [item('2')] }, headers })).status).toBe(503)
    expect((await callLive('POST', '/v1/simulator/topups/topup_1/complete')).status).toBe(403)
    expect((await callLive('POST', '/v1/simulator/items/dis_item_1/settle', { body: { outcome: 'done' } })).status).toBe(403)
    for (const { method, path } of Object.values(operations)) {
      if (!path.startsWith('/v1/')) continue
      const { status, body } = await send(`${server.url}${path.replace('{id}', 'x_1')}`, {
        method,
        headers: { authorization: 'Basic eDo=' }
      })
      expect([path, status, findAnswerFaults(method, path, status, body)]).toEqual([path, 401, []])
    }
  })

  it("for the operators' endpoints, which need no key", async () => {
    for (const path of ['/healthz', '/readyz', '/openapi.json']) {
      const { status, body } = await send(`${server.url}${path}`, {})
      noteAnswer('GET', path, status)
      expect(findAnswerFaults('GET', path, status, body)).toEqual([])
    }
    for (const [path, type] of [
      ['/metrics', 'text/plain'],
      ['/docs', 'text/html']
    ] as const) {
      const { status, headers } = await send(`${server.url}${path}`, {})
      noteAnswer('GET', path, status)
      expect(headers.get('content-type')).toContain(type)
    }
  })

  it('and each operation was answered with 200 on the way', () => {
    for (const operationId of Object.keys(operations))
      expect([operationId, [...(answered.get(operationId) ?? [])]]).toEqual([operationId, expect.arrayContaining([200])])
  })
})
