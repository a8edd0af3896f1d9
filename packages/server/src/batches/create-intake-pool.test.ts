import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'
import { until } from '../testing/until.js'
import { createIntakePool } from './create-intake-pool.js'
import type { Intake } from './intake-submission.js'

// The threads run the build (`npm run build`), as Node 20 loads no TypeScript.

let server: TestServer
let merchant: TestMerchant
beforeAll(async () => {
  server = await startTestServer({ env: { ARUS_INTAKE_THREADS: '1' } })
  merchant = await server.makeMerchant()
})
afterAll(() => server.stop())

const items = (count: number, changes: object = {}) =>
  Array.from({ length: count }, (_, index) => ({
    account_owner_name: `Recipient Number ${index}`,
    bank_code: 'bca',
    amount: '150000.00',
    account_number: String(8_000_000_000 + 2 * index),
    email_recipient: `recipient.${index}@contoh.example`,
    phone_number: '85722173217',
    notes: `salary of July 2026, line ${index}`,
    ...changes
  }))
const large = (count: number, changes: object = {}) => JSON.stringify({ name: 'July', items: items(count, changes) })
const submit = (body: string, headers: Record<string, string> = {}) =>
  merchant.call('POST', '/v1/disbursements/submit', { body, headers })

/** No item is written until it lets go, or the test is over. */
async function holdWrites(): Promise<{ letGo(): Promise<void> }> {
  const holder = await server.pool.connect()
  // Not back to the others: it may still hold the lock.
  onTestFinished(() => holder.release(true))
  await holder.query('BEGIN; LOCK TABLE items IN SHARE MODE')
  return { letGo: async () => void (await holder.query('COMMIT')) }
}

/** Of the threads' connections to the server's database. */
async function countIntakes({ pool }: TestServer, condition: string): Promise<number | null> {
  const found = await pool.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'arus intake' AND ${condition}`
  )
  return found.rowCount
}

describe('a large submit', () => {
  it('is taken in like a small one, with its items in order', async () => {
    const { status, body } = await submit(large(2000))
    expect(status).toBe(200)
    expect(body.data).toMatchObject({ total_disbursements: 2000, total_amount: '300000000.00', status: 'draft', name: 'July' })
    const page = await merchant.call('GET', `/v1/disbursements/${body.data.id}/items?skip=1999`)
    expect(page.body.data).toMatchObject({
      count: 2000,
      disbursement_batch_items: [{ account_owner_name: 'Recipient Number 1999' }]
    })
  })

  it('is refused like a small one', async () => {
    expect(await submit(large(2000, { amount: '0' }))).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([{ field: 'items[99].amount', message: 'must be more than zero' }]) }
    })
    expect(await submit(`${large(2000)}]`)).toMatchObject({ status: 400, body: { error_code: 'DPAY_INVALID_REQUEST' } })
    const live = await server.makeMerchant({ isLive: true })
    const headers = { 'X-Idempotency-Key': randomUUID() }
    expect(await live.call('POST', '/v1/disbursements/submit', { body: large(2000), headers })).toMatchObject({
      status: 503,
      body: { error_code: 'RAIL_NOT_CONFIGURED' }
    })
  })

  it('is done once for each key', async () => {
    const headers = { 'X-Idempotency-Key': randomUUID() }
    const first = await submit(large(2000), headers)
    const again = await submit(large(2000), headers)
    expect(again).toMatchObject({ status: 200, body: first.body })
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(await submit(large(2001), headers)).toMatchObject({ status: 409, body: { error_code: 'IDEMPOTENCY_KEY_REUSED' } })
  })

  it('says no more than any other when something breaks inside', async () => {
    await server.pool.query('ALTER TABLE batch_turns RENAME TO hidden')
    const { status, body } = await submit(large(2000))
    await server.pool.query('ALTER TABLE hidden RENAME TO batch_turns')
    expect(status).toBe(500)
    expect(body).toMatchObject({ error: 'internal error', error_code: 'DPAY_INTERNAL_ERROR' })
    expect(server.readLog()).toContain('relation \\"batch_turns\\" does not exist')
  })

  it('waits for its turn among a few, and others are told to come again', async () => {
    const writing = await holdWrites()
    const refused: Awaited<ReturnType<typeof submit>>[] = []
    const submitted = Array.from({ length: 10 }, async () => {
      const answer = await submit(large(2000))
      if (answer.status !== 200) refused.push(answer)
    })
    // Four are let in at once, for one thread.
    await until(
      async () => refused.length,
      (count) => count === 6
    )
    await writing.letGo()
    await Promise.all(submitted)
    expect(refused).toHaveLength(6)
    for (const { body, headers } of refused) {
      expect(body.error_code).toBe('SERVER_BUSY')
      expect(headers.get('retry-after')).toBe('2')
    }
    expect((await submit(large(2000))).status).toBe(200)
  })

  it('does not hold up other callers: neither its parsing nor its writing is done where they are served', async () => {
    const parse = vi.spyOn(JSON, 'parse')
    onTestFinished(() => parse.mockRestore())
    const lengthsParsedHere = () => parse.mock.calls.map(([text]) => text.length)
    const small = JSON.stringify({ name: 'July', items: items(1) })
    expect((await submit(small)).status).toBe(200)
    expect(lengthsParsedHere()).toContain(small.length)

    const body = large(10_000)
    const writing = await holdWrites()
    let isAnswered = false
    const answer = submit(body).finally(() => (isAnswered = true))
    await until(
      () => countIntakes(server, "wait_event_type = 'Lock'"),
      (count) => count === 1
    )
    for (let index = 0; index < 20; index++) expect((await merchant.call('GET', '/v1/disbursements?limit=1')).status).toBe(200)
    expect(isAnswered).toBe(false)
    await writing.letGo()
    expect(await answer).toMatchObject({ status: 200, body: { data: { total_disbursements: 10_000 } } })
    expect(Math.max(...lengthsParsedHere())).toBeLessThan(body.length / 100)
  })
})

describe('a large submit under way when the server is told to stop', () => {
  it('is finished and answered', async () => {
    const stopping = await startTestServer()
    const { call } = await stopping.makeMerchant()
    const answer = call('POST', '/v1/disbursements/submit', { body: large(5000) })
    await until(
      () => countIntakes(stopping, "state <> 'idle'"),
      (count) => count === 1
    )
    await stopping.stop()
    expect(await answer).toMatchObject({ status: 200, body: { data: { total_disbursements: 5000 } } })
  })
})

describe('an intake thread that can not work', () => {
  it('fails its batch, and is no reason for the next one to hang', async () => {
    const intakePool = createIntakePool({ databaseUrl: 'postgres://arus@127.0.0.1:1/none', maxThreads: 1 })
    const { rails } = server.context
    const intake: Intake = {
      merchantId: merchant.merchantId,
      isLive: false,
      actor: merchant.apiKeyId,
      rail: rails[0]!.name,
      feePerItemSen: 0n,
      limits: { maxItems: 1, minAmountSen: 1n, maxAmountSen: 1n },
      path: '/',
      query: {},
      requestKey: undefined,
      batchKey: undefined,
      forceDisburse: false,
      skipValidation: false
    }
    for (let tries = 0; tries < 2; tries++) {
      await expect(intakePool.takeIn(intake, Buffer.from('{}'))).rejects.toThrow('ECONNREFUSED')
    }
    await intakePool.stop()
    await expect(intakePool.takeIn(intake, Buffer.from('{}'))).rejects.toMatchObject({ code: 'SERVER_BUSY' })
  })
})
