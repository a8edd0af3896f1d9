import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BATCH, type ClientSession, startClientSession } from './client-session.js'

// The unofficial PHP client esyede/durianpay-php: booleans written as words, a batch key on submit, no request key.

let client: ClientSession
beforeAll(async () => {
  client = await startClientSession({ 'User-Agent': 'GuzzleHttp/6', 'Content-Type': 'application/json' })
})
afterAll(() => client.stop())

describe('esyede/durianpay-php', () => {
  it.each([
    { query: '?force_disburse=true&skip_validation=false', unpaid: 'invalid' },
    { query: '?force_disburse=true&skip_validation=true', unpaid: 'failed' }
  ])('submits with booleans written as words: $query', async ({ query, unpaid }) => {
    const sent = { headers: { idempotency_key: randomUUID() }, body: JSON.stringify(BATCH) }
    const { id } = await client.succeed('POST', `/disbursements/submit${query}`, sent)
    await client.untilStatus(id, 'partially_success')
    const { disbursement_batch_items: items } = await client.succeed('GET', `/disbursements/${id}/items`)
    expect(items.map(({ status }: { status: string }) => status)).toEqual(['done', unpaid])
  })

  it('approves with ignore_invalid as a word', async () => {
    const sent = { headers: { idempotency_key: randomUUID() }, body: JSON.stringify(BATCH) }
    const { id } = await client.succeed('POST', '/disbursements/submit?force_disburse=false&skip_validation=false', sent)
    await client.untilStatus(id, 'need_approval')
    expect((await client.send('POST', `/disbursements/${id}/approve?ignore_invalid=false`)).status).toBe(403)
    expect((await client.succeed('POST', `/disbursements/${id}/approve?ignore_invalid=true`)).status).toBe('approved')
  })
})
