import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { send, startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'

// No worker runs here: a batch whose items must be validated stays in `draft`.

let server: TestServer
let merchant: TestMerchant
beforeAll(async () => {
  server = await startTestServer({ env: { ARUS_MAX_ITEMS: '3', ARUS_MAX_BODY_BYTES: '400000' } })
  merchant = await server.makeMerchant()
})
afterAll(() => server.stop())

const item = { account_owner_name: 'Jane Doe', bank_code: 'bca', amount: '10000', account_number: '8422640' }
const good = { items: [item] }

const submit = (body: unknown, headers: Record<string, string> = {}, query = '') =>
  merchant.call('POST', `/v1/disbursements/submit${query}`, { body, headers })
const authorization = () => `Basic ${Buffer.from(`${merchant.secretKey}:`).toString('base64')}`
const countRows = async () => {
  const { rows } = await server.pool.query(
    'SELECT (SELECT count(*) FROM batches) AS batches, (SELECT count(*) FROM items) AS items, (SELECT count(*) FROM idempotent_requests) AS answers'
  )
  return rows[0]
}
const withItem = (changes: object) => ({ items: [item, { ...item, ...changes }] })

describe('a submit that is refused', () => {
  it.each<[string, unknown, string]>([
    ['unparsable JSON', '{"items": [', 'error reading request body: it is not valid JSON'],
    ['JSON that is no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'error reading request body: it is not valid JSON'],
    ['no body', undefined, 'required fields missing: body is required'],
    ['null', 'null', 'invalid fields: body must be a JSON object'],
    ['a list', '[]', 'invalid fields: body must be a JSON object'],
    [
      'JSON nested too deep',
      `{"items":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'error reading request body: JSON is nested more than 32 deep'
    ],
    [
      'a NUL character',
      withItem({ notes: 'a\0b' }),
      'invalid fields: items[1].notes holds a character that is not allowed (U+0000, or half of a surrogate pair)'
    ],
    [
      'half a surrogate pair',
      withItem({ sender_information: { address: '\ud800' } }),
      'invalid fields: items[1].sender_information.address holds a character that is not allowed (U+0000, or half of a surrogate pair)'
    ],
    ['missing items', { name: 'June' }, 'required fields missing: items is required'],
    ['empty items', { items: [] }, 'invalid fields: items must have at least one item'],
    [
      'one item over the limit',
      { items: [item, item, item, item] },
      'invalid fields: items has 4 items; a batch may have at most 3'
    ],
    ['the amount 0', withItem({ amount: '0' }), 'invalid fields: items[1].amount must be more than zero'],
    ['the amount -1', withItem({ amount: '-1' }), 'invalid fields: items[1].amount must not be negative'],
    ['the amount 1.234', withItem({ amount: '1.234' }), 'invalid fields: items[1].amount has more than two decimals'],
    [
      'the amount 1e5',
      withItem({ amount: '1e5' }),
      'invalid fields: items[1].amount must be written without an exponent, like "10000.00"'
    ],
    [
      'the amount 10,000',
      withItem({ amount: '10,000' }),
      'invalid fields: items[1].amount must be written without separators, like "10000.00"'
    ],
    [
      'an amount below the limit',
      withItem({ amount: '9999.99' }),
      'invalid fields: items[1].amount is below the least amount, 10000.00'
    ],
    [
      'an amount above the limit',
      withItem({ amount: '1000000000.01' }),
      'invalid fields: items[1].amount is above the greatest amount, 1000000000.00'
    ],
    [
      'an amount of the wrong type',
      withItem({ amount: 10000 }),
      'invalid fields: items[1].amount must be a string, like "10000.00"'
    ],
    [
      'an account number with letters',
      withItem({ account_number: '84A2' }),
      'invalid fields: items[1].account_number must have digits only'
    ]
  ])('for %s says so, and leaves nothing behind', async (_, body, message) => {
    const before = await countRows()
    const key = randomUUID()
    const { status, body: answer } = await submit(body, { 'X-Idempotency-Key': key })
    expect(status).toBe(400)
    expect(answer).toMatchObject({ error: message, message, error_code: 'DPAY_INVALID_REQUEST' })
    expect(await countRows()).toEqual(before)
    // Neither key is used up.
    expect(await submit(good, { 'X-Idempotency-Key': key })).toMatchObject({
      status: 200,
      body: { data: { idempotency_key: key } }
    })
  })

  it('names every field at fault', async () => {
    const { body } = await submit({ items: [{ ...item, amount: '0' }, { bank_code: 7 }] })
    expect(body.errors).toEqual([
      { field: 'items[0].amount', message: 'must be more than zero' },
      { field: 'items[1].account_owner_name', message: 'is required' },
      { field: 'items[1].bank_code', message: 'must be a string' },
      { field: 'items[1].account_number', message: 'is required' },
      { field: 'items[1].amount', message: 'is required' }
    ])
  })

  it.each([
    ['?force_disburse=yes', 'force_disburse must be true, false, 1 or 0, not "yes"'],
    ['?skip_validation=2', 'skip_validation must be true, false, 1 or 0, not "2"'],
    ['?force_disburse=true&force_disburse=false', 'force_disburse is given more than once']
  ])('for the query %s names the parameter', async (query, message) => {
    expect(await submit(good, {}, query)).toMatchObject({
      status: 400,
      body: { error: `the query parameter ${message}`, errors: [{ field: message.split(' ')[0] }] }
    })
  })

  it.each<[string, Record<string, string>]>([
    ['a key that is too long', { 'X-Idempotency-Key': 'k'.repeat(256) }],
    ['two spellings that differ', { 'X-Idempotency-Key': 'a', 'Idempotency-Key': 'b' }],
    ['a batch key outside ASCII', { idempotency_key: 'kunci-é' }]
  ])('for %s says so', async (_, headers) => {
    expect(await submit(good, headers)).toMatchObject({ status: 400, body: { error_code: 'DPAY_INVALID_REQUEST' } })
  })

  it('for a body over the limit is answered 413, whether it says its length or not', async () => {
    const before = await countRows()
    const tooLarge = JSON.stringify({ ...good, description: 'x'.repeat(400_000) })
    expect(await submit(tooLarge)).toMatchObject({
      status: 413,
      body: { error_code: 'REQUEST_BODY_TOO_LARGE', error: expect.stringContaining('at most 400000 bytes') }
    })
    const response = await fetch(`${server.url}/v1/disbursements/submit`, {
      method: 'POST',
      headers: { authorization: authorization() },
      body: new Blob([tooLarge]).stream(),
      duplex: 'half'
    } as RequestInit)
    expect(response.status).toBe(413)
    expect(await countRows()).toEqual(before)
  })

  it('for a body far over the limit still reads why', async () => {
    expect((await submit('x'.repeat(40_000_000))).status).toBe(413)
  })

  it('for a large body elsewhere is answered 413 too', async () => {
    const { status } = await send(`${server.url}/v1/disbursements/validate`, {
      method: 'POST',
      headers: { authorization: authorization() },
      body: 'x'.repeat(300_000)
    })
    expect(status).toBe(413)
  })
})

describe('idempotency keys of a submit', () => {
  it('give the first answer again, and refuse another body', async () => {
    const headers = { 'X-Idempotency-Key': randomUUID(), idempotency_key: randomUUID() }
    const first = await submit(good, headers)
    const again = await submit(JSON.stringify(good, null, 2), headers)
    expect(again).toMatchObject({ status: 200, body: first.body })
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    const before = await countRows()
    expect(await submit(withItem({}), headers)).toMatchObject({ status: 409, body: { error_code: 'IDEMPOTENCY_KEY_REUSED' } })
    expect(await submit(good, { ...headers, idempotency_key: randomUUID() })).toMatchObject({ status: 409 })
    expect(await submit(good, headers, '?force_disburse=1')).toMatchObject({ status: 409 })
    expect(await submit(good, { idempotency_key: headers.idempotency_key })).toMatchObject({ status: 403 })
    expect(await countRows()).toEqual(before)
  })

  it('make one batch of fifty requests at once', async () => {
    const before = await countRows()
    const headers = { 'X-Idempotency-Key': randomUUID() }
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit(good, headers)))
    const statuses = new Set(answers.map(({ status }) => status))
    expect([...statuses].every((status) => status === 200 || status === 409)).toBe(true)
    const taken = answers.filter(({ status }) => status === 200)
    expect(new Set(taken.map(({ body }) => body.data.id)).size).toBe(1)
    for (const { body, headers: answered } of answers.filter(({ status }) => status === 409)) {
      expect(body.error_code).toBe('REQUEST_ALREADY_SUBMITTED')
      expect(answered.get('retry-after')).toBe('1')
    }
    const after = await countRows()
    expect(after.batches - before.batches).toBe(1n)
    expect(after.items - before.items).toBe(1n)
  })

  it('make one batch of fifty requests at once with one batch key', async () => {
    const before = await countRows()
    const headers = { idempotency_key: randomUUID() }
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit(good, headers)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(49)
    expect((await countRows()).batches - before.batches).toBe(1n)
  })

  it('can be required by a setting', async () => {
    const strict = await startTestServer({ env: { ARUS_REQUIRE_REQUEST_KEY: 'true' } })
    try {
      const { call } = await strict.makeMerchant()
      const refused = await call('POST', '/v1/disbursements/submit', { body: good, headers: { idempotency_key: 'b' } })
      expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'X-Idempotency-Key' }] } })
      expect((await call('POST', '/v1/disbursements/dis_1/approve')).status).toBe(400)
      expect((await call('POST', '/v1/disbursements/submit', { body: good, headers: { 'X-Idempotency-Key': 'r' } })).status).toBe(
        200
      )
    } finally {
      await strict.stop()
    }
  })
})

describe('a batch that can not be seen', () => {
  it('answers 404 to another merchant, as if it did not exist', async () => {
    const other = await server.makeMerchant()
    const key = randomUUID()
    const { id } = (await submit(good, { idempotency_key: key })).body.data
    const unknown = 'dis_AAAAAAAAAA0000'
    for (const [method, path, body] of [
      ['GET', '/ID', undefined],
      ['GET', '/ID/items', undefined],
      ['GET', '/ID/status', undefined],
      ['DELETE', '/ID', undefined],
      ['POST', '/ID/approve', undefined],
      ['POST', '/ID/reject', { reason: 'mine' }],
      ['POST', '/status', { disbursement_batch_id: 'ID' }]
    ] as const) {
      const ask = (batchId: string) =>
        other.call(
          method,
          `/v1/disbursements${path.replace('ID', batchId)}`,
          body === undefined ? {} : { body: JSON.stringify(body).replace('ID', batchId) }
        )
      const [answer, answerToUnknown] = [await ask(id), await ask(unknown)]
      expect([path, answer.status]).toEqual([path, 404])
      expect({ ...answer.body, request_id: '' }).toEqual({ ...answerToUnknown.body, request_id: '' })
      expect(answer.body).toMatchObject({ error: 'disbursement not found', error_code: 'DPAY_NOT_FOUND' })
    }
    expect((await other.call('POST', '/v1/disbursements/status', { body: { idempotency_key: key } })).status).toBe(404)
    expect((await merchant.call('GET', `/v1/disbursements/${id}`)).body.data.status).toBe('draft')
    // The key of another merchant's batch is free.
    expect((await other.call('POST', '/v1/disbursements/submit', { body: good, headers: { idempotency_key: key } })).status).toBe(
      200
    )
  })

  it('is not looked for without a name', async () => {
    for (const body of [undefined, 'null', {}, { disbursement_batch_id: '' }, { idempotency_key: 7 }]) {
      const { status } = await merchant.call('POST', '/v1/disbursements/status', { body })
      expect(status).toBe(400)
    }
  })
})

describe('a batch that is being validated', () => {
  it('can not be approved yet', async () => {
    const { id } = (await submit(good)).body.data
    expect(await merchant.call('POST', `/v1/disbursements/${id}/approve`)).toMatchObject({
      status: 403,
      body: { error_code: 'INVALID_DISBURSEMENT_STATUS' }
    })
  })

  it('can be approved, deleted and read with whatever body a client sends along', async () => {
    for (const [body, headers] of [
      ['null', {}],
      ['', {}],
      [{ id: 'dis_x' }, {}],
      ['null\n', { 'content-type': 'text/plain' }],
      ['{}', { 'content-type': 'nonsense' }],
      ['{not json', {}]
    ] as const) {
      const { id } = (await submit(good, {}, '?skip_validation=1')).body.data
      expect((await merchant.call('POST', `/v1/disbursements/${id}/approve`, { body, headers })).status).toBe(200)
      const other = (await submit(good)).body.data.id
      expect((await merchant.call('DELETE', `/v1/disbursements/${other}`, { body, headers })).status).toBe(200)
    }
  })

  it('needs a reason to be rejected', async () => {
    const { id } = (await submit(good)).body.data
    for (const body of [undefined, {}, { reason: '' }, { reason: 7 }]) {
      const refused = await merchant.call('POST', `/v1/disbursements/${id}/reject`, { body })
      expect(refused.status).toBe(400)
    }
  })
})

describe('lists asked for wrongly', () => {
  it.each(['skip=-1', 'skip=x', 'limit=1001', 'Limit=1.5', 'status=paid', 'status=validating', 'limit=1&limit=2'])(
    'refuse %s and name the parameter',
    async (query) => {
      const { status, body } = await merchant.call('GET', `/v1/disbursements?${query}`)
      expect(status).toBe(400)
      expect(body.errors[0].field).toBe(query.split('=')[0]!.toLowerCase())
    }
  )

  it.each(['cursor=x', 'status=sending', 'skip=1e3'])('of items refuse %s', async (query) => {
    const { id } = (await submit(good)).body.data
    expect((await merchant.call('GET', `/v1/disbursements/${id}/items?${query}`)).status).toBe(400)
  })
})

describe('live mode', () => {
  it('refuses a submit without any key, and every payment while there is no live rail', async () => {
    const { call } = await server.makeMerchant({ isLive: true })
    const before = await countRows()
    expect(await call('POST', '/v1/disbursements/submit', { body: good })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'idempotency_key' }] }
    })
    const headers = { idempotency_key: randomUUID(), 'X-Idempotency-Key': randomUUID() }
    expect(await call('POST', '/v1/disbursements/submit', { body: good, headers })).toMatchObject({
      status: 503,
      body: { error_code: 'RAIL_NOT_CONFIGURED' }
    })
    expect(await call('POST', '/v1/disbursements/dis_1/approve')).toMatchObject({
      status: 503,
      body: { error_code: 'RAIL_NOT_CONFIGURED' }
    })
    expect(await countRows()).toEqual(before)
  })

  it('sees no test data, and test mode no live data', async () => {
    const bank = server.context.rails[0]!
    const both = await startTestServer({ context: { rails: [bank, { ...bank, name: 'live_bank', isLive: true }] } })
    try {
      const live = await both.makeMerchant({ isLive: true })
      const test = await both.makeMerchant()
      // The same merchant with a key of each mode.
      await both.pool.query('UPDATE api_keys SET merchant_id = $1 WHERE merchant_id = $2', [live.merchantId, test.merchantId])
      const headers = { idempotency_key: 'one', 'X-Idempotency-Key': 'one' }
      const liveId = (await live.call('POST', '/v1/disbursements/submit', { body: good, headers })).body.data.id
      const testId = (await test.call('POST', '/v1/disbursements/submit', { body: good, headers })).body.data.id
      expect(liveId).not.toBe(testId)
      expect((await test.call('GET', `/v1/disbursements/${liveId}`)).status).toBe(404)
      expect((await live.call('GET', `/v1/disbursements/${testId}`)).status).toBe(404)
      expect((await live.call('GET', `/v1/disbursements/${liveId}`)).body.data.is_live).toBe(true)
      expect(
        (await test.call('GET', '/v1/disbursements')).body.data.disbursements.map((batch: { id: string }) => batch.id)
      ).toEqual([testId])
    } finally {
      await both.stop()
    }
  })
})
