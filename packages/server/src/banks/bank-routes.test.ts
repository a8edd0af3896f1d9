import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/start-test-server.js'
import { BANKS } from './bank-list.js'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

describe('GET /v1/disbursements/banks', () => {
  it('lists every bank in one answer, each with an instruction that is an object', async () => {
    const merchant = await server.makeMerchant()
    const { status, body } = await merchant.call('GET', '/v1/disbursements/banks')
    expect(status).toBe(200)
    expect(body.data).toHaveLength(BANKS.length)
    expect(body.data[3]).toEqual({
      id: 15,
      name: 'Bank Central Asia',
      code: 'bca',
      instruction: {},
      type: 'disbursement',
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    })
  })
})
