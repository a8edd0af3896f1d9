import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { APPLY_OTT, PROFILE, QUERY } from '../testing/sample-requests.js'
import { serveDana } from '../testing/serve-dana.js'
import type { RequestEvent, ResponseEvent, RetryEvent } from './hooks.js'

describe('hooks', () => {
  it('are told of each try, its answer, and why another follows', async () => {
    const told: [string, RequestEvent | ResponseEvent | RetryEvent][] = []
    const { dana } = await serveDana(
      (_request, before) =>
        before === 0 ? { status: 500, body: { responseCode: '5005501' } } : { body: { responseCode: '2005500' } },
      {
        hooks: {
          request: (event) => told.push(['request', event]),
          response: (event) => told.push(['response', event]),
          retry: (event) => told.push(['retry', event])
        }
      }
    )
    await dana.widgetApi.queryPayment(QUERY)
    expect(told.map(([hook, { attempt }]) => [hook, attempt])).toEqual([
      ['request', 1],
      ['response', 1],
      ['retry', 1],
      ['request', 2],
      ['response', 2]
    ])
    expect(told[0]![1]).toMatchObject({ operation: 'queryPayment', method: 'POST', body: QUERY })
    expect(told[1]![1]).toMatchObject({ status: 500, responseCode: '5005501' })
    expect(told[2]![1]).toMatchObject({ kind: 'unavailable', status: 500 })
    const ids = told.map(([, { externalId }]) => externalId)
    expect(ids[0]).toBe(ids[1])
    expect(ids[3]).not.toBe(ids[0])
  })

  it('see no token, code, secret, signature or value of a user resource', async () => {
    const told: unknown[] = []
    const tell = (event: unknown) => told.push(event)
    const body = {
      response: { body: { userResourceInfos: [{ resourceType: 'KTP_NUMBER', value: '3171000000000001' }] } },
      signature: 'signature-of-dana'
    }
    const { dana } = await serveDana(() => ({ body }), {
      clientSecret: 'open-sesame',
      hooks: { request: tell, response: tell, retry: tell }
    })
    await dana.widgetApi.queryUserProfile(PROFILE)
    await dana.widgetApi.applyOTT(APPLY_OTT)
    await dana.widgetApi.applyToken({ grantType: 'AUTHORIZATION_CODE', authCode: 'auth-code-1' })
    expect(told).toHaveLength(6)
    expect(JSON.stringify(told)).not.toMatch(/token-of-the-user|open-sesame|auth-code-1|3171000000000001|signature-of-dana/)
    for (const { headers } of told.filter((event): event is RequestEvent => 'headers' in (event as object))) {
      if ('X-SIGNATURE' in headers) expect(headers['X-SIGNATURE']).toBe('[redacted]')
    }
  })

  it('that throw fail no call', async () => {
    const fail = () => {
      throw new Error('the log is full')
    }
    const { dana } = await serveDana(() => ({ body: { responseCode: '2005500' } }), { hooks: { request: fail, response: fail } })
    expect(await dana.widgetApi.queryPayment(QUERY)).toEqual({ responseCode: '2005500' })
  })

  it('that reject end neither the call nor the process', async () => {
    const rejections: unknown[] = []
    const onRejection = (reason: unknown) => rejections.push(reason)
    process.on('unhandledRejection', onRejection)
    onTestFinished(() => void process.off('unhandledRejection', onRejection))
    const fail = async () => {
      throw new Error('the log is full')
    }
    const { dana } = await serveDana(() => ({ body: { responseCode: '2005500' } }), { hooks: { request: fail, response: fail } })
    expect(await dana.widgetApi.queryPayment(QUERY)).toEqual({ responseCode: '2005500' })
    await setTimeout(10)
    expect(rejections).toEqual([])
  })

  it('see no secret header, in whatever form an override gives them', async () => {
    const told: RequestEvent[] = []
    const { dana } = await serveDana(() => ({ body: {} }), { hooks: { request: (event) => told.push(event) } })
    const secret = 'Bearer token-of-the-user'
    const forms = [
      { 'Authorization-Customer': secret },
      [['Authorization-Customer', secret]],
      new Headers({ 'Authorization-Customer': secret })
    ]
    for (const headers of forms) await dana.widgetApi.queryPayment(QUERY, { headers: headers as Record<string, string> })
    const values = told.map(({ headers }) => Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
    expect(values).toEqual([1, 2, 3].map(() => [['authorization-customer', '[redacted]']]))
  })
})
