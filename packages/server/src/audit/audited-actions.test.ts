import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'
import { until } from '../testing/until.js'
import { completeTopup } from '../topups/complete-topup.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ runsWorker: true, env: { ARUS_WEBHOOK_ALLOW: '127.0.0.0/8' } })
})
afterAll(() => server.stop())

const item = (amount: string) => ({
  account_owner_name: 'Siti Rahayu',
  bank_code: 'bca',
  amount,
  account_number: '8422647001',
  email_recipient: 'siti@example.com',
  phone_number: '081234567890',
  notes: 'July'
})
const batch = { name: 'payroll', description: 'July', items: [item('20000.00'), item('30000.00')] }

async function submit({ call }: TestMerchant, query = '', key = 'k-1'): Promise<string> {
  const answer = await call('POST', `/v1/disbursements/submit${query}`, { body: batch, headers: { idempotency_key: key } })
  expect(answer.status).toBe(200)
  return answer.body.data.id
}

async function readEntries({ merchantId }: { merchantId: string }, ...actions: string[]) {
  const { rows } = await server.pool.query<{ actor: string; action: string; subject: string; detail: string; is_live: boolean }>(
    'SELECT actor, action, subject, detail, is_live FROM audit_entries WHERE chain = $1 AND action = ANY ($2) ORDER BY sequence',
    [merchantId, actions]
  )
  return rows.map(({ detail, ...row }) => ({ ...row, detail: JSON.parse(detail) }))
}
const BATCH_ACTIONS = ['batch.submitted', 'batch.approved', 'batch.rejected', 'batch.deleted']

it('puts a submit and its approval on record under the keys that did each, with the amounts', async () => {
  const merchant = await server.makeMerchant()
  const { call, apiKeyId: actor } = merchant
  const id = await submit(merchant, '?skip_validation=true')
  expect((await call('POST', `/v1/disbursements/${id}/approve`)).status).toBe(200)
  expect((await call('POST', `/v1/disbursements/${id}/approve`)).status).toBe(403)
  const seen = { actor, subject: id, is_live: false }
  expect(await readEntries(merchant, ...BATCH_ACTIONS)).toEqual([
    {
      ...seen,
      action: 'batch.submitted',
      detail: {
        batch_key: 'k-1',
        item_count: 2,
        total_amount: '50000.00',
        force_disburse: false,
        skip_validation: true,
        rail: 'simulated_bank'
      }
    },
    {
      ...seen,
      action: 'batch.approved',
      detail: { payable_items: 2, invalid_items: 0, payable_amount: '50000.00', is_forced: false }
    }
  ])
})

it('puts a submit that is repeated on record once', async () => {
  const merchant = await server.makeMerchant()
  const headers = { 'X-Idempotency-Key': 'r-1' }
  for (let time = 0; time < 3; time++) await merchant.call('POST', '/v1/disbursements/submit', { body: batch, headers })
  expect(await readEntries(merchant, ...BATCH_ACTIONS)).toHaveLength(1)
})

it('names the worker as the one who approved a forced batch, and the key where the submit did it at once', async () => {
  const merchant = await server.makeMerchant()
  const byWorker = await submit(merchant, '?force_disburse=true')
  await until(
    () => readEntries(merchant, 'batch.approved'),
    ({ length }) => length === 1
  )
  const byKey = await submit(merchant, '?force_disburse=true&skip_validation=true', 'k-2')
  expect(await readEntries(merchant, ...BATCH_ACTIONS)).toMatchObject([
    { action: 'batch.submitted', subject: byWorker, actor: merchant.apiKeyId },
    { action: 'batch.approved', subject: byWorker, actor: 'worker', detail: { is_forced: true } },
    { action: 'batch.submitted', subject: byKey, actor: merchant.apiKeyId },
    { action: 'batch.approved', subject: byKey, actor: merchant.apiKeyId, detail: { is_forced: true } }
  ])
})

it('puts a rejection with its reason and a deletion on record', async () => {
  const merchant = await server.makeMerchant()
  const [rejected, deleted] = [
    await submit(merchant, '?skip_validation=true'),
    await submit(merchant, '?skip_validation=true', 'k-2')
  ]
  await merchant.call('POST', `/v1/disbursements/${rejected}/reject`, { body: { reason: 'wrong month' } })
  await merchant.call('DELETE', `/v1/disbursements/${deleted}`)
  expect(await readEntries(merchant, 'batch.rejected', 'batch.deleted')).toMatchObject([
    { action: 'batch.rejected', subject: rejected, detail: { reason: 'wrong month', from_status: 'need_approval' } },
    { action: 'batch.deleted', subject: deleted, detail: { from_status: 'need_approval' } }
  ])
})

it('puts what is done to webhook endpoints on record, without their secrets and the paths they may hold', async () => {
  const merchant = await server.makeMerchant()
  const url = 'http://127.0.0.1:9000/hooks/T0PSECRET?token=hidden'
  const { body } = await merchant.call('POST', '/v1/webhook_endpoints', { body: { url, events: ['disbursement.completed'] } })
  const { id: subject } = body.data
  await merchant.call('POST', `/v1/webhook_endpoints/${subject}/rotate`)
  await merchant.call('DELETE', `/v1/webhook_endpoints/${subject}`)
  expect((await merchant.call('DELETE', `/v1/webhook_endpoints/${subject}`)).status).toBe(404)
  const actor = merchant.apiKeyId
  const entries = await readEntries(merchant, 'endpoint.created', 'endpoint.deleted', 'endpoint.secret_rotated')
  expect(entries).toMatchObject([
    {
      action: 'endpoint.created',
      subject,
      actor,
      detail: { origin: 'http://127.0.0.1:9000', events: ['disbursement.completed'] }
    },
    { action: 'endpoint.secret_rotated', subject, actor, detail: {} },
    { action: 'endpoint.deleted', subject, actor, detail: {} }
  ])
  expect(JSON.stringify(entries)).not.toMatch(/T0PSECRET|hidden|whsec_/)
})

it('puts a new merchant and a completed top-up on record, each once', async () => {
  const merchant = await server.makeMerchant()
  const { body } = await merchant.call('POST', '/v1/disbursements/topup', { body: { bank_id: 12, amount: '500000' } })
  const { id: topupId } = body.data
  const completion = { merchantId: merchant.merchantId, isLive: false, topupId, reference: 'R-1', completedBy: 'operator:sari' }
  await completeTopup(server.pool, completion)
  await completeTopup(server.pool, completion)
  expect(await readEntries(merchant, 'merchant.created', 'topup.completed')).toMatchObject([
    { action: 'merchant.created', subject: merchant.merchantId, actor: 'operator', is_live: null, detail: { name: 'Warung' } },
    { action: 'topup.completed', subject: topupId, actor: 'operator:sari', detail: { reference: 'R-1' } }
  ])
})
