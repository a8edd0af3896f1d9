import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BATCH, type ClientSession, startClientSession } from './client-session.js'

// The community Go client ayatmaulana/durianpay-go-sdk: no idempotency key of any kind, no query options, and the JSON of
// "nothing", `null` and a line break, as the body of whatever has none.

const NOTHING = { body: 'null\n' }

let client: ClientSession
beforeAll(async () => {
  client = await startClientSession({
    'User-Agent': 'Go-http-client/1.1',
    'Content-Type': 'application/json',
    Accept: 'application/json',
    'Accept-Encoding': 'gzip'
  })
})
afterAll(() => client.stop())

const submit = (items: object[] = BATCH.items) =>
  client.succeed('POST', '/disbursements/submit', { body: `${JSON.stringify({ ...BATCH, items })}\n` })

describe('ayatmaulana/durianpay-go-sdk', () => {
  it('submits without any key and approves with null as the body', async () => {
    const { id, idempotency_key } = await submit(BATCH.items.slice(0, 1))
    expect(idempotency_key).toBe('')
    await client.untilStatus(id, 'need_approval', NOTHING)
    expect((await client.succeed('POST', `/disbursements/${id}/approve`, NOTHING)).status).toBe('approved')
    await client.untilStatus(id, 'success', NOTHING)
    const items = await client.succeed('GET', `/disbursements/${id}/items`, NOTHING)
    expect(items.disbursement_batch_items).toMatchObject([{ status: 'done', phone_number: '85722173217' }])
  })

  it('makes two batches of two submits, since nothing says that they are one', async () => {
    expect((await submit()).id).not.toBe((await submit()).id)
  })

  it('reads and deletes with null as the body', async () => {
    const { id } = await submit()
    expect((await client.succeed('GET', `/disbursements/${id}`, NOTHING)).id).toBe(id)
    expect((await client.succeed('GET', '/disbursements/banks', NOTHING)).length).toBeGreaterThan(90)
    expect(typeof (await client.succeed('GET', '/disbursements/topup/balance', NOTHING)).balance).toBe('number')
    expect(await client.succeed('DELETE', `/disbursements/${id}`, NOTHING)).toBe('Deleted Successfully')
    expect((await client.send('GET', `/disbursements/${id}`, NOTHING)).status).toBe(404)
  })

  it('validates an account, and asks again for what became of it', async () => {
    const body = `${JSON.stringify({ account_number: '12383831', bank_code: 'bca' })}\n`
    expect(await client.succeed('POST', '/disbursements/validate', { body })).toMatchObject({ account_number: '12383831' })
  })
})
