import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { send, startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'

let server: TestServer
let merchant: TestMerchant
beforeAll(async () => {
  server = await startTestServer()
  merchant = await server.makeMerchant()
})
afterAll(() => server.stop())

/** Old clients read all of these, and fail where one is missing. */
function expectErrorBody(body: unknown, errorCode: string) {
  expect(body).toMatchObject({
    error: expect.any(String),
    error_code: errorCode,
    message: expect.any(String),
    request_id: expect.stringMatching(/^dp_[A-Za-z0-9]{14}$/)
  })
}

describe('the HTTP API', () => {
  it('answers unknown routes and methods in the shape of every error', async () => {
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/v1/nothing'],
      ['PATCH', '/v1/disbursements/dis_1'],
      ['PUT', '/healthz']
    ] as const) {
      const { status, body, headers } = await merchant.call(method, path)
      expect(status).toBe(404)
      expectErrorBody(body, 'DPAY_NOT_FOUND')
      expect(body.error).toBe(`there is no ${method} ${path}`)
      expect(headers.get('x-request-id')).toBe(body.request_id)
    }
  })

  it('tells who runs it how it is, without a key', async () => {
    expect(await send(`${server.url}/healthz`, {})).toMatchObject({ status: 200, body: { status: 'ok' } })
    expect(await send(`${server.url}/readyz`, {})).toMatchObject({ status: 200, body: { status: 'ok' } })
    await merchant.call('GET', '/v1/disbursements')
    const metrics = await send(`${server.url}/metrics`, {})
    expect(metrics.text).toContain(
      'arus_http_request_duration_seconds_count{method="GET",route="/v1/disbursements",status_code="200"}'
    )
    expect(metrics.text).toContain('arus_database_connections{state="idle"}')
  })

  it('gives its specification, as JSON and as a page that loads nothing from elsewhere', async () => {
    const document = await send(`${server.url}/openapi.json`, {})
    expect(document.body).toMatchObject({ openapi: expect.stringMatching(/^3\.1/), paths: expect.anything() })
    const page = await send(`${server.url}/docs`, {})
    expect(page.status).toBe(200)
    expect(page.text).toContain('swagger-ui')
    expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//)
  })

  it('answers what is not HTTP in the same shape', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.write('NONSENSE\r\n\r\n')
    await new Promise((resolve) => socket.once('close', resolve))
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request/)
    expectErrorBody(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))), 'DPAY_INVALID_REQUEST')
  })

  it.each(['/v1/disbursements/%00', '/v1/disbursements/dis_1%00/items', '/v1/disbursements/%zz'])(
    'knows nothing at %s',
    async (path) => {
      const { status, body } = await merchant.call('GET', path)
      expect(status).toBe(404)
      expectErrorBody(body, 'DPAY_NOT_FOUND')
    }
  )

  it('refuses a NUL character in the query', async () => {
    const { status, body } = await merchant.call('GET', '/v1/disbursements?status=%00')
    expect(status).toBe(400)
    expectErrorBody(body, 'DPAY_INVALID_REQUEST')
  })

  it('takes an identifier that is too long for one that does not exist', async () => {
    const { status, body } = await merchant.call('GET', `/v1/disbursements/${'x'.repeat(2000)}`)
    expect(status).toBe(404)
    expectErrorBody(body, 'DPAY_NOT_FOUND')
  })

  it('accepts a slash at the end', async () => {
    expect((await merchant.call('GET', '/v1/disbursements/')).status).toBe(200)
  })

  it('says nothing of what went wrong inside, but logs it under the id that it answers with', async () => {
    await server.pool.query('ALTER TABLE batches RENAME TO hidden')
    const { status, body } = await merchant.call('GET', '/v1/disbursements/dis_1')
    await server.pool.query('ALTER TABLE hidden RENAME TO batches')
    expect(status).toBe(500)
    expect(body).toEqual({
      error: 'internal error',
      message: 'internal error',
      error_code: 'DPAY_INTERNAL_ERROR',
      request_id: body.request_id
    })
    const line = server
      .readLog()
      .split('\n')
      .find((text) => text.includes(body.request_id) && text.includes('"error"'))
    expect(line).toContain('relation \\"batches\\" does not exist')
  })

  it('logs one line for each request, without key or account number', async () => {
    await merchant.call('GET', '/v1/disbursements/8422640123?key=dp_test_x')
    const line = server
      .readLog()
      .split('\n')
      .find((text) => text.includes('***0123'))
    expect(JSON.parse(line!)).toMatchObject({
      method: 'GET',
      statusCode: 404,
      merchantId: merchant.merchantId,
      requestId: expect.stringMatching(/^dp_/)
    })
    expect(server.readLog()).not.toContain(merchant.secretKey)
    expect(server.readLog()).not.toContain(Buffer.from(`${merchant.secretKey}:`).toString('base64'))
    expect(server.readLog()).not.toContain('8422640123')
  })

  it('keeps its answers out of caches', async () => {
    expect((await merchant.call('GET', '/v1/disbursements')).headers.get('cache-control')).toBe('no-store')
    expect((await merchant.call('GET', '/v1/disbursements/dis_1')).headers.get('cache-control')).toBe('no-store')
  })
})
