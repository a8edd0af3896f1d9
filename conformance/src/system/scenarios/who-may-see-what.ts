import { revokeApiKey } from '@arus/server'
import { expect, it } from 'vitest'
import { insertTestBatch } from '../../../../packages/server/src/testing/webhook-fixtures.js'
import { readItems, submit, untilStatus } from '../batch-steps.js'
import { makeItem, VALID } from '../make-item.js'
import type { SystemMerchant } from '../make-merchant.js'
import type { System } from '../start-system.js'

/** Every way to a batch by its id. */
const WAYS_TO_A_BATCH: [method: string, path: string, body?: object][] = [
  ['GET', '/v1/disbursements/ID'],
  ['GET', '/v1/disbursements/ID/items'],
  ['GET', '/v1/disbursements/ID/status'],
  ['POST', '/v1/disbursements/ID/approve?ignore_invalid=true'],
  ['POST', '/v1/disbursements/ID/reject', { reason: 'not mine' }],
  ['POST', '/v1/disbursements/status', { disbursement_batch_id: 'ID' }],
  ['DELETE', '/v1/disbursements/ID']
]

async function expectNotThere(stranger: SystemMerchant, id: string): Promise<void> {
  const ask = async ([method, path, body]: (typeof WAYS_TO_A_BATCH)[number], batchId: string) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body).replace('ID', batchId) }
    const answer = await stranger.call(method, path.replace('ID', batchId), sent)
    return [path, answer.status, answer.body.error_code, answer.body.error]
  }
  for (const way of WAYS_TO_A_BATCH) {
    expect(await ask(way, id)).toEqual([way[1], 404, 'DPAY_NOT_FOUND', 'disbursement not found'])
    expect(await ask(way, id)).toEqual(await ask(way, 'dis_AAAAAAAAAA0000'))
  }
}

export function whoMaySeeWhat(system: () => System): void {
  it("another merchant's ids answer as if they did not exist", async () => {
    const [owner, stranger] = [await system().makeMerchant(), await system().makeMerchant()]
    const id = await submit(owner, [makeItem(VALID)])
    await untilStatus(owner, id, 'need_approval')
    const before = await owner.client.disbursements.get(id)
    await expectNotThere(stranger, id)
    expect(await owner.client.disbursements.get(id)).toEqual(before)

    const [item] = await readItems(owner, id)
    const [bank] = await owner.client.banks.list()
    const topup = await owner.client.topups.create({ bank_id: bank!.id, amount: '10000' })
    const { items: endpoints } = await owner.client.webhookEndpoints.list().page()
    const { items: events } = await owner.client.events.list().page()
    for (const [method, path] of [
      ['POST', `/v1/simulator/items/${item!.id}/settle`],
      ['GET', `/v1/disbursements/topup/${topup.id}`],
      ['POST', `/v1/simulator/topups/${topup.id}/complete`],
      ['POST', `/v1/webhook_endpoints/${endpoints[0]!.id}/rotate`],
      ['DELETE', `/v1/webhook_endpoints/${endpoints[0]!.id}`],
      ['GET', `/v1/events/${events[0]!.id}`],
      ['POST', `/v1/events/${events[0]!.id}/resend`]
    ] as const) {
      const answer = await stranger.call(method, path, method === 'POST' ? { body: { outcome: 'done' } } : {})
      expect([path, answer.status, answer.body.error_code]).toEqual([path, 404, 'DPAY_NOT_FOUND'])
    }
    for (const path of ['/v1/disbursements', '/v1/events']) expect((await stranger.call('GET', path)).body.data.count).toBe(0)
  })

  it('a test key sees no live data, not even of its own merchant', async () => {
    const merchant = await system().makeMerchant()
    const live = { merchantId: merchant.merchantId, isLive: true }
    const id = await insertTestBatch(system().pool, live, { status: 'success', items: [{ status: 'done' }] })
    await expectNotThere(merchant, id)
    expect((await merchant.client.disbursements.list().page()).count).toBe(0)
    // It was put there by hand, with no ledger behind it, which `arus ledger verify` would say in the end.
    await system().pool.query('DELETE FROM items WHERE batch_id = $1', [id])
    await system().pool.query('DELETE FROM batches WHERE id = $1', [id])
  })

  it('a live submit is refused where there is no live rail', async () => {
    const merchant = await system().makeMerchant({ isLive: true })
    const before = await merchant.countRows()
    const headers = { idempotency_key: 'live-1', 'X-Idempotency-Key': 'live-1' }
    const { status, body } = await merchant.call('POST', '/v1/disbursements/submit', {
      body: { items: [makeItem(VALID)] },
      headers
    })
    expect([status, body.error_code]).toEqual([503, 'RAIL_NOT_CONFIGURED'])
    expect(await merchant.countRows()).toEqual(before)
  })

  it('an unknown key, a revoked one and none at all are all answered alike', async () => {
    const merchant = await system().makeMerchant()
    const revoked = await createRevokedKey(system(), merchant)
    const before = await merchant.countRows()
    const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString('base64')}`
    const answers = []
    for (const authorization of [basic(`dp_test_${'x'.repeat(40)}`), basic(revoked), 'Bearer x', 'Basic', '']) {
      const { status, headers, body } = await merchant.call('POST', '/v1/disbursements/submit', {
        body: { items: [makeItem(VALID)] },
        headers: { authorization }
      })
      answers.push([status, headers.get('www-authenticate'), { ...body, request_id: '' }])
    }
    const error = 'invalid Authorization header in request'
    const body = { error, error_code: 'DPAY_UNAUTHORIZED_ACCESS', message: error, request_id: '' }
    expect(answers).toEqual(answers.map(() => [401, expect.stringMatching(/^Basic /), body]))
    expect(await merchant.countRows()).toEqual(before)
  })
}

/** A second key of the merchant, which worked before it was revoked: the first one signs, and so can't be. */
async function createRevokedKey(system: System, merchant: SystemMerchant): Promise<string> {
  const { apiKeyId, secretKey } = await merchant.addKey()
  const headers = { authorization: `Basic ${Buffer.from(`${secretKey}:`).toString('base64')}` }
  expect((await merchant.call('GET', '/v1/disbursements/topup/balance', { headers })).status).toBe(200)
  await revokeApiKey(system.pool, { merchantId: merchant.merchantId, apiKeyId })
  return secretKey
}
