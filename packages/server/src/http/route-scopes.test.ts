import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KEY_SCOPES, type KeyScope } from '../api-keys/key-scope.js'
import { listRoutes, type Route } from '../testing/list-routes.js'
import { startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'
import { ROUTE_SCOPES } from './route-scopes.js'

let server: TestServer
let routes: Route[]
let byScope: Record<KeyScope, TestMerchant>
beforeAll(async () => {
  server = await startTestServer()
  routes = await listRoutes(server.context)
  const { merchantId } = await server.makeMerchant()
  const makeKey = (scopes: KeyScope[]) => server.makeKey({ merchantId, isLive: false, terms: { scopes } })
  byScope = {
    read: await makeKey(['read']),
    submit: await makeKey(['submit']),
    approve: await makeKey(['approve']),
    manage: await makeKey(['manage'])
  }
})
afterAll(() => server.stop())

const item = { account_owner_name: 'Siti', bank_code: 'bca', amount: '10000', account_number: '8422640' }
const pathOf = ({ url }: Route) => url.replace(':id', 'no_such_1')

describe('scopes', () => {
  it('are one for each route that the server registers, and for no other', () => {
    expect(routes.length).toBeGreaterThan(20)
    expect(routes.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([...ROUTE_SCOPES.keys()].sort())
  })

  it('open a route to the key that has its scope, and to no key with all three others', async () => {
    for (const route of routes) {
      const needed = ROUTE_SCOPES.get(`${route.method} ${route.url}`)!
      const answers = await Promise.all(KEY_SCOPES.map((scope) => byScope[scope].call(route.method, pathOf(route))))
      const refused = KEY_SCOPES.filter((_scope, index) => {
        const { status, body } = answers[index]!
        return status === 403 && body.error_code === `SCOPE_${needed.toUpperCase()}_REQUIRED`
      })
      expect([route, refused]).toEqual([route, KEY_SCOPES.filter((scope) => scope !== needed)])
    }
  })

  it('are asked for a HEAD as for the GET', async () => {
    const head = async ({ secretKey }: TestMerchant) => {
      const authorization = `Basic ${Buffer.from(`${secretKey}:`).toString('base64')}`
      return (await fetch(`${server.url}/v1/disbursements`, { method: 'HEAD', headers: { authorization } })).status
    }
    expect([await head(byScope.read), await head(byScope.submit)]).toEqual([200, 403])
  })

  it('are both needed to submit and approve in one request, however it is written', async () => {
    for (const query of [
      'force_disburse=true',
      'force_disburse=1',
      'FORCE_DISBURSE=True',
      'force_disburse=1&skip_validation=1'
    ]) {
      const { status, body } = await byScope.submit.call('POST', `/v1/disbursements/submit?${query}`, { body: { items: [item] } })
      expect([query, status, body.error_code]).toEqual([query, 403, 'SCOPE_APPROVE_REQUIRED'])
    }
    expect((await byScope.read.call('GET', '/v1/disbursements')).body.data.count).toBe(0)
    const { status } = await byScope.submit.call('POST', '/v1/disbursements/submit?force_disburse=false', {
      body: { items: [item] }
    })
    expect(status).toBe(200)
  })

  it('keep the key that submitted a batch from approving it, and the one that approves from submitting', async () => {
    const submitted = await byScope.submit.call('POST', '/v1/disbursements/submit?skip_validation=1', { body: { items: [item] } })
    const { id } = submitted.body.data
    expect((await byScope.submit.call('POST', `/v1/disbursements/${id}/approve`)).body.error_code).toBe('SCOPE_APPROVE_REQUIRED')
    const again = await byScope.approve.call('POST', '/v1/disbursements/submit', { body: { items: [item] } })
    expect(again.body.error_code).toBe('SCOPE_SUBMIT_REQUIRED')
    expect((await byScope.approve.call('POST', `/v1/disbursements/${id}/approve`)).status).toBe(200)
  })

  it('refuse with the scope that is missing, before the body is read', async () => {
    const { status, body } = await byScope.read.call('POST', '/v1/disbursements/submit', { body: '{' })
    expect(status).toBe(403)
    expect(body).toEqual({
      error: 'this API key lacks the scope submit',
      error_code: 'SCOPE_SUBMIT_REQUIRED',
      message: 'this API key lacks the scope submit',
      request_id: body.request_id
    })
  })
})
