import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BankServer, startBankServer } from './start-bank-server.js'

let bank: BankServer
const errors: unknown[] = []

beforeAll(async () => {
  bank = await startBankServer({ port: 0, refusesRepeats: false, onError: (error) => errors.push(error) })
})
afterAll(() => bank.stop())

async function call(method: string, path: string, body?: unknown) {
  const response = await fetch(`${bank.url}${path}`, {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) })
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const transfer = {
  reference: 'dis_item_1',
  amount: '10000.00',
  bank_code: 'bca',
  account_number: '8422640',
  account_owner_name: 'Jane Doe',
  repeats: 'booked'
}

describe('the simulated bank as a server', () => {
  it.each([
    ['amount', { ...transfer, amount: 10_000 }],
    ['amount', { ...transfer, amount: '0.00' }],
    ['reference', { ...transfer, reference: '' }],
    ['bank_code', { ...transfer, bank_code: undefined }],
    ['account_number', { ...transfer, account_number: 'x'.repeat(501) }],
    ['repeats', { ...transfer, repeats: 'perhaps' }],
    ['the body', 'nonsense'],
    ['the body', [transfer]]
  ])('names what is wrong in a transfer, and books nothing: %s', async (name, body) => {
    const answer = await call('POST', '/transfers', body)
    expect(answer).toMatchObject({ status: 400, body: { code: 'MALFORMED' } })
    expect(answer.body.message).toMatch(new RegExp(`^${name}`))
    expect((await call('GET', '/book')).body).toEqual({ entries: [] })
  })

  it('knows only its own paths', async () => {
    expect(await call('GET', '/transfer')).toMatchObject({ status: 404, body: { code: 'NO_SUCH_PATH' } })
    expect(await call('GET', '/transfers/%zz')).toMatchObject({ status: 400 })
    expect(await call('GET', '/transfers/none')).toMatchObject({ status: 404, body: { code: 'NO_SUCH_REFERENCE' } })
  })

  it('changes how long it takes while it runs', async () => {
    expect(await call('PATCH', '/settings', { latency_ms: 20 })).toEqual({
      status: 200,
      body: { latency_ms: 20, refuses_repeats: false }
    })
    expect(await call('PATCH', '/settings', { latency_ms: 0.5 })).toMatchObject({ status: 400 })
    expect((await call('PATCH', '/settings', { latency_ms: 0 })).body).toMatchObject({ latency_ms: 0 })
  })

  it('ends a call with more in it than a transfer has', async () => {
    await expect(call('POST', '/transfers', 'x'.repeat(100_000))).rejects.toThrow()
    expect(errors).toEqual([])
  })
})
