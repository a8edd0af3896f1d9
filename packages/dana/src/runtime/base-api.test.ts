import { inspect } from 'node:util'
import { startTestServer } from '@arus/calls/testing'
import { describe, expect, it, onTestFinished } from 'vitest'
import { FetchError } from '../errors/fetch-error.js'
import { ResponseError } from '../errors/response-error.js'
import { QUERY } from '../testing/sample-requests.js'
import { serveDana } from '../testing/serve-dana.js'
import { BaseAPI } from './base-api.js'
import { Configuration } from './configuration.js'
import type { InitOverrides, Middleware, RequestOpts } from './http-types.js'

/** What plain JavaScript, and DANA's own test scripts, do: call the protected method. */
type Open = { request(context: RequestOpts, initOverrides?: InitOverrides): Promise<Response> }
const open = (api: BaseAPI) => api as unknown as Open

async function serveBare(status = 200, body: unknown = { ok: true }) {
  const server = await startTestServer(() => ({ status, body }))
  onTestFinished(server.stop)
  return { ...server, api: new BaseAPI(new Configuration({ basePath: server.baseUrl, headers: { 'X-ALL': '1' } })) }
}

describe('a bare BaseAPI', () => {
  it('sends a request and gives the raw response', async () => {
    const { api, requests } = await serveBare()
    const response = await open(api).request({
      path: '/raw',
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      query: { page: 1, tags: ['a b', 'c'] },
      body: { a: 1 }
    })
    expect(await response.json()).toEqual({ ok: true })
    expect(requests[0]).toMatchObject({ path: '/raw', body: '{"a":1}', headers: { 'x-all': '1' } })
    expect(requests[0]!.query.getAll('tags')).toEqual(['a b', 'c'])
  })

  it('throws a ResponseError for a status that is no success', async () => {
    const { api } = await serveBare(401, { responseCode: '4015400' })
    const call = open(api).request({ path: '/', method: 'POST', headers: {} })
    await expect(call).rejects.toBeInstanceOf(ResponseError)
    await expect(call).rejects.toMatchObject({ status: 401, rawResponse: { responseCode: '4015400' } })
  })

  it('throws a FetchError without a connection', async () => {
    const { api, stop } = await serveBare()
    await stop()
    const call = open(api).request({ path: '/', method: 'GET', headers: {} })
    await expect(call).rejects.toBeInstanceOf(FetchError)
    await expect(call).rejects.toMatchObject({ outcome: 'not_sent', cause: expect.any(Error) })
  })

  it('sends a form as it is', async () => {
    const { api, requests } = await serveBare()
    const headers = { 'Content-Type': 'application/json' }
    await open(api).request({ path: '/', method: 'POST', headers, body: new URLSearchParams({ a: 'b' }) })
    expect(requests[0]!.body).toBe('a=b')
  })
})

describe('middleware', () => {
  it('works on the operations: what goes out, what comes back, each after the one before it', async () => {
    const { dana, requests } = await serveDana(() => ({ body: { responseCode: '2005500' } }))
    const seen: string[] = []
    const note = (name: string): Middleware => ({
      async pre({ url, init }) {
        seen.push(`${name} ${typeof init.body}`)
        return { url, init: { ...init, headers: { ...(init.headers as Record<string, string>), [`X-${name}`]: '1' } } }
      },
      async post({ response }) {
        const body = (await response.json()) as Record<string, unknown>
        return Response.json({ ...body, transactionStatusDesc: `${body.transactionStatusDesc ?? ''}${name}` })
      }
    })
    const api = dana.widgetApi.withMiddleware(note('one')).withMiddleware(note('two'))
    expect(await api.queryPayment(QUERY)).toEqual({ responseCode: '2005500', transactionStatusDesc: 'onetwo' })
    expect(seen).toEqual(['one string', 'two string'])
    expect(requests[0]!.headers).toMatchObject({ 'x-one': '1', 'x-two': '1' })
    await dana.widgetApi.queryPayment(QUERY)
    expect(seen).toHaveLength(2)
  })

  it('may answer in place of a connection that failed', async () => {
    const { dana, stop } = await serveDana(() => ({}))
    await stop()
    const api = dana.widgetApi.withMiddleware({
      async onError({ error }) {
        expect(error).toBeInstanceOf(Error)
        return Response.json({ responseCode: '2005500' })
      }
    })
    expect(await api.queryPayment(QUERY)).toEqual({ responseCode: '2005500' })
  })

  it('of one kind only can be added by its own name', async () => {
    const { dana } = await serveDana(() => ({ body: {} }))
    const seen: string[] = []
    const api = dana.widgetApi
      .withPreMiddleware(async () => void seen.push('pre'))
      .withPostMiddleware(async () => void seen.push('post'))
    await api.queryPayment(QUERY)
    expect(seen).toEqual(['pre', 'post'])
    expect(inspect(api)).toBe('WidgetApi {}')
  })

  it('that throws is not taken for a failed connection', async () => {
    const { dana, requests } = await serveDana(() => ({ body: {} }))
    const api = dana.widgetApi.withPostMiddleware(async () => {
      throw new TypeError('of the program')
    })
    await expect(api.queryPayment(QUERY)).rejects.toThrow(TypeError)
    expect(requests).toHaveLength(1)
  })
})
