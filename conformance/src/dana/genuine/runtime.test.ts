import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CapturedCall } from '../world/capture-call.js'
import { fixWorld, releaseWorld } from '../world/fixed-world.js'
import { privatePem } from '../world/recorded-keys.js'
import { describeError, expectSame, RUNTIMES, type Runtime } from './compare-runtimes.js'

const key = privatePem('merchant')

beforeEach(() => fixWorld({ env: { X_PARTNER_ID: 'partner-1' } }))
afterEach(releaseWorld)

describe('the utilities of the runtime', () => {
  it('sign, and set the same headers in the same order', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.boolean(),
        fc.option(fc.webUrl(), { nil: undefined }),
        (path, body, debug, origin) => {
          expectSame(({ DanaHeaderUtil }) => {
            const headers = { 'Content-Type': 'application/json' }
            DanaHeaderUtil.populateSnapB2BScenarioHeader(headers, 'POST', path, body, key, origin as string, 'partner-1', debug)
            return Object.entries(headers).filter(([, value]) => value !== undefined)
          })
          expectSame(({ DanaHeaderUtil }) => {
            const headers = {}
            DanaHeaderUtil.populateSnapAccountB2B2CScenarioHeader(
              headers,
              'POST',
              path,
              body,
              key,
              'o',
              'p',
              body,
              '10.0.0.1',
              'device',
              '1',
              '2'
            )
            return Object.entries(headers)
          })
          expectSame(({ DanaSignatureUtil }) => DanaSignatureUtil.generateOpenApiScenarioSignature(key, body))
          expectSame(({ DanaSignatureUtil }) => DanaSignatureUtil.generateSnapApplyTokenScenarioSignature(path, key, body))
        }
      ),
      { numRuns: 50 }
    )
  })

  it('write the same query', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
    const list = fc.array(value, { maxLength: 3 })
    const set = list.map((elements) => new Set(elements))
    const { tree } = fc.letrec((tie) => ({
      tree: fc.dictionary(
        fc.string({ minLength: 1 }),
        fc.oneof({ depthSize: 'small' }, value, list, set, fc.constant(new Date(0)), tie('tree')),
        {
          noNullPrototype: true
        }
      )
    }))
    fc.assert(fc.property(tree, (params) => expectSame(({ querystring }) => querystring(params as never))))
  })

  it('check one value by its limits alike', () => {
    const values = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.array(fc.integer({ max: 3, min: 0 })),
      fc.constantFrom(null, undefined, true)
    )
    const small = fc.option(fc.nat(5), { nil: undefined })
    const limits = fc.record(
      {
        maxLength: small,
        minLength: small,
        maximum: small,
        minimum: small,
        multipleOf: fc.integer({ min: 1, max: 4 }),
        maxItems: small,
        minItems: small,
        uniqueItems: fc.boolean(),
        exclusiveMaximum: fc.boolean(),
        exclusiveMinimum: fc.boolean(),
        pattern: fc.constant(/^a/)
      },
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(values, limits, (given, attributes) => {
        expectSame(({ ValidationUtil }) => ValidationUtil.validateProperty('field', given, attributes))
      }),
      { numRuns: 1000 }
    )
  })

  it('have the same small things', () => {
    expectSame(({ BASE_PATH, Env, COLLECTION_FORMATS }) => [BASE_PATH, Env, COLLECTION_FORMATS])
    expectSame(({ exists }) => [{ a: 0 }, { a: null }, {}, { a: undefined }].map((json) => exists(json, 'a')))
    expectSame(({ mapValues }) => mapValues({ a: 1, b: 2 }, (item) => item * 2))
    expectSame(({ canConsumeForm }) => [[{ contentType: 'multipart/form-data' }], [{ contentType: 'a' }], []].map(canConsumeForm))
    expectSame(({ getBasePathByEnv }) => ['sandbox', 'production'].map(getBasePathByEnv))
    expectSame(({ getBasePathByEnv }) => getBasePathByEnv('staging'))
    expectSame(({ ValidationUtil }) =>
      ValidationUtil.getValidationErrorMessage([
        { field: 'a', message: 'b' },
        { field: 'c', message: 'd' }
      ])
    )
  })

  it('configure alike', () => {
    const parameters = [
      {},
      { basePath: 'http://a', username: 'u', password: 'p', headers: { a: 'b' }, credentials: 'include' as const }
    ]
    for (const given of parameters) {
      expectSame(({ Configuration }) => {
        const { basePath, username, password, headers, credentials, middleware, fetchApi, apiKey } = new Configuration(given)
        return { basePath, username, password, headers, credentials, middleware, fetchApi, apiKey }
      })
    }
    expectSame(({ Configuration }) => new Configuration({ apiKey: 'k' }).apiKey?.('name'))
    expectSame(({ Configuration }) => {
      const configuration = new Configuration({ basePath: 'http://a' })
      configuration.config = new Configuration({ basePath: 'http://b' })
      return configuration.basePath
    })
  })

  it('make the same errors', () => {
    const bodies = [
      undefined,
      null,
      'text',
      {},
      { error: 'e', message: 'm' },
      { error_code: 1, error_message: 2 },
      { errorCode: 'c', errorMessage: 'd', status: 400 }
    ]
    for (const body of bodies) {
      for (const status of [404, '404', undefined, 0])
        expectSame(({ ResponseError }) => describeError(new ResponseError(body, status, 'Not Found')))
    }
    expectSame(({ RequiredError }) => describeError(new RequiredError('field', 'message')))
    expectSame(({ RequiredError }) => describeError(new RequiredError('field')))
    expectSame(({ ValidationError }) => describeError(new ValidationError([{ field: 'a', message: 'b' }])))
    expectSame(({ FetchError }) => describeError(new FetchError(new Error('no'), 'message')))
  })
})

