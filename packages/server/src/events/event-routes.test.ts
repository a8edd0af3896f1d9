import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'
import { insertTestBatch, insertTestEndpoint, writeTestEvent } from '../testing/webhook-fixtures.js'
import { signEvent } from '../webhooks/sign-event.js'

let server: TestServer
let merchant: TestMerchant
let scope: { merchantId: string; isLive: boolean }
let endpointId: string
let batchId: string
let validatedId: string
let completedId: string
beforeAll(async () => {
  server = await startTestServer()
  merchant = await server.makeMerchant()
  scope = { merchantId: merchant.merchantId, isLive: false }
  endpointId = (await insertTestEndpoint(server.pool, scope, 'http://shop.example/')).endpointId
  batchId = await insertTestBatch(server.pool, scope, {
    status: 'partially_success',
    items: [{ status: 'done' }, { status: 'invalid' }]
  })
  validatedId = await writeTestEvent(server.pool, { ...scope, type: 'disbursement.validation_completed', batchId })
  completedId = await writeTestEvent(server.pool, { ...scope, type: 'disbursement.completed', batchId })
})
afterAll(() => server.stop())

const waiting = () => ({
  endpoint_id: endpointId,
  status: 'pending',
  attempts: 0,
  last_status_code: null,
  last_error: '',
  next_attempt_at: expect.stringMatching(/Z$/)
})

describe('the events API', () => {
  it('lists events newest first, without their lists of items, with what became of them', async () => {
    const { status, body } = await merchant.call('GET', '/v1/events')
    expect(status).toBe(200)
    expect(body.data.count).toBe(2)
    expect(body.data.events.map((event: { id: string }) => event.id)).toEqual([completedId, validatedId])
    const [completed] = body.data.events
    expect(completed).toMatchObject({ event: 'disbursement.completed', is_live: false, deliveries: [waiting()] })
    expect(completed.data).toMatchObject({ id: batchId, status: 'partially_success', success_item_count: 1 })
    expect(completed.data.signature).toBe(signEvent(merchant.secretKey, [batchId, '20000.00']))
    expect(completed.data).not.toHaveProperty('item_status')
  })

  it('lists the events of one type, page by page', async () => {
    const filtered = await merchant.call('GET', '/v1/events?type=disbursement.validation_completed')
    expect(filtered.body.data).toMatchObject({ count: 1, events: [{ id: validatedId }] })
    const page = await merchant.call('GET', '/v1/events?skip=1&limit=1')
    expect(page.body.data).toMatchObject({ count: 2, events: [{ id: validatedId }] })
    expect(await merchant.call('GET', '/v1/events?type=everything')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'type' }] }
    })
  })

  it('gives one event with all that its webhook carries', async () => {
    const { status, body, headers } = await merchant.call('GET', `/v1/events/${completedId}`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^application\/json/)
    expect(body.data).toMatchObject({
      id: completedId,
      event: 'disbursement.completed',
      data: {
        item_status: [
          { id: `${batchId}_0`, status: 'done' },
          { id: `${batchId}_1`, status: 'invalid' }
        ]
      },
      deliveries: [waiting()]
    })
    const validated = await merchant.call('GET', `/v1/events/${validatedId}`)
    expect(validated.body.data.data.invalid_disbursements).toHaveLength(1)
  })

  it('sends an event again, and shows it waiting', async () => {
    await server.pool.query(
      `UPDATE deliveries SET status = 'given_up', next_attempt_at = NULL, attempts = 10, last_error = 'answered 500', last_status_code = 500 WHERE event_id = $1`,
      [validatedId]
    )
    const { status, body } = await merchant.call('POST', `/v1/events/${validatedId}/resend`)
    expect(status).toBe(200)
    expect(body.data).toMatchObject({
      id: validatedId,
      deliveries: [{ status: 'pending', attempts: 10, next_attempt_at: expect.stringMatching(/Z$/) }]
    })
  })

  it('gives every kind of event as the specification says', async () => {
    const { pool } = server
    const owner = await server.makeMerchant()
    const its = { merchantId: owner.merchantId, isLive: false }
    const batchId = await insertTestBatch(pool, its, {
      status: 'approved',
      items: [{ status: 'failed' }, { status: 'accepted' }]
    })
    await pool.query(
      `INSERT INTO account_validations (merchant_id, id, is_live, bank_code, account_number, status) VALUES ($1, 'accval_1', false, 'bca', '8422641', 'invalid')`,
      [owner.merchantId]
    )
    const correction = { itemId: `${batchId}_0`, fromStatus: 'failed', toStatus: 'done', amountSen: 10_000_00n } as const
    const written = [
      await writeTestEvent(pool, { ...its, type: 'disbursement.validation_completed', batchId }),
      await writeTestEvent(pool, { ...its, type: 'account_validation.completed', accountValidationId: 'accval_1' }),
      await writeTestEvent(pool, {
        ...its,
        type: 'disbursement.approval_blocked',
        batchId,
        detail: { requiredAmountSen: 2n, availableAmountSen: 1n }
      }),
      await writeTestEvent(pool, { ...its, type: 'disbursement.settling', batchId, detail: { openItems: { accepted: 1 } } }),
      await writeTestEvent(pool, { ...its, type: 'disbursement.item_corrected', batchId, detail: correction })
    ]
    // The calls themselves hold each answer against the specification.
    expect((await owner.call('GET', '/v1/events')).body.data.count).toBe(written.length)
    for (const eventId of written) expect((await owner.call('GET', `/v1/events/${eventId}`)).body.data.id).toBe(eventId)
  })

  it("answers 404 about another merchant's events, and lists none of them", async () => {
    const stranger = await server.makeMerchant()
    expect((await stranger.call('GET', '/v1/events')).body.data).toEqual({ events: [], count: 0 })
    expect(await stranger.call('GET', `/v1/events/${completedId}`)).toMatchObject({
      status: 404,
      body: { error: 'event not found' }
    })
    expect((await stranger.call('POST', `/v1/events/${completedId}/resend`)).status).toBe(404)
  })
})
