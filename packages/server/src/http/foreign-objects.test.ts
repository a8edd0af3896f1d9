import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBank } from '../banks/find-bank.js'
import { openCases } from '../cases/open-cases.js'
import { withTransaction } from '../database/with-transaction.js'
import { listRoutes, type Route } from '../testing/list-routes.js'
import { startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'
import { insertTestBatch, insertTestEndpoint, writeTestEvent } from '../testing/webhook-fixtures.js'
import { createTopup } from '../topups/create-topup.js'
import { parseReceivingAccount, type ReceivingAccount } from '../topups/receiving-account.js'

/** What of a merchant a route's `:id` names, by how the route begins. A route that begins otherwise has no line here yet, and fails. */
const OBJECTS = {
  '/v1/disbursements/topup/': 'topup',
  '/v1/disbursements/': 'batch',
  '/v1/webhook_endpoints/': 'endpoint',
  '/v1/events/': 'event',
  '/v1/cases/': 'case',
  '/v1/simulator/topups/': 'topup',
  '/v1/simulator/items/': 'item'
} as const
type ObjectKind = (typeof OBJECTS)[keyof typeof OBJECTS]

/** What a route must be sent to get as far as looking for the object. */
const BODIES: Record<string, unknown> = {
  'POST /v1/disbursements/:id/reject': { reason: 'not mine' },
  'POST /v1/simulator/items/:id/settle': { outcome: 'failed', reason: 'not mine' },
  'POST /v1/cases/:id/settle': { resolution: 'paid', reference: 'R-1', reason: 'not mine' }
}

type Owner = TestMerchant & { isLive: boolean; ids: Record<ObjectKind, string>; batchKey: string }

let server: TestServer
let routes: Route[]
beforeAll(async () => {
  server = await startTestServer()
  routes = (await listRoutes(server.context)).filter(({ url }) => url.includes(':id'))
})
afterAll(() => server.stop())

/** A merchant with one of everything in the mode. */
async function makeOwner(isLive: boolean): Promise<Owner> {
  const { pool } = server
  const merchant = await server.makeMerchant({ isLive })
  const scope = { merchantId: merchant.merchantId, isLive }
  const batch = await insertTestBatch(pool, scope, { status: 'need_approval', items: [{ status: 'valid' }, { status: 'valid' }] })
  const batchKey = `july of ${merchant.merchantId}`
  await pool.query('UPDATE batches SET batch_key = $2 WHERE id = $1', [batch, batchKey])
  const receivingAccount = parseReceivingAccount('bca:0071234568:PT Contoh Jaya') as ReceivingAccount
  const topup = await withTransaction(pool, (connection) =>
    createTopup(connection, { ...scope, senderBank: findBank('bca')!, amountSen: 50_000_00n, receivingAccount })
  )
  const [caseId] = await withTransaction(pool, (connection) =>
    openCases(connection, { ...scope, id: batch }, [{ kind: 'unresolved', ordinal: 0, detail: {} }])
  )
  const endpoint = await insertTestEndpoint(pool, scope, 'https://receiver.example/')
  const event = await writeTestEvent(pool, { ...scope, type: 'disbursement.validation_completed', batchId: batch })
  const ids = { batch, item: `${batch}_0`, topup: topup.id, endpoint: endpoint.endpointId, event, case: caseId! }
  return { ...merchant, isLive, ids, batchKey }
}

/** Who must see nothing of it: another merchant in the same mode, and the same merchant in the other. */
async function makeStrangers(owner: Owner): Promise<[string, TestMerchant][]> {
  const { merchantId, isLive } = owner
  const terms = { scopes: ['read', 'submit', 'approve', 'manage'] as const }
  return [
    ['another merchant', await server.makeMerchant({ isLive })],
    ['the other mode', await server.makeKey({ merchantId, isLive: !isLive, terms, maySubmitAndApprove: true })]
  ]
}

function objectOf({ url }: Route): ObjectKind {
  const start = Object.keys(OBJECTS).find((one) => url.startsWith(`${one}:id`)) as keyof typeof OBJECTS | undefined
  if (start === undefined) throw new Error(`${url} names an object that this test does not know`)
  return OBJECTS[start]
}

/** A different one of the same look. */
const inventId = (id: string) => id.replace(/.{8}(_\d+)?$/, 'Zz9Zz9Zz$1')

/** All that a stranger can tell one answer from another by. */
async function observe({ call }: TestMerchant, route: Route, id: string) {
  const { method, url } = route
  const body = BODIES[`${method} ${url}`]
  const { status, headers, text } = await call(method, url.replace(':id', id), body === undefined ? {} : { body })
  return {
    status,
    text: text.replace(/"request_id":"[^"]*"/, '"request_id":""'),
    headers: [...headers].filter(([name]) => name !== 'date' && name !== 'x-request-id')
  }
}

/** Every row of a merchant in every table. */
async function readRows({ merchantId }: Owner): Promise<Record<string, string[]>> {
  const { rows: tables } = await server.pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'merchant_id' ORDER BY table_name`
  )
  const found: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await server.pool.query(`SELECT t::text AS row FROM ${name} AS t WHERE merchant_id = $1 ORDER BY 1`, [
      merchantId
    ])
    found[name] = rows.map(({ row }) => row)
  }
  return found
}

describe.each([
  ['test', false],
  ['live', true]
])('what belongs to a merchant in %s mode', (_mode, isLive) => {
  it('is to everybody else as if it did not exist, to the byte, on every route that names it, and stays as it is', async () => {
    const owner = await makeOwner(isLive)
    const strangers = await makeStrangers(owner)
    const before = await readRows(owner)
    expect(routes.length).toBeGreaterThan(12)
    for (const [who, stranger] of strangers) {
      for (const route of routes) {
        const id = owner.ids[objectOf(route)]
        const [real, invented] = [await observe(stranger, route, id), await observe(stranger, route, inventId(id))]
        expect([who, route, real]).toEqual([who, route, invented])
        // Live keys play no simulation, whatever they name; and approve nothing where no live rail is.
        const isLiveKey = stranger.secretKey.startsWith('dp_live_')
        const early =
          isLiveKey && route.url.startsWith('/v1/simulator/') ? 403 : isLiveKey && route.url.endsWith('/approve') ? 503 : 404
        expect([who, route, real.status]).toEqual([who, route, early])
      }
    }
    expect(await readRows(owner)).toEqual(before)
    // It was there all the time, under just these ids. What ends it comes last.
    const isDelete = ({ method }: Route) => Number(method === 'DELETE')
    for (const route of [...routes].sort((one, other) => isDelete(one) - isDelete(other))) {
      const { status } = await observe(owner, route, owner.ids[objectOf(route)])
      expect([route, status]).not.toEqual([route, 404])
      if (route.method === 'GET') expect([route, status]).toEqual([route, 200])
    }
  })

  it('is in no list of anybody else, and is not found by its key or by a filter either', async () => {
    const owner = await makeOwner(isLive)
    const lists = [
      '/v1/disbursements',
      '/v1/events',
      `/v1/events?type=disbursement.validation_completed`,
      '/v1/webhook_endpoints',
      '/v1/cases',
      `/v1/cases?disbursement_id=${owner.ids.batch}`
    ]
    for (const path of lists) expect([path, (await owner.call('GET', path)).body.data.count]).not.toEqual([path, 0])
    for (const [who, stranger] of await makeStrangers(owner)) {
      for (const path of lists) expect([who, path, (await stranger.call('GET', path)).body.data.count]).toEqual([who, path, 0])
      for (const body of [{ disbursement_batch_id: owner.ids.batch }, { idempotency_key: owner.batchKey }])
        expect([who, (await stranger.call('POST', '/v1/disbursements/status', { body })).status]).toEqual([who, 404])
    }
    expect((await owner.call('POST', '/v1/disbursements/status', { body: { idempotency_key: owner.batchKey } })).status).toBe(200)
  })
})

describe('the keys of idempotency', () => {
  it('are each merchant’s own: the same ones of another give neither its answer nor a refusal', async () => {
    const [one, other] = [await server.makeMerchant(), await server.makeMerchant()]
    const headers = { 'X-Idempotency-Key': 'payroll', idempotency_key: 'july' }
    const items = [{ account_owner_name: 'Siti', bank_code: 'bca', amount: '10000', account_number: '8422640' }]
    const submit = ({ call }: TestMerchant) => call('POST', '/v1/disbursements/submit', { body: { items }, headers })
    const [first, second] = [await submit(one), await submit(other)]
    expect([first.status, second.status]).toEqual([200, 200])
    expect(second.headers.get('idempotent-replayed')).toBeNull()
    expect(second.body.data.id).not.toBe(first.body.data.id)
  })
})
