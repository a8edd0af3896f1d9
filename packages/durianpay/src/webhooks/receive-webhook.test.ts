import { describe, expect, expectTypeOf, it } from 'vitest'
import { NotFoundError } from '../errors.js'
import type { AccountValidation, DisbursementDetails } from '../generated/models.js'
import { serve } from '../testing/serve.js'
import { verificationErrorOf } from '../testing/verification-error-of.js'
import { generateTestWebhook } from './generate-test-webhook.js'
import type { ReceivedWebhook } from './receive-webhook.js'

const apiKey = 'dp_test_local'
const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'
const BATCH = { id: 'dis_Te5tBatch00001', status: 'approved', total_amount: '150000.00' }

describe('receiving a webhook', () => {
  it("hands on the server's status, never the body's", async () => {
    const { client, requests } = await serve(() => ({ body: { data: BATCH } }))
    // Who saw one webhook of this batch can write any status into it, and its signature still fits.
    const { body } = generateTestWebhook({ event: 'disbursement.completed', apiKey, data: { status: 'success' } })
    const received = await client.webhooks.receive(body)
    if (received.event !== 'disbursement.completed') throw new Error('another event')
    expect(received.disbursement.status).toBe('approved')
    expect(received.claimed.status).toBe('success')
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /v1/disbursements/dis_Te5tBatch00001'])
  })

  it('asks nothing about a webhook that is not believed', async () => {
    const { client, requests } = await serve(() => ({ body: { data: BATCH } }))
    const { body } = generateTestWebhook({ event: 'disbursement.completed', apiKey: 'dp_test_other' })
    expect((await verificationErrorOf(() => client.webhooks.receive(body))).code).toBe('wrong_signature')
    expect(requests).toHaveLength(0)
  })

  it('asks about an account with a request key of its own, and hands on the answer', async () => {
    const data = { account_number: '0071234568', bank_code: 'bca', account_holder: 'SITI RAHMAWATI', status: 'valid' }
    const { client, requests } = await serve(() => ({ body: { data } }))
    const { body } = generateTestWebhook({ event: 'account_validation.completed', apiKey, data: { account_holder: 'MALLORY' } })
    const received = await client.webhooks.receive(body)
    if (received.event !== 'account_validation.completed') throw new Error('another event')
    expect(received.accountValidation).toEqual(data)
    await client.webhooks.receive(body)
    expect(JSON.parse(requests[0]!.body)).toEqual({ account_number: '0071234568', bank_code: 'bca' })
    expect(requests[0]!.headers['x-idempotency-key']).not.toBe(requests[1]!.headers['x-idempotency-key'])
  })

  it('refuses a batch whose amount is not the one that was signed', async () => {
    const { client } = await serve(() => ({ body: { data: { ...BATCH, total_amount: '150000.01' } } }))
    const { body } = generateTestWebhook({ event: 'disbursement.completed', apiKey })
    expect(await verificationErrorOf(() => client.webhooks.receive(body))).toMatchObject({
      code: 'wrong_amount',
      field: 'data.total_amount'
    })
  })

  it('refuses a webhook of the mode that its key does not see', async () => {
    const { client, requests } = await serve(() => ({ body: { data: BATCH } }))
    const { body } = generateTestWebhook({ event: 'disbursement.completed', apiKey: 'dp_live_local' })
    const error = await verificationErrorOf(() => client.webhooks.receive(body, { apiKeys: [apiKey, 'dp_live_local'] }))
    expect(error.code).toBe('wrong_mode')
    expect(requests).toHaveLength(0)
  })

  it('verifies the headers when the secrets are given, and then tells the id to remember', async () => {
    const { client } = await serve(() => ({ body: { data: BATCH } }))
    // Another key than the client's signed the body, as when the merchant has several.
    const { body, headers } = generateTestWebhook({
      event: 'disbursement.settling',
      apiKey: 'dp_test_signing',
      secret,
      id: 'evt_7'
    })
    const received = await client.webhooks.receive(body, { secrets: [secret], headers })
    expect(received).toMatchObject({ event: 'disbursement.settling', webhookId: 'evt_7', disbursement: BATCH })
    const forged = body.replace('"unresolved_item_count":1', '"unresolved_item_count":2')
    expect((await verificationErrorOf(() => client.webhooks.receive(forged, { secrets: [secret], headers }))).code).toBe(
      'wrong_signature'
    )
    const both = { secrets: [secret], headers, apiKeys: [apiKey] }
    expect((await verificationErrorOf(() => client.webhooks.receive(body, both))).code).toBe('wrong_signature')
    await expect(client.webhooks.receive(body, { secrets: [secret] })).rejects.toMatchObject({
      kind: 'invalid_argument',
      argument: 'headers'
    })
  })

  it('fetches the case that it tells of, and believes neither another amount nor what the body says besides', async () => {
    const found = { id: 'case_Te5tCase000001', status: 'settled', amount: '100000.00' }
    const { client, requests } = await serve(() => ({ body: { data: found } }))
    const { body } = generateTestWebhook({ event: 'disbursement.case_opened', apiKey })
    const received = await client.webhooks.receive(body)
    expect(received).toMatchObject({ event: 'disbursement.case_opened', case: found, claimed: { kind: 'unresolved' } })
    expect(requests[0]).toMatchObject({ method: 'GET', path: '/v1/cases/case_Te5tCase000001' })
    found.amount = '100000.01'
    expect(await verificationErrorOf(() => client.webhooks.receive(body))).toMatchObject({
      code: 'wrong_amount',
      field: 'data.amount'
    })
  })

  it('passes on that the batch could not be fetched, so that the handler can ask for it to come again', async () => {
    const { client } = await serve(() => ({ status: 404 }))
    const { body } = generateTestWebhook({ event: 'disbursement.completed', apiKey })
    await expect(client.webhooks.receive(body)).rejects.toBeInstanceOf(NotFoundError)
  })

  it('is typed by its event', () => {
    expectTypeOf<
      Extract<ReceivedWebhook, { event: 'account_validation.completed' }>['accountValidation']
    >().toEqualTypeOf<AccountValidation>()
    type Completed = Extract<ReceivedWebhook, { event: 'disbursement.completed' }>
    expectTypeOf<Completed['disbursement']>().toEqualTypeOf<DisbursementDetails>()
    expectTypeOf<Completed['claimed']['items_count']>().toEqualTypeOf<number>()
    expectTypeOf<Completed>().not.toHaveProperty('accountValidation')
  })
})