describe('an API made on BaseAPI', () => {
  const anyContext = fc.record(
    {
      path: fc.constantFrom('/a', '/b/c'),
      method: fc.constantFrom('GET', 'POST'),
      headers: fc.constantFrom(
        {},
        { 'Content-Type': 'application/json' },
        { 'Content-Type': 'text/plain' },
        { 'Content-Type': 'application/vnd.x+json; charset=utf-8' }
      ),
      query: fc.constantFrom({}, { a: '1', b: ['2', '3'] }),
      body: fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constant(undefined))
    },
    { requiredKeys: ['path', 'method', 'headers'] }
  )
  const anyOverride = fc.constantFrom(
    undefined,
    { headers: { only: 'this' } },
    { body: { other: 1 } },
    { method: 'PUT', redirect: 'error' },
    async ({ init }: { init: { headers: object } }) => ({ headers: { ...init.headers, more: '1' } }),
    async () => ({ body: 'text' })
  )
  const anyAnswer = fc.record({
    status: fc.constantFrom(200, 201, 202, 299, 300, 400, 404, 429, 500),
    body: fc.dictionary(fc.constantFrom('error', 'message', 'errorCode', 'responseCode'), fc.string())
  })

  async function ask(
    from: Runtime,
    context: object,
    override: unknown,
    answer: { status: number; body: object }
  ): Promise<unknown> {
    const calls: CapturedCall[] = []
    const seen: string[] = []
    const fetchApi = async (url: string, init: RequestInit) => {
      calls.push({ url, ...init } as never)
      return Response.json(answer.body, { status: answer.status, statusText: 'Text' })
    }
    const middleware = {
      pre: async ({ url, init }: { url: string; init: RequestInit }) => ({ url: `${url}#pre`, init }),
      post: async ({ response }: { response: Response }) => void seen.push(String(response.status))
    }
    const api = new from.BaseAPI(
      new from.Configuration({ basePath: 'http://host', fetchApi: fetchApi as never, headers: { common: 'c' } })
    ).withMiddleware(middleware)
    const request = (api as unknown as { request(context: object, override: unknown): Promise<Response> }).request(
      context,
      override
    )
    const result = await request.then(
      async (response) => ({ status: response.status, text: await response.text() }),
      describeError
    )
    return { calls, seen, result }
  }

  it('sends, runs middlewares, takes overrides and fails as with dana-node', async () => {
    await fc.assert(
      fc.asyncProperty(anyContext, anyOverride, anyAnswer, async (context, override, answer) => {
        expect(await ask(RUNTIMES.arus, context, override, answer)).toEqual(
          await ask(RUNTIMES.genuine, context, override, answer)
        )
      }),
      { numRuns: 300 }
    )
  })

  it('lets onError give another answer, or fails with FetchError', async () => {
    for (const substitute of [undefined, new Response('substitute')]) {
      const results = [RUNTIMES.arus, RUNTIMES.genuine].map(async (from) => {
        const fetchApi = async () => {
          throw new Error('down')
        }
        const middleware = { onError: async () => substitute?.clone() }
        const api = new from.BaseAPI(new from.Configuration({ fetchApi: fetchApi as never, middleware: [middleware as never] }))
        const request = (api as unknown as { request(context: object): Promise<Response> }).request({
          path: '/',
          method: 'GET',
          headers: {}
        })
        return request.then((response) => response.text(), describeError)
      })
      const [ours, theirs] = await Promise.all(results)
      expect(ours).toEqual(theirs)
    }
  })
})
