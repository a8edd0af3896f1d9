import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'
import { createCallPlaces } from '../workers/create-call-places.js'
import { inquireAccounts } from './inquire-accounts.js'

let server: TestServer
let merchant: TestMerchant

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  merchant = await server.makeMerchant()
})

const validate = (body: unknown, headers: Record<string, string> = {}, { call } = merchant) =>
  call('POST', '/v1/disbursements/validate', { body, headers })
const inquire = () =>
  inquireAccounts(
    { ...server.context, lanes: createCallPlaces(server.context.rails).openLanes() },
    { signal: new AbortController().signal, limit: 50 }
  )

describe('POST /v1/disbursements/validate', () => {
  it('answers processing first, then what the bank said', async () => {
    const account = { account_number: '0071234568', bank_code: 'bca' }
    expect(await validate(account)).toMatchObject({
      status: 200,
      body: { data: { ...account, account_holder: '', status: 'processing' } }
    })
    await inquire()
    expect((await validate(account)).body).toEqual({ data: { ...account, account_holder: 'Dummy Name', status: 'valid' } })
  })

  it("masks the holder's name of an e-wallet", async () => {
    const account = { account_number: '0811222334', bank_code: 'ovo' }
    await validate(account)
    await inquire()
    expect((await validate(account)).body.data.account_holder).toBe('D**** N***')
  })

  it('finds an account at an unknown bank invalid, not the request', async () => {
    const account = { account_number: '0071234568', bank_code: 'bcaa' }
    expect(await validate(account)).toMatchObject({
      status: 200,
      body: { data: { ...account, account_holder: '', status: 'invalid' } }
    })
  })

  it('gives the first answer again for the same key', async () => {
    const account = { account_number: '0071234568', bank_code: 'bca' }
    const headers = { 'X-Idempotency-Key': 'key-1' }
    await validate(account, headers)
    await inquire()
    const again = await validate(account, headers)
    expect(again.body.data.status).toBe('processing')
    expect(again.headers.get('idempotent-replayed')).toBe('true')
  })

  it('refuses bad input, and names every field', async () => {
    expect(await validate({ account_number: '12AB', bank_code: 5 })).toMatchObject({
      status: 400,
      body: {
        error_code: 'DPAY_INVALID_REQUEST',
        errors: [
          { field: 'account_number', message: 'must be 1 to 34 digits' },
          { field: 'bank_code', message: 'must be a string' }
        ]
      }
    })
  })

  it('answers 503 to a live key where no live rail is configured, and asks nobody', async () => {
    const live = await server.makeMerchant({ isLive: true })
    expect(await validate({ account_number: '0071234568', bank_code: 'bca' }, {}, live)).toMatchObject({
      status: 503,
      body: { error_code: 'RAIL_NOT_CONFIGURED' }
    })
    expect(await inquire()).toBe(0)
  })
})
