import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApi, type TestApi } from '../testing/start-api.js'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const ask = (body: unknown, key = api.merchantKey) => api.call('/v1.0/access-token/b2b.htm', body, { isTokenRequest: true, key })

it('gives older clients the token that they get before anything else', async () => {
  const { status, body } = await ask({ grantType: 'client_credentials' })
  expect([status, body]).toMatchObject([
    200,
    { responseCode: '2007300', responseMessage: 'Successful', tokenType: 'Bearer', expiresIn: '900' }
  ])
  expect(String(body.accessToken)).toMatch(/^[\w-]{43}$/)
  expect(api.requestLog.list()[0]).toMatchObject({ operation: 'b2bToken', signature: 'ok' })
})

it('refuses who signs with another key, and what is no such request', async () => {
  expect((await ask({ grantType: 'client_credentials' }, api.sandboxKey)).body.responseCode).toBe('4017300')
  expect((await ask({})).body).toMatchObject({
    responseCode: '4007302',
    responseMessage: 'Invalid Mandatory Field grantType'
  })
  expect((await ask({ grantType: 'AUTHORIZATION_CODE' })).body.responseCode).toBe('4007301')
  expect((await fetch(`${api.url}/v1.0/access-token/b2b.htm`)).status).toBe(405)
})
