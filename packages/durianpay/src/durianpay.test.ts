import { describe, expect, it } from 'vitest'
import type { Durianpay } from './durianpay.js'
import { rejectionOf } from './testing/rejection-of.js'
import { serve } from './testing/serve.js'

const BATCH = { id: 'dis_1', status: 'draft', total_amount: '20000.00' }
const ITEM = { id: 'dis_item_1', status: 'done' }
const ENDPOINT = { id: 'whe_1', url: 'https://toko.example', secret: 'whsec_AAAA' }
const EVENT = { id: 'evt_1', event: 'disbursement.completed' }
const TOPUP = { id: 'topup_1', total_amount: '10123.00', status: 'processing' }
const ACCOUNT = { account_number: '0071234568', bank_code: 'bca', account_holder: '', status: 'processing' }
const BANKS = [{ id: 15, code: 'bca' }]
const BALANCE = { balance: 5, balance_amount: '5.25' }
const STATUS = { status: 'success', is_completed: true, signature: 'ab' }
const CASE = { id: 'case_1', kind: 'unresolved', status: 'open', amount: '20000.00' }
const items = [{ account_owner_name: 'Siti', bank_code: 'bca', amount: '20000', account_number: '0071234568' }]
const account = { bank_code: 'bca', account_number: '0071234568' }
const webhook = { url: 'https://toko.example' }

type Row = { call: (client: Durianpay) => Promise<unknown>; line: string; data: unknown; body?: unknown; keyed?: true }

/** Every call of the client that is one request, with the request it must send and the data it must give. */
const CALLS: Record<string, Row> = {
  'disbursements.submit': {
    call: ({ disbursements }) =>
      disbursements.submit({ items }, { idempotencyKey: 'payroll-1', forceDisburse: true, skipValidation: false }),
    line: 'POST /v1/disbursements/submit?force_disburse=true&skip_validation=false',
    data: BATCH,
    body: { items },
    keyed: true
  },
  'disbursements.approve': {
    call: ({ disbursements }) => disbursements.approve('dis_1', { ignoreInvalid: true }),
    line: 'POST /v1/disbursements/dis_1/approve?ignore_invalid=true',
    data: BATCH,
    keyed: true
  },
  'disbursements.reject': {
    call: ({ disbursements }) => disbursements.reject('dis_1', 'two people left'),
    line: 'POST /v1/disbursements/dis_1/reject',
    data: BATCH,
    body: { reason: 'two people left' }
  },
  'disbursements.get': {
    call: ({ disbursements }) => disbursements.get('dis_1'),
    line: 'GET /v1/disbursements/dis_1',
    data: BATCH
  },
  'disbursements.getByKey': {
    call: ({ disbursements }) => disbursements.getByKey('payroll-1'),
    line: 'POST /v1/disbursements/status',
    data: BATCH,
    body: { idempotency_key: 'payroll-1' }
  },
  'disbursements.status': {
    call: ({ disbursements }) => disbursements.status('dis_1'),
    line: 'GET /v1/disbursements/dis_1/status',
    data: STATUS
  },
  'accounts.validate': {
    call: ({ accounts }) => accounts.validate(account),
    line: 'POST /v1/disbursements/validate',
    data: ACCOUNT,
    body: account,
    keyed: true
  },
  'banks.list': { call: ({ banks }) => banks.list(), line: 'GET /v1/disbursements/banks', data: BANKS },
  'topups.create': {
    call: ({ topups }) => topups.create({ bank_id: 14, amount: '10000' }),
    line: 'POST /v1/disbursements/topup',
    data: TOPUP,
    body: { bank_id: 14, amount: '10000' },
    keyed: true
  },
  'topups.get': { call: ({ topups }) => topups.get('topup_1'), line: 'GET /v1/disbursements/topup/topup_1', data: TOPUP },
  'topups.balance': { call: ({ topups }) => topups.balance(), line: 'GET /v1/disbursements/topup/balance', data: BALANCE },
  'webhookEndpoints.create': {
    call: ({ webhookEndpoints }) => webhookEndpoints.create(webhook),
    line: 'POST /v1/webhook_endpoints',
    data: ENDPOINT,
    body: webhook
  },
  'webhookEndpoints.rotate': {
    call: ({ webhookEndpoints }) => webhookEndpoints.rotate('whe_1'),
    line: 'POST /v1/webhook_endpoints/whe_1/rotate',
    data: ENDPOINT
  },
  'events.get': { call: ({ events }) => events.get('evt_1'), line: 'GET /v1/events/evt_1', data: EVENT },
  'events.resend': { call: ({ events }) => events.resend('evt_1'), line: 'POST /v1/events/evt_1/resend', data: EVENT },
  'cases.get': { call: ({ cases }) => cases.get('case_1'), line: 'GET /v1/cases/case_1', data: CASE },
  'cases.settle': {
    call: ({ cases }) => cases.settle('case_1', { resolution: 'paid', reference: 'BCA-1', reason: 'a letter' }),
    line: 'POST /v1/cases/case_1/settle',
    data: CASE,
    body: { resolution: 'paid', reference: 'BCA-1', reason: 'a letter' },
    keyed: true
  },
  'simulator.completeTopup': {
    call: ({ simulator }) => simulator.completeTopup('topup_1'),
    line: 'POST /v1/simulator/topups/topup_1/complete',
    data: TOPUP
  },
  'simulator.settleItem': {
    call: ({ simulator }) => simulator.settleItem('dis_item_1', { outcome: 'failed', reason: 'account closed' }),
    line: 'POST /v1/simulator/items/dis_item_1/settle',
    data: ITEM,
    body: { outcome: 'failed', reason: 'account closed' }
  }
}

