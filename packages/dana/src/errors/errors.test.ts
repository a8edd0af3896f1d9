import { describe, expect, it } from 'vitest'
import { failureOf } from '../testing/failure-of.js'
import { CANCEL, PROFILE } from '../testing/sample-requests.js'
import { serveDana } from '../testing/serve-dana.js'
import { FetchError } from './fetch-error.js'
import { ResponseError } from './response-error.js'
import { ValidationError } from './validation-error.js'

describe('the error of an answer', () => {
  it('keeps the fields and the message of dana-node, and adds what DANA said', async () => {
    const body = { responseCode: '4015700', responseMessage: 'Unauthorized. Invalid Signature' }
    const { dana } = await serveDana(() => ({ status: 401, body }))
    expect(await failureOf(dana.widgetApi.cancelOrder(CANCEL))).toMatchObject({
      name: 'ResponseError',
      message: '[DANA SDK Error] 401 Unauthorized',
      rawResponse: body,
      status: 401,
      errorCode: undefined,
      errorMessage: 'Unauthorized',
      kind: 'unauthorized',
      outcome: 'refused',
      ...body
    })
  })

  it.each([
    ['HTML', 504, '<html>504</html>'],
    ['nothing', 500, ''],
    ['half of a JSON', 502, '{"responseCode":'],
    ['a JSON text', 503, '"busy"']
  ])('keeps the HTTP status when the body is %s', async (_what, status, rawBody) => {
    const { dana } = await serveDana(() => ({ status, rawBody, headers: { 'content-type': 'text/html' } }))
    const error = await failureOf(dana.widgetApi.cancelOrder(CANCEL))
    const rawResponse = rawBody === '"busy"' ? 'busy' : rawBody
    expect(error).toMatchObject({ name: 'ResponseError', status, rawResponse, kind: 'unavailable', outcome: 'unknown' })
  })

  it.each(['', 'OK', '[]', 'null', '"x"'])('is unreadable, never a success, when a 200 says %j', async (rawBody) => {
    const { dana } = await serveDana(() => ({ rawBody }))
    const error = await failureOf(dana.widgetApi.cancelOrder(CANCEL))
    expect(error).toMatchObject({ name: 'ResponseError', status: 200, kind: 'unreadable', outcome: 'unknown' })
  })

  it('reads the Open API’s codes where SNAP’s are', async () => {
    const body = { response: { body: { resultInfo: { resultStatus: 'F', resultCodeId: '00000019', resultMsg: 'no' } } } }
    const { dana } = await serveDana(() => ({ status: 400, body }))
    const error = await failureOf(dana.widgetApi.queryUserProfile(PROFILE))
    expect(error).toMatchObject({ responseCode: '00000019', responseMessage: 'no', kind: 'invalid_request' })
    expect(error.externalId).toMatch(/^sdk.{33}$/)
  })

  it('made by hand, as tests of dana-node’s users make it, has the same fields', () => {
    const error = new ResponseError({ error_code: 'X', message: 'why' }, 404, 'Not Found')
    expect(error).toMatchObject({ errorCode: 'X', errorMessage: 'why', status: 404, attempts: 1, outcome: 'unknown' })
  })
})

describe('instanceof', () => {
  it('knows an error of another copy of the package, and tells the classes apart', async () => {
    const path = './fetch-error.js?another-copy'
    const other: typeof import('./fetch-error.js') = await import(/* @vite-ignore */ path)
    expect(other.FetchError).not.toBe(FetchError)
    const error = new other.FetchError(new Error('reset'))
    expect(error).toBeInstanceOf(FetchError)
    expect(error).not.toBeInstanceOf(ResponseError)
    expect(new ValidationError([])).not.toBeInstanceOf(FetchError)
    expect((undefined as unknown) instanceof FetchError).toBe(false)
  })

  it('tells a derived class from its base', () => {
    class Mine extends FetchError {}
    expect(new Mine(new Error('x'))).toBeInstanceOf(FetchError)
    expect(new FetchError(new Error('x'))).not.toBeInstanceOf(Mine)
  })
})
