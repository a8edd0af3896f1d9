import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BATCH, type ClientSession, FEE, startClientSession } from './client-session.js'

// Durianpay's own PHP SDK (durianpay/dpay-php 1.0.0): Guzzle, PHP's booleans in the query, a batch key on submit and no
// other key anywhere. An answer without `error` or `error_code` as strings ends the program that uses it.

let client: ClientSession
beforeAll(async () => {
  client = await startClientSession({
    'User-Agent': 'GuzzleHttp/7',
    'Content-Type': 'application/json',
    Accept: 'application/json'
  })
})
afterAll(() => client.stop())

const submit = (query = '?force_disburse=0&skip_validation=0') =>
  client.succeed('POST', `/disbursements/submit${query}`, {
    headers: { idempotency_key: randomUUID() },
    body: JSON.stringify(BATCH)
  })

describe('dpay-php', () => {
  it('submits with booleans written 0 and 1, approves with ignore_invalid=1, and reads the outcome', async () => {
    const { id } = await submit()
    await client.untilStatus(id, 'need_approval', { body: '' })
    expect(await client.succeed('POST', `/disbursements/${id}/approve?ignore_invalid=1`, { body: '' })).toMatchObject({
      id,
      status: 'approved'
    })
    await client.untilStatus(id, 'partially_success')
    expect(await client.succeed('GET', `/disbursements/${id}`)).toMatchObject({ fees: FEE, total_disbursements: 2 })
    const items = await client.succeed('GET', `/disbursements/${id}/items?skip=0&limit=10`)
    expect(items.disbursement_batch_items.map(({ status }: { status: string }) => status)).toEqual(['done', 'invalid'])
  })

  it('has a batch approve itself with force_disburse=1&skip_validation=1', async () => {
    const { id } = await submit('?force_disburse=1&skip_validation=1')
    await client.untilStatus(id, 'partially_success')
    const items = await client.succeed('GET', `/disbursements/${id}/items`)
    expect(items.disbursement_batch_items.map(({ status }: { status: string }) => status)).toEqual(['done', 'failed'])
  })

  it('deletes a batch with an empty body', async () => {
    const { id } = await submit('?skip_validation=1')
    expect(await client.succeed('DELETE', `/disbursements/${id}`, { body: '' })).toBe('Deleted Successfully')
  })

  it('validates an account, lists the banks and tops up without any key', async () => {
    const body = JSON.stringify({ account_number: '12383830', bank_code: 'bca' })
    expect((await client.succeed('POST', '/disbursements/validate', { body })).status).toBe('processing')
    const [bank] = await client.succeed('GET', '/disbursements/banks')
    const topup = JSON.stringify({ bank_id: bank.id, amount: '50000' })
    const { id } = await client.succeed('POST', '/disbursements/topup', { body: topup })
    expect((await client.succeed('GET', `/disbursements/topup/${id}`)).status).toBe('processing')
    expect((await client.succeed('GET', '/disbursements/topup/balance')).balance).toBeLessThanOrEqual(10_000_000_000)
  })

  it('finds error and error_code, both strings, in whatever is refused', async () => {
    const key = randomUUID()
    const { id } = await submit('?force_disburse=1&skip_validation=1')
    const submitted = { headers: { idempotency_key: key }, body: JSON.stringify(BATCH) }
    await client.succeed('POST', '/disbursements/submit', submitted)
    const refusals = [
      await client.send('POST', '/disbursements/submit', { body: '{' }),
      await client.send('POST', '/disbursements/submit', { body: JSON.stringify({ name: 'no items' }) }),
      await client.send('POST', '/disbursements/submit', {
        ...submitted,
        headers: { ...submitted.headers, 'X-Idempotency-Key': 'x' }
      }),
      await client.send('POST', '/disbursements/topup', { body: '{"bank_id":1,"amount":"-1"}' }),
      await client.send('GET', '/disbursements/dis_unknown', { body: '' }),
      await client.send('DELETE', `/disbursements/${id}`, { body: '' }),
      await client.send('GET', '/disbursements/topup/balance', { headers: { Authorization: 'Basic eDo=' } }),
      await client.send('POST', '/disbursements/submit', {
        headers: { 'X-Idempotency-Key': 'one' },
        body: JSON.stringify(BATCH)
      }),
      await client.send('POST', '/disbursements/submit', {
        headers: { 'X-Idempotency-Key': 'one' },
        body: JSON.stringify({ ...BATCH, name: 'another' })
      })
    ].filter(({ status }) => status !== 200)
    expect(refusals.map(({ status }) => status).sort()).toEqual([400, 400, 400, 401, 403, 403, 404, 409])
    for (const { status, body } of refusals) {
      expect([status, typeof body.error, typeof body.error_code, typeof body.message]).toEqual([
        status,
        'string',
        'string',
        'string'
      ])
      expect(body.error).not.toBe('')
      expect(body.error_code).not.toBe('')
    }
  })
})
