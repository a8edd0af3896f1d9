import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Connection } from '../database/create-pool.js'
import { startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'
import { until } from '../testing/until.js'
import { verifyAudit } from './verify-audit.js'

let server: TestServer
/** The codes of all errors that PostgreSQL answered with. */
const codes: string[] = []
beforeAll(async () => {
  server = await startTestServer({ runsWorker: true, env: { ARUS_WEBHOOK_ALLOW: '127.0.0.0/8', ARUS_REQUESTS_PER_KEY: '0' } })
  server.pool.on('connect', (connection) => noteErrors(connection as Connection))
})
afterAll(() => server.stop())

function noteErrors(connection: Connection): void {
  const query = connection.query.bind(connection) as (...given: unknown[]) => Promise<unknown>
  connection.query = ((...given: unknown[]) => {
    const answer = query(...given)
    // With a callback there is no promise: the pool's own queries.
    answer?.catch?.((error: { code?: string }) => codes.push(error.code ?? String(error)))
    return answer
  }) as typeof connection.query
}

const items = [{ account_owner_name: 'Siti', bank_code: 'bca', amount: '10000', account_number: '8422640' }]
const DEADLOCK = '40P01'

async function submit({ call }: TestMerchant, key: string, query: string): Promise<string> {
  const headers = { idempotency_key: key, 'X-Idempotency-Key': key }
  const { status, body, text } = await call('POST', `/v1/disbursements/submit?${query}`, { body: { items }, headers })
  if (status !== 200) throw new Error(text)
  return body.data.id
}

it('is taken last: whatever one merchant does at once, nothing waits in a circle, and all of it is on record', async () => {
  const merchant = await server.makeMerchant()
  const { call } = merchant
  const waiting = await Promise.all(
    Array.from({ length: 12 }, (_, index) => submit(merchant, `w-${index}`, 'skip_validation=true'))
  )
  const work: Promise<unknown>[] = []
  for (const [index, id] of waiting.entries()) {
    work.push(submit(merchant, `f-${index}`, 'skip_validation=true&force_disburse=true'))
    work.push(submit(merchant, `v-${index}`, 'force_disburse=true'))
    work.push(
      index % 3 === 0
        ? call('POST', `/v1/disbursements/${id}/approve`, { headers: { 'X-Idempotency-Key': `a-${index}` } })
        : index % 3 === 1
          ? call('POST', `/v1/disbursements/${id}/reject`, { body: { reason: 'no' } })
          : call('DELETE', `/v1/disbursements/${id}`)
    )
    const topup = call('POST', '/v1/disbursements/topup', { body: { bank_id: 12, amount: '10000' } })
    work.push(topup.then(({ body }) => call('POST', `/v1/simulator/topups/${body.data.id}/complete`)))
    if (index % 5 === 0) work.push(call('POST', '/v1/webhook_endpoints', { body: { url: `http://127.0.0.1:9000/${index}` } }))
  }
  await Promise.all(work)
  const count = async () => {
    const { rows } = await server.pool.query<{ action: string; count: number }>(
      'SELECT action, count(*)::integer AS count FROM audit_entries WHERE chain = $1 GROUP BY action',
      [merchant.merchantId]
    )
    return Object.fromEntries(rows.map((row) => [row.action, row.count]))
  }
  await until(count, (counted) => counted['batch.approved'] === 28)
  expect(await count()).toEqual({
    'merchant.created': 1,
    'key.created': 1,
    'batch.submitted': 36,
    'batch.approved': 28,
    'batch.rejected': 4,
    'batch.deleted': 4,
    'topup.completed': 12,
    'endpoint.created': 3
  })
  expect(codes.filter((code) => code === DEADLOCK)).toEqual([])
  expect((await verifyAudit(server.pool)).faults).toEqual([])
}, 120_000)
