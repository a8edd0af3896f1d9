import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BATCH, type ClientSession, startClientSession } from './client-session.js'

// The community Go client abmid/dpay-sdk-go: both keys, the batch's in a header that Go spells with a capital; an option
// that is not set is an empty one; `Skip` and `Limit` with capitals; the id repeated in the body of approve.

const NOTHING = { body: 'null' }

let client: ClientSession
beforeAll(async () => {
  client = await startClientSession({
    'User-Agent': 'Go-http-client/1.1',
    'Content-Type': 'application/json',
    'Accept-Encoding': 'gzip'
  })
})
afterAll(() => client.stop())

const keys = (batchKey: string = randomUUID()) => ({ 'X-Idempotency-Key': randomUUID(), Idempotency_key: batchKey })
const submit = (headers: Record<string, string>, query = '?force_disburse=&skip_validation=') =>
  client.send('POST', `/disbursements/submit${query}`, { headers, body: JSON.stringify(BATCH) })

describe('abmid/dpay-sdk-go', () => {
  it('submits with both keys and empty options, and approves with the id in the body', async () => {
    const batchKey = randomUUID()
    const { body } = await submit(keys(batchKey))
    const { id, idempotency_key } = body.data
    expect(idempotency_key).toBe(batchKey)
    await client.untilStatus(id, 'need_approval', NOTHING)

    const headers = { 'X-Idempotency-Key': randomUUID() }
    const approve = { headers, body: JSON.stringify({ id }) }
    expect((await client.succeed('POST', `/disbursements/${id}/approve?ignore_invalid=true`, approve)).status).toBe('approved')
    await client.untilStatus(id, 'partially_success', NOTHING)
    const again = await client.send('POST', `/disbursements/${id}/approve?ignore_invalid=true`, approve)
    expect([again.status, again.headers['idempotent-replayed']]).toEqual([200, 'true'])
  })

  it('reads items by Skip and Limit', async () => {
    const { id } = (await submit(keys())).body.data
    const accounts = async (query: string) => {
      const { disbursement_batch_items, count } = await client.succeed('GET', `/disbursements/${id}/items${query}`, NOTHING)
      return [count, ...disbursement_batch_items.map((item: { account_number: string }) => item.account_number)]
    }
    expect(await accounts('?Skip=0&Limit=1')).toEqual([2, '8422640'])
    expect(await accounts('?Skip=1&Limit=25')).toEqual([2, '8422641'])
    // What it sends when neither is set.
    expect(await accounts('?Skip=0&Limit=0')).toEqual([2, '8422640', '8422641'])
  })

  it('is answered once for each of its keys', async () => {
    const headers = keys()
    const first = await submit(headers)
    const again = await submit(headers)
    expect([again.status, again.text]).toEqual([200, first.text])
    // A new request key is a new request, which the batch key refuses.
    const other = await submit({ ...headers, 'X-Idempotency-Key': randomUUID() })
    expect([other.status, other.body.error_code]).toEqual([403, 'DISBURSEMENT_ALREADY_EXIST_WITH_GIVEN_IDEMPOTENCY_KEY'])
    const ask = { body: JSON.stringify({ disbursement_batch_id: '', idempotency_key: headers.Idempotency_key }) }
    expect((await client.succeed('POST', '/disbursements/status', ask)).id).toBe(first.body.data.id)
  })

  it('validates, tops up and deletes with its keys and null bodies', async () => {
    const withKey = (body: object) => ({ headers: { 'X-Idempotency-Key': randomUUID() }, body: JSON.stringify(body) })
    const account = { account_number: '12383830', bank_code: 'bca' }
    expect(await client.succeed('POST', '/disbursements/validate', withKey(account))).toMatchObject(account)
    const [bank] = await client.succeed('GET', '/disbursements/banks', NOTHING)
    const topup = await client.succeed('POST', '/disbursements/topup', withKey({ bank_id: bank.id, amount: '20000' }))
    expect((await client.succeed('GET', `/disbursements/topup/${topup.id}`, NOTHING)).total_amount).toBe(topup.total_amount)
    const { id } = (await submit(keys())).body.data
    expect(await client.succeed('DELETE', `/disbursements/${id}`, NOTHING)).toBe('Deleted Successfully')
  })

  it('finds the fields at fault in errors, as its error type has them', async () => {
    const { status, body } = await client.send('POST', '/disbursements/submit?force_disburse=&skip_validation=', {
      headers: keys(),
      body: JSON.stringify({ ...BATCH, items: [{ ...BATCH.items[0], amount: '0' }] })
    })
    expect(status).toBe(400)
    expect(body.errors).toEqual([{ field: 'items[0].amount', message: expect.any(String) }])
  })
})
