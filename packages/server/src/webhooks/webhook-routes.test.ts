import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'

let server: TestServer
let merchant: TestMerchant
beforeAll(async () => {
  server = await startTestServer({ env: { ARUS_WEBHOOK_ALLOW: '127.0.0.0/8' } })
  merchant = await server.makeMerchant()
})
afterAll(() => server.stop())

const create = (body: unknown, by = merchant) => by.call('POST', '/v1/webhook_endpoints', { body })

describe('webhook endpoints', () => {
  it('are made with a secret that is shown once, and listed newest first without it', async () => {
    const first = await create({ url: 'http://127.0.0.1:9000/hook' })
    expect(first).toMatchObject({
      status: 200,
      body: {
        data: {
          id: expect.stringMatching(/^whe_[A-Za-z0-9]{14}$/),
          url: 'http://127.0.0.1:9000/hook',
          events: null,
          secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
          is_live: false
        }
      }
    })
    const events = ['disbursement.completed', 'disbursement.settling']
    const second = await create({ url: 'http://127.0.0.1:9000/other', events: [...events, events[0]] })
    expect(second.body.data.events).toEqual(events)

    const { body, text } = await merchant.call('GET', '/v1/webhook_endpoints')
    expect(body.data.count).toBe(2)
    expect(body.data.webhook_endpoints.map((endpoint: { id: string }) => endpoint.id)).toEqual([
      second.body.data.id,
      first.body.data.id
    ])
    expect(text).not.toContain('whsec_')
    const page = await merchant.call('GET', '/v1/webhook_endpoints?skip=1&limit=1')
    expect(page.body.data).toMatchObject({ count: 2, webhook_endpoints: [{ id: first.body.data.id }] })
  })

  it('keep their secrets sealed in the database and out of the log', async () => {
    const { secret, id } = (await create({ url: 'http://127.0.0.1:9000/sealed' })).body.data
    const { rows } = await server.pool.query(
      'SELECT webhook_endpoints::text AS row, sealed_secret FROM webhook_endpoints WHERE id = $1',
      [id]
    )
    expect(rows[0].row + rows[0].sealed_secret.toString('latin1')).not.toContain(secret.slice('whsec_'.length))
    expect(server.readLog()).not.toContain(secret)
  })

  it('get another secret when asked for', async () => {
    const made = (await create({ url: 'http://127.0.0.1:9000/rotated' })).body.data
    const rotated = await merchant.call('POST', `/v1/webhook_endpoints/${made.id}/rotate`)
    expect(rotated.status).toBe(200)
    expect({ ...rotated.body.data, secret: '' }).toEqual({ ...made, secret: '' })
    expect(rotated.body.data.secret).toMatch(/^whsec_/)
    expect(rotated.body.data.secret).not.toBe(made.secret)
  })

  it('are gone once deleted, and another merchant or the other mode never sees them', async () => {
    const made = (await create({ url: 'http://127.0.0.1:9000/deleted' })).body.data
    const stranger = await server.makeMerchant()
    expect((await stranger.call('GET', '/v1/webhook_endpoints')).body.data).toEqual({ webhook_endpoints: [], count: 0 })
    for (const [method, path] of [
      ['DELETE', `/v1/webhook_endpoints/${made.id}`],
      ['POST', `/v1/webhook_endpoints/${made.id}/rotate`]
    ] as const) {
      expect(await stranger.call(method, path)).toMatchObject({
        status: 404,
        body: { error_code: 'DPAY_NOT_FOUND', error: 'webhook endpoint not found' }
      })
    }
    expect(await merchant.call('DELETE', `/v1/webhook_endpoints/${made.id}`)).toMatchObject({
      status: 200,
      body: { data: 'Deleted Successfully' }
    })
    expect((await merchant.call('DELETE', `/v1/webhook_endpoints/${made.id}`)).status).toBe(404)
    expect((await merchant.call('GET', '/v1/webhook_endpoints')).text).not.toContain(made.id)
  })

  it.each([
    [{}, 'url', 'is required'],
    [null, 'url', 'is required'],
    [{ url: 7 }, 'url', 'must be a string'],
    [{ url: '/hook' }, 'url', 'must be an absolute URL'],
    [{ url: 'ftp://shop.example/' }, 'url', 'must be an absolute URL'],
    [{ url: 'http://' }, 'url', 'must be an absolute URL'],
    [{ url: 'http:\\\\shop.example' }, 'url', 'must be an absolute URL'],
    [{ url: 'http://shop.example/a b' }, 'url', 'must not have spaces'],
    [{ url: 'http://shop.example/\thook' }, 'url', 'must not have spaces'],
    [{ url: 'http://user:secret@shop.example/' }, 'url', 'must not have a user name'],
    [{ url: 'http://shop.example/#top' }, 'url', 'must not have a fragment'],
    [{ url: 'http://shop.example:25/' }, 'url', 'must be at port 80, 443 or one above 1023'],
    [{ url: 'https://shop.example:6667/' }, 'url', 'must be at port 80, 443 or one above 1023'],
    [{ url: `http://shop.example/${'a'.repeat(2048)}` }, 'url', 'must not be longer'],
    [{ url: 'http://10.0.0.1/' }, 'url', 'must be at a public address'],
    [{ url: 'http://0xa.1/' }, 'url', 'must be at a public address'],
    [{ url: 'http://[::1]/' }, 'url', 'must be at a public address'],
    [{ url: 'http://169.254.169.254/latest/meta-data' }, 'url', 'must be at a public address'],
    [{ url: 'http://[::ffff:10.0.0.1]/' }, 'url', 'must be at a public address'],
    [{ url: 'http://8.8.8.8/', events: [] }, 'events', 'at least one'],
    [{ url: 'http://8.8.8.8/', events: 'disbursement.completed' }, 'events', 'must be a list'],
    [{ url: 'http://8.8.8.8/', events: ['disbursement.completed', 'disbursement.*'] }, 'events[1]', 'must be one of']
  ])('are refused with 400 when made with %j', async (request, field, message) => {
    const before = (await merchant.call('GET', '/v1/webhook_endpoints')).body.data.count
    const { status, body } = await create(request)
    expect({ status, errors: body.errors }).toEqual({
      status: 400,
      errors: [{ field, message: expect.stringContaining(message) }]
    })
    expect((await merchant.call('GET', '/v1/webhook_endpoints')).body.data.count).toBe(before)
  })

  it('are refused at a name that means a private address, unless the operator opened that', async () => {
    const closed = await startTestServer()
    try {
      const owner = await closed.makeMerchant()
      expect(await create({ url: 'http://localhost:9000/' }, owner)).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'url', message: 'must be at a public address' }] }
      })
    } finally {
      await closed.stop()
    }
    expect((await create({ url: 'http://localhost:9000/' })).status).toBe(200)
  })

  it('are at https in live mode, and fifty at most', async () => {
    const owner = await server.makeMerchant()
    const live = await server.makeMerchant({ isLive: true })
    expect((await create({ url: 'http://8.8.8.8/' }, live)).body.errors).toEqual([
      { field: 'url', message: 'must begin with https:// in live mode' }
    ])
    expect(await create({ url: 'https://8.8.8.8/' }, live)).toMatchObject({ status: 200, body: { data: { is_live: true } } })
    for (let count = 0; count < 50; count++) expect((await create({ url: `http://8.8.8.8/${count}` }, owner)).status).toBe(200)
    expect(await create({ url: 'http://8.8.8.8/51' }, owner)).toMatchObject({
      status: 400,
      body: { error_code: 'DPAY_INVALID_REQUEST' }
    })
  })
})
