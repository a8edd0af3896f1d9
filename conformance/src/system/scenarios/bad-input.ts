import { randomUUID } from 'node:crypto'
import { BANKS } from '@arus/server'
import { expect, it } from 'vitest'
import { makeItem, VALID } from '../make-item.js'
import { MAX_BODY_BYTES, MAX_ITEMS, type System } from '../start-system.js'

const item = makeItem(VALID)
const withItem = (changes: object) => ({ items: [item, { ...item, ...changes }] })

type Refusal = { name: string; body: unknown; status?: number; code?: string; field?: string; query?: string }

const REFUSED_SUBMITS: Refusal[] = [
  { name: 'unparsable JSON', body: '{"items": [' },
  { name: 'no body at all', body: undefined, field: 'body' },
  { name: 'a list in place of a batch', body: [item], field: 'body' },
  { name: 'items of the wrong type', body: { items: 'all of them' }, field: 'items' },
  { name: 'an item of the wrong type', body: { items: [item, 7] }, field: 'items[1]' },
  { name: 'a name of the wrong type', body: { name: 7, items: [item] }, field: 'name' },
  { name: 'an amount of the wrong type', body: withItem({ amount: 10000 }), field: 'items[1].amount' },
  { name: 'an account number of the wrong type', body: withItem({ account_number: 8422640 }), field: 'items[1].account_number' },
  { name: 'missing items', body: { name: 'July' }, field: 'items' },
  { name: 'empty items', body: { items: [] }, field: 'items' },
  { name: 'one item over the limit', body: { items: Array.from({ length: MAX_ITEMS + 1 }, () => item) }, field: 'items' },
  { name: 'a missing owner', body: withItem({ account_owner_name: undefined }), field: 'items[1].account_owner_name' },
  { name: 'a missing bank', body: withItem({ bank_code: null }), field: 'items[1].bank_code' },
  ...['0', '-1', '1.234', '1e5', '10,000', '', '9999.99', '1000000000.01', '99999999999999999999', 'NaN', '0x2710'].map(
    (amount) => ({ name: `the amount ${JSON.stringify(amount)}`, body: withItem({ amount }), field: 'items[1].amount' })
  ),
  { name: 'an account number with letters', body: withItem({ account_number: '84A2264' }), field: 'items[1].account_number' },
  { name: 'an account number like 8.4E+09', body: withItem({ account_number: '8.4E+09' }), field: 'items[1].account_number' },
  { name: 'a query that is no boolean', body: { items: [item] }, query: '?force_disburse=maybe', field: 'force_disburse' },
  {
    name: 'a body over the limit',
    body: { items: [item], description: 'x'.repeat(MAX_BODY_BYTES) },
    status: 413,
    code: 'REQUEST_BODY_TOO_LARGE'
  }
]

/** Addresses that nobody outside can mean, in the spellings that filters miss. */
const PRIVATE_ADDRESSES = [
  'http://10.0.0.1/',
  'http://192.168.1.1:8080/hook',
  'http://169.254.169.254/latest/meta-data',
  'http://[::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://0x0a000001/',
  'http://0.0.0.0/'
]

export function badInput(system: () => System): void {
  it.each(REFUSED_SUBMITS)('a submit with $name is refused, and nothing of it is kept', async (refusal) => {
    const { body, status = 400, code = 'DPAY_INVALID_REQUEST', field, query = '' } = refusal
    const merchant = await system().makeMerchant()
    const before = await merchant.countRows()
    const headers = { idempotency_key: randomUUID(), 'X-Idempotency-Key': randomUUID() }
    const answer = await merchant.call('POST', `/v1/disbursements/submit${query}`, { body, headers })
    expect([answer.status, answer.body.error_code]).toEqual([status, code])
    if (field !== undefined) expect(answer.body.errors.map((error: { field: string }) => error.field)).toEqual([field])
    expect(answer.body.error).toMatch(/\w/)
    expect(answer.body.request_id).toMatch(/^dp_/)
    expect(await merchant.countRows()).toEqual(before)

    // Neither key is used up by what was refused.
    const corrected = await merchant.call('POST', '/v1/disbursements/submit', { body: { items: [item] }, headers })
    expect(corrected.status).toBe(200)
  })

  it('a submit with many faults has each of them named', async () => {
    const merchant = await system().makeMerchant()
    const body = {
      items: [
        { ...item, amount: '0' },
        { bank_code: 7, amount: '10000' }
      ]
    }
    const answer = await merchant.call('POST', '/v1/disbursements/submit', { body })
    expect(answer.body.errors.map((error: { field: string }) => error.field).sort()).toEqual([
      'items[0].amount',
      'items[1].account_number',
      'items[1].account_owner_name',
      'items[1].bank_code'
    ])
  })

  it.each(PRIVATE_ADDRESSES)('a webhook endpoint at %s is refused', async (url) => {
    const merchant = await system().makeMerchant()
    const before = await merchant.countRows()
    const { status, body } = await merchant.call('POST', '/v1/webhook_endpoints', { body: { url } })
    expect([status, body.error_code, body.errors?.[0]?.field]).toEqual([400, 'DPAY_INVALID_REQUEST', 'url'])
    expect(await merchant.countRows()).toEqual(before)
  })

  it.each([
    [{ bank_id: BANKS[0]!.id, amount: '0' }, 'amount'],
    [{ bank_id: BANKS[0]!.id, amount: '-5' }, 'amount'],
    [{ bank_id: BANKS[0]!.id, amount: '10000.123' }, 'amount'],
    [{ bank_id: 4711, amount: '10000' }, 'bank_id'],
    [{ amount: '10000' }, 'bank_id']
  ])('a top-up of %j is refused, and %s is named', async (body, field) => {
    const merchant = await system().makeMerchant()
    const before = await merchant.countRows()
    const answer = await merchant.call('POST', '/v1/disbursements/topup', { body })
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([400, field])
    expect(await merchant.countRows()).toEqual(before)
  })
}