describe('each call', () => {
  it.each(Object.entries(CALLS))('%s sends its request and gives the data of the answer', async (_name, row) => {
    const { client, requests } = await serve(() => ({ body: { data: row.data } }))
    expect(await row.call(client)).toEqual(row.data)
    const { method, path, query, body, headers } = requests[0]!
    expect(`${method} ${path}${query.size === 0 ? '' : `?${query}`}`).toBe(row.line)
    expect(body === '' ? undefined : JSON.parse(body)).toEqual(row.body)
    if (row.keyed)
      expect(headers['x-idempotency-key']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    else expect(headers).not.toHaveProperty('x-idempotency-key')
  })

  it.each(Object.entries(CALLS))('%s takes no success whose data is missing or of another kind', async (_name, row) => {
    for (const body of [{}, { data: null }, { data: 'text' }, { data: [{}] }, { data: { status: 7 } }, { data: {} }]) {
      const { client } = await serve(() => ({ body }))
      expect(await rejectionOf(row.call(client))).toMatchObject({ kind: 'unreadable_answer', outcome: 'unknown' })
    }
  })

  it.each(['disbursements', 'webhookEndpoints'] as const)(
    '%s.delete sends its request, and takes only the text of the answer',
    async (name) => {
      const { client, requests } = await serve((_request, before) => ({
        body: before === 0 ? { data: 'Deleted Successfully' } : {}
      }))
      expect(await client[name].delete('id_1')).toBeUndefined()
      const folder = name === 'disbursements' ? 'disbursements' : 'webhook_endpoints'
      expect(`${requests[0]!.method} ${requests[0]!.path}`).toBe(`DELETE /v1/${folder}/id_1`)
      expect(await rejectionOf(client[name].delete('id_1'))).toMatchObject({ kind: 'unreadable_answer', outcome: 'unknown' })
    }
  )

  it('encodes an id, so that it stays one part of the path', async () => {
    const { client, requests } = await serve(() => ({ body: { data: BATCH } }))
    await client.disbursements.get('../topup/balance?x=1')
    expect(requests[0]!.path).toBe('/v1/disbursements/..%2Ftopup%2Fbalance%3Fx%3D1')
  })

  it('refuses an id that is none before anything is sent', async () => {
    const { client, requests } = await serve(() => ({ body: { data: BATCH } }))
    for (const id of ['', 'a b', 'a\n', '.', '..', undefined as unknown as string]) {
      expect(await rejectionOf(client.disbursements.get(id))).toMatchObject({
        kind: 'invalid_argument',
        argument: 'id',
        outcome: 'not_sent'
      })
    }
    expect(requests).toHaveLength(0)
  })
})

describe('submitting', () => {
  it('sends the batch key beside a request key that is kept across tries', async () => {
    const { client, requests } = await serve((_request, before) =>
      before < 2 ? 'drop the connection' : { body: { data: BATCH } }
    )
    await client.disbursements.submit({ items }, { idempotencyKey: 'payroll-1' })
    expect(requests).toHaveLength(3)
    expect(new Set(requests.map(({ headers }) => headers.idempotency_key))).toEqual(new Set(['payroll-1']))
    expect(new Set(requests.map(({ headers }) => headers['x-idempotency-key'])).size).toBe(1)
  })

  it('makes another request key for another call, and takes the one of a call that is gone on with', async () => {
    const { client, requests } = await serve((_request, before) => (before === 0 ? { status: 500 } : { body: { data: BATCH } }))
    const error = await rejectionOf(client.disbursements.submit({ items }, { idempotencyKey: 'payroll-1', maxRetries: 0 }))
    if (error.kind !== 'server' || error.requestKey === undefined) throw error
    await client.disbursements.submit({ items }, { idempotencyKey: 'payroll-1', requestKey: error.requestKey })
    await client.disbursements.submit({ items }, { idempotencyKey: 'payroll-2' })
    const [first, second, third] = requests.map(({ headers }) => headers['x-idempotency-key'])
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('sends nothing without a batch key', async () => {
    const { client, requests } = await serve(() => ({ body: { data: BATCH } }))
    const wrong = [undefined, {}, { idempotencyKey: '' }, { idempotencyKey: 'a\r\nb' }, { idempotencyKey: 'gaji-juli-é' }]
    for (const options of wrong as { idempotencyKey: string }[]) {
      expect(await rejectionOf(client.disbursements.submit({ items }, options))).toMatchObject({
        argument: 'idempotencyKey',
        outcome: 'not_sent'
      })
    }
    expect(requests).toHaveLength(0)
  })
})

describe('lists', () => {
  it('gives the items of a batch by the cursor, with their status asked for', async () => {
    const { client, requests } = await serve(({ query }) => {
      const isFirst = !query.has('cursor')
      const item = { ...ITEM, id: isFirst ? 'dis_item_1' : 'dis_item_2' }
      return { body: { data: { disbursement_batch_items: [item], count: 2, next_cursor: isFirst ? 'abc' : null } } }
    })
    const ids: string[] = []
    for await (const item of client.disbursements.items('dis_1', { status: 'failed', pageSize: 1 })) ids.push(item.id)
    expect(ids).toEqual(['dis_item_1', 'dis_item_2'])
    expect(requests.map(({ path, query }) => `${path}?${query}`)).toEqual([
      '/v1/disbursements/dis_1/items?status=failed&skip=0&limit=1',
      '/v1/disbursements/dis_1/items?status=failed&cursor=abc&limit=1'
    ])
  })

  it.each([
    ['disbursements', '/v1/disbursements', 'disbursements'],
    ['webhookEndpoints', '/v1/webhook_endpoints', 'webhook_endpoints'],
    ['events', '/v1/events', 'events'],
    ['cases', '/v1/cases', 'cases']
  ] as const)('gives all of %s, and one page', async (name, path, listName) => {
    const { client, requests } = await serve(({ query }) => {
      const page = ['a', 'b', 'c'].slice(Number(query.get('skip'))).slice(0, Number(query.get('limit')))
      return { body: { data: { [listName]: page.map((id) => ({ id })), count: 3 } } }
    })
    const ids: string[] = []
    for await (const entry of client[name].list({ pageSize: 2 })) ids.push(entry.id)
    expect(ids).toEqual(['a', 'b', 'c'])
    expect(requests.map((request) => `${request.path}?${request.query}`)).toEqual([
      `${path}?skip=0&limit=2`,
      `${path}?skip=2&limit=2`
    ])
    expect(await client[name].list().page({ skip: 1, limit: 1 })).toEqual({
      items: [{ id: 'b' }],
      count: 3,
      nextCursor: undefined
    })
  })

  it('asks for the cases of a status, a kind and a batch', async () => {
    const { client, requests } = await serve(() => ({ body: { data: { cases: [], count: 0 } } }))
    await client.cases.list({ status: 'open', kind: 'paid_twice', disbursementId: 'dis_1' }).page()
    expect(Object.fromEntries(requests[0]!.query)).toMatchObject({ status: 'open', kind: 'paid_twice', disbursement_id: 'dis_1' })
  })

  it('takes no page whose list is missing', async () => {
    for (const data of [
      null,
      {},
      { disbursement_batch_items: {} },
      { disbursement_batch_items: [{}] },
      { disbursement_batch_items: [], next_cursor: 7 }
    ]) {
      const { client } = await serve(() => ({ body: { data } }))
      expect(await rejectionOf(client.disbursements.items('dis_1').page())).toMatchObject({ kind: 'unreadable_answer' })
    }
  })
})

describe('waiting for an account validation', () => {
  it('asks with a new request key each time until the bank has answered', async () => {
    const { client, requests } = await serve((_request, before) => ({
      body: { data: { ...ACCOUNT, status: before < 2 ? 'processing' : 'invalid' } }
    }))
    expect((await client.accounts.validateAndWait(account)).status).toBe('invalid')
    expect(new Set(requests.map(({ headers }) => headers['x-idempotency-key'])).size).toBe(3)
  })

  it('ends with the deadline', async () => {
    const { client } = await serve(() => ({ body: { data: ACCOUNT } }))
    expect(await rejectionOf(client.accounts.validateAndWait(account, { timeoutMs: 1_400 }))).toMatchObject({
      kind: 'timeout',
      attempts: 2
    })
  })

  it("ends with the caller's signal", async () => {
    const { client } = await serve(() => ({ body: { data: ACCOUNT } }))
    const call = client.accounts.validateAndWait(account, { signal: AbortSignal.timeout(100) })
    expect(await rejectionOf(call)).toMatchObject({ kind: 'aborted' })
  })
})

describe('the client', () => {
  it('calls the fetch that is given, and else the one that is there when the call is made', async () => {
    const { client, requests } = await serve(() => ({ body: { data: BALANCE } }))
    const original = globalThis.fetch
    const seen: string[] = []
    try {
      globalThis.fetch = (...parts) => {
        seen.push(String(parts[0]))
        return original(...parts)
      }
      await client.topups.balance()
    } finally {
      globalThis.fetch = original
    }
    expect(seen).toHaveLength(1)
    const mine = await serve(() => ({}), { fetch: async () => Response.json({ data: BALANCE }) })
    expect(await mine.client.topups.balance()).toEqual(BALANCE)
    expect([requests.length, mine.requests.length]).toEqual([1, 0])
  })
})
