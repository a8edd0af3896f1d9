import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BATCH, type ClientSession, FEE, startClientSession } from './client-session.js'

// What the clients in use decode answers into, above all Go's typed fields, which fail on another type. Looked at in the
// text of the answers: to a parser of JavaScript 6000, 6000.0 and 6e3 are the same, to Go's integers they are not.

const AMOUNT = /^\d+\.\d\d$/
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/
const LARGEST_UINT16 = 65_535
const LARGEST_UINT32 = 4_294_967_295

type Answers = Record<
  'submitted' | 'batch' | 'items' | 'banks' | 'topup' | 'topupDetail' | 'balance' | 'approved' | 'deleted',
  string
>

let client: ClientSession
let answers: Answers
beforeAll(async () => {
  client = await startClientSession({ 'Content-Type': 'application/json' })
  answers = await collectAnswers()
})
afterAll(() => client.stop())

async function collectAnswers(): Promise<Answers> {
  const text = async (method: string, path: string, body?: object) => {
    const request = body === undefined ? {} : { body: JSON.stringify(body) }
    return (await client.send(method, path, { ...request, headers: { 'X-Idempotency-Key': randomUUID() } })).text
  }
  const banks = await text('GET', '/disbursements/banks')
  const topup = await text('POST', '/disbursements/topup', { bank_id: JSON.parse(banks).data[0].id, amount: '10000' })
  const topupDetail = await text('GET', `/disbursements/topup/${JSON.parse(topup).data.id}`)
  const { id: deletedId } = JSON.parse(await text('POST', '/disbursements/submit', BATCH)).data
  const deleted = await text('DELETE', `/disbursements/${deletedId}`)
  const submitted = await text('POST', '/disbursements/submit', BATCH)
  const { id } = JSON.parse(submitted).data
  await client.untilStatus(id, 'need_approval')
  const approved = await text('POST', `/disbursements/${id}/approve?ignore_invalid=true`)
  await client.untilStatus(id, 'partially_success')
  const batch = await text('GET', `/disbursements/${id}`)
  const items = await text('GET', `/disbursements/${id}/items`)
  return {
    submitted,
    approved,
    deleted,
    batch,
    items,
    banks,
    topup,
    topupDetail,
    balance: await text('GET', '/disbursements/topup/balance')
  }
}

/** The numbers that stand behind a name, as they are written. */
const numbersOf = (answer: keyof Answers, name: string) =>
  [...answers[answer].matchAll(new RegExp(`"${name}":([^,}\\]]*)`, 'g'))].map((match) => match[1]!)
const dataOf = (answer: keyof Answers) => JSON.parse(answers[answer]).data

describe('what typed clients decode', () => {
  it.each([
    ['batch', 'fees', LARGEST_UINT32],
    ['balance', 'balance', Number.MAX_SAFE_INTEGER],
    ['submitted', 'total_disbursements', LARGEST_UINT16],
    ['approved', 'total_disbursements', LARGEST_UINT16],
    ['batch', 'total_disbursements', LARGEST_UINT16],
    ['items', 'count', LARGEST_UINT16],
    ['topup', 'unique_code', 999],
    ['topupDetail', 'unique_code', 999],
    ['banks', 'id', LARGEST_UINT32]
  ] as const)('in %s, %s is a JSON integer of at most %i', (answer, name, largest) => {
    const numbers = numbersOf(answer, name)
    expect(numbers.length).toBeGreaterThan(0)
    for (const number of numbers) {
      expect(number).toMatch(/^(0|[1-9]\d*)$/)
      expect(Number(number)).toBeLessThanOrEqual(largest)
    }
  })

  it('fees are those of the valid items, in whole rupiah', () => {
    expect(numbersOf('batch', 'fees')).toEqual([String(FEE)])
  })

  it('amounts are strings with two decimals', () => {
    const amounts = [
      dataOf('submitted').total_amount,
      dataOf('approved').total_amount,
      dataOf('batch').total_amount,
      dataOf('topup').total_amount,
      dataOf('topupDetail').total_amount,
      ...dataOf('items').disbursement_batch_items.map(({ amount }: { amount: string }) => amount)
    ]
    for (const amount of amounts) expect(amount).toMatch(AMOUNT)
    expect(dataOf('topupDetail').actual_amount).toBe('')
  })

  it('times are RFC 3339, or null: never an empty string, which Go can not read', () => {
    const { created_at, updated_at, approved_at, last_sync_status_at } = dataOf('batch')
    const [done, invalid] = dataOf('items').disbursement_batch_items
    const times = [
      created_at,
      updated_at,
      approved_at,
      last_sync_status_at,
      ...[done, invalid].flatMap((item) => [
        item.created_at,
        item.updated_at,
        item.disbursement_status_set_at,
        item.last_sync_status_at
      ]),
      dataOf('topup').expiry_date,
      dataOf('topupDetail').expiry_date,
      ...dataOf('banks').flatMap((bank: Record<string, string>) => [bank.created_at, bank.updated_at])
    ]
    for (const time of times) if (time !== null) expect(time).toMatch(RFC_3339)
    expect([created_at, updated_at, approved_at].every((time) => RFC_3339.test(time))).toBe(true)
  })

  it('the time of an approval that has not come is written as Go writes no time', async () => {
    const { id } = await client.succeed('POST', '/disbursements/submit?skip_validation=1', { body: JSON.stringify(BATCH) })
    expect((await client.succeed('GET', `/disbursements/${id}`)).approved_at).toBe('0001-01-01T00:00:00Z')
  })

  it('banks are a list, each with an object as its instruction', () => {
    const banks = dataOf('banks')
    expect(Array.isArray(banks)).toBe(true)
    for (const { instruction, type, code, name } of banks) {
      expect([typeof instruction, Array.isArray(instruction), instruction !== null]).toEqual(['object', false, true])
      expect([type, typeof code, typeof name]).toEqual(['disbursement', 'string', 'string'])
    }
  })

  it('the holder of the account to top up to stands under both of its names', () => {
    const { account_holder_name, bank_holder_name } = dataOf('topup').transfer_to
    expect(account_holder_name).not.toBe('')
    expect(bank_holder_name).toBe(account_holder_name)
  })

  it('the data of a deletion is a string', () => {
    expect(dataOf('deleted')).toBe('Deleted Successfully')
  })

  it('a batch has the names of every generation of the protocol, and each field its type', () => {
    expect(dataOf('batch')).toMatchObject({
      type: 'batch',
      submission_id: null,
      approver: expect.any(String),
      maker: null,
      created_from: 'api',
      updated_by: '',
      is_live: false,
      general_notes: ''
    })
    const [done, invalid] = dataOf('items').disbursement_batch_items
    expect(done).toMatchObject({ is_deleted: false, allow_retrigger: false, split_id: '', failure_reason: '', fee: '3000.00' })
    expect('invalid_fields' in done).toBe(false)
    expect(invalid.invalid_fields).toEqual(
      ['bank_code', 'account_number'].map((key) => ({ key, message: 'Invalid BankCode/AccountNumber', metadata: {} }))
    )
    expect(dataOf('items').submission_status).toBe('completed')
  })
})
