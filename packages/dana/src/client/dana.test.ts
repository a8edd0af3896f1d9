import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UnsupportedApiError } from '../errors/unsupported-api-error.js'
import { failureOf } from '../testing/failure-of.js'
import { CANCEL, QUERY } from '../testing/sample-requests.js'
import { KEYS, serveDana } from '../testing/serve-dana.js'
import { Dana } from './dana.js'

const PEM = KEYS.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const NAMES = [
  'X_PARTNER_ID',
  'PRIVATE_KEY_PATH',
  'PRIVATE_KEY',
  'X_PRIVATE_KEY',
  'ORIGIN',
  'DANA_ENV',
  'ENV',
  'CLIENT_SECRET',
  'X_DEBUG',
  'DANA_BASE_URL',
  'DANA_WEB_URL',
  'DANA_CHECK_REQUIRED'
]
let folder: string

beforeEach(() => {
  for (const name of NAMES) vi.stubEnv(name, undefined)
  folder = mkdtempSync(join(tmpdir(), 'arus-dana-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

function writeKey(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('the options of a client', () => {
  it('come from dana-node’s variables when they are absent', () => {
    const values = { X_PARTNER_ID: 'p', PRIVATE_KEY: PEM, ORIGIN: 'https://o', DANA_ENV: 'PRODUCTION', CLIENT_SECRET: 's' }
    for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value)
    expect(new Dana().opts).toEqual({
      partnerId: 'p',
      privateKey: PEM,
      origin: 'https://o',
      env: 'production',
      clientSecret: 's',
      debugMode: undefined
    })
  })

  it.each(['SANDBOX', 'Sandbox', 'sandbox'])('take env as %s', (env) => {
    expect(new Dana({ partnerId: 'p', privateKey: PEM, env }).opts).toMatchObject({ env: 'sandbox', debugMode: 'true' })
  })

  it('refuse an env that is neither', () => {
    expect(() => new Dana({ partnerId: 'p', privateKey: PEM, env: 'staging' })).toThrow(
      "Invalid env value provided: 'staging'. Allowed values are 'production' or 'sandbox'."
    )
  })

  it('take the private key from the first of five places, and never take a text for a path', () => {
    const byOption = { partnerId: 'p', privateKey: 'given', privateKeyPath: writeKey('a', 'of the option') }
    const keyOf = (options: object) => new Dana(options).opts.privateKey
    vi.stubEnv('X_PRIVATE_KEY', 'last')
    expect(keyOf({ partnerId: 'p' })).toBe('last')
    vi.stubEnv('PRIVATE_KEY', writeKey('text', 'not read'))
    expect(keyOf({ partnerId: 'p' })).toBe(join(folder, 'text'))
    vi.stubEnv('PRIVATE_KEY_PATH', writeKey('b', 'of the variable'))
    expect(keyOf({ partnerId: 'p' })).toBe('of the variable')
    expect(keyOf({ ...byOption, privateKey: '' })).toBe('of the option')
    expect(keyOf(byOption)).toBe('given')
  })

  it('name the file that can’t be read', () => {
    const path = join(folder, 'nothing-here')
    expect(() => new Dana({ partnerId: 'p', privateKeyPath: path })).toThrow(`${path} can't be read (ENOENT)`)
  })

  it('show no key that was given in the place of its path', () => {
    for (const key of [PEM, PEM.replace(/-----[^-]+-----|\s/g, ''), '-----BEGIN PRIVATE KEY-----']) {
      let error: unknown
      try {
        new Dana({ partnerId: 'p', privateKeyPath: key })
      } catch (thrown) {
        error = thrown
      }
      expect(error).toMatchObject({ name: 'InvalidOptionError', option: 'privateKeyPath' })
      expect(inspect(error)).toContain('privateKeyPath must be a path')
      expect(inspect(error)).not.toContain(key.slice(0, 60))
    }
  })

  it('say which variable is missing, in dana-node’s words', () => {
    expect(() => new Dana({ partnerId: 'p' })).toThrow(
      /^Missing required environment variable: PRIVATE_KEY\. Please set PRIVATE_KEY in your environment or \.env file\.$/
    )
  })

  it.each([
    ['timeoutMs', { timeoutMs: 0 }],
    ['maxRetries', { maxRetries: 1.5 }],
    ['baseUrl', { baseUrl: 'localhost:4190' }],
    ['baseUrl', { baseUrl: 'http://user:secret@localhost' }],
    ['webUrl', { webUrl: 'nowhere' }],
    ['fetch', { fetch: 'fetch' as never }]
  ])('name %s when it can’t be used', (option, options) => {
    expect(() => new Dana({ partnerId: 'p', privateKey: PEM, ...options })).toThrow(
      expect.objectContaining({ name: 'InvalidOptionError', option, outcome: 'not_sent' })
    )
  })

  it.each(['baseUrl', 'webUrl'])('refuse %s in production, by option and by variable', (option) => {
    const options = { partnerId: 'p', privateKey: PEM, env: 'production' }
    expect(() => new Dana({ ...options, [option]: 'http://127.0.0.1:1' })).toThrow(`${option} can't be set`)
    const variable = option === 'baseUrl' ? 'DANA_BASE_URL' : 'DANA_WEB_URL'
    vi.stubEnv(variable, 'http://127.0.0.1:1')
    expect(() => new Dana(options)).toThrow(`${variable} can't be set when env is production`)
  })

  it('are told apart from the environment of other clients: two may differ in one process', async () => {
    const first = await serveDana(() => ({ body: {} }), { partnerId: 'first' })
    const second = await serveDana(() => ({ body: {} }), { partnerId: 'second', channelId: '95221' })
    await first.dana.widgetApi.queryPayment(QUERY)
    await second.dana.widgetApi.queryPayment(QUERY)
    expect(first.requests[0]!.headers['channel-id']).toBe('first-SERVER')
    expect(second.requests[0]!.headers['channel-id']).toBe('95221')
  })

  it('send X-Debug-Mode in the sandbox unless X_DEBUG says otherwise, and never in production', async () => {
    const debugHeader = async (options: object) => {
      let headers: Record<string, string> = {}
      const fetch = async (_url: unknown, init?: RequestInit) => {
        headers = init?.headers as Record<string, string>
        return Response.json({})
      }
      await new Dana({ partnerId: 'p', privateKey: PEM, fetch, ...options }).widgetApi.cancelOrder(CANCEL)
      return headers['X-Debug-Mode']
    }
    expect(await debugHeader({})).toBe('true')
    expect(await debugHeader({ env: 'production', debugMode: 'true' })).toBeUndefined()
    vi.stubEnv('X_DEBUG', 'false')
    expect(await debugHeader({})).toBeUndefined()
  })
})

describe('a client', () => {
  it('shows no secret when it is printed or turned to JSON, and its options are copied whole', () => {
    const options = { partnerId: 'p', privateKey: PEM, clientSecret: 'open sesame', privateKeyPassphrase: 'hush' }
    const dana = new Dana(options)
    const secrets = /open sesame|BEGIN|hush/
    expect(JSON.stringify(dana)).not.toMatch(secrets)
    expect(inspect(dana, { depth: 10 })).not.toMatch(secrets)
    expect(inspect(dana.widgetApi, { depth: 10 })).not.toMatch(secrets)
    expect(inspect({ opts: dana.opts }, { depth: 10 })).not.toMatch(secrets)
    expect({ ...dana.opts }).toMatchObject({ privateKey: PEM, clientSecret: 'open sesame' })
    expect(dana.widgetApi.privateKey).toBe(PEM)
  })

  it('parses its key with the first call, and says what is wrong with it without showing it', async () => {
    const dana = new Dana({ partnerId: 'p', privateKey: 'YOUR_PRIVATE_KEY' })
    const error = await dana.widgetApi.cancelOrder(CANCEL).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'InvalidOptionError', option: 'privateKey', outcome: 'not_sent' })
    expect(String(error)).toContain('Failed to generate signature: ')
    expect(String(error)).not.toContain('YOUR_PRIVATE_KEY')
  })

  it('opens an encrypted key with its passphrase', async () => {
    const privateKey = KEYS.privateKey
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'hush' })
      .toString()
    const { dana } = await serveDana(() => ({ body: {} }), { privateKey, privateKeyPassphrase: 'hush' })
    expect(await dana.widgetApi.cancelOrder(CANCEL)).toEqual({})
  })

  it.each(['paymentGatewayApi', 'disbursementApi', 'merchantManagementApi'] as const)('names the way out for %s', (api) => {
    const dana = new Dana({ partnerId: 'p', privateKey: PEM })
    expect(() => dana[api]).toThrow(UnsupportedApiError)
    expect(() => dana[api]).toThrow(`new Dana(…).${api}`)
    expect(Object.keys(dana)).not.toContain(api)
  })

  it('takes another configuration, as programs do that point dana-node elsewhere', async () => {
    const { Configuration } = await import('../runtime/configuration.js')
    const { baseUrl, requests } = await serveDana(() => ({ body: {} }))
    const dana = new Dana({ partnerId: 'p', privateKey: PEM })
    // biome-ignore lint/complexity/useLiteralKeys: protected, and reached so by programs that point dana-node elsewhere
    dana.widgetApi['configuration'].config = new Configuration({ basePath: baseUrl })
    await dana.widgetApi.queryPayment(QUERY)
    expect(requests).toHaveLength(1)
  })

  it('calls the fetch that is there at the time, and takes a mock that has only json()', async () => {
    const dana = new Dana({ partnerId: 'p', privateKey: PEM })
    const mock = vi.spyOn(globalThis, 'fetch')
    mock.mockResolvedValueOnce({ status: 200, json: async () => ({ responseCode: '2005700' }) } as Response)
    expect(await dana.widgetApi.cancelOrder(CANCEL)).toEqual({ responseCode: '2005700' })
    mock.mockResolvedValueOnce({ status: 400, statusText: 'Bad', json: async () => ({ responseCode: '4005701' }) } as Response)
    expect(await failureOf(dana.widgetApi.cancelOrder(CANCEL))).toMatchObject({ responseCode: '4005701', outcome: 'refused' })
    expect(mock.mock.calls[0]![0]).toBe('https://api.sandbox.dana.id/v1.0/debit/cancel.htm')
    expect(typeof mock.mock.calls[0]![1]?.body).toBe('string')
    mock.mockRestore()
  })

  it('builds OAuth URLs from its own options', () => {
    vi.stubEnv('X_PARTNER_ID', 'another')
    const dana = new Dana({ partnerId: 'p', privateKey: PEM, webUrl: 'http://127.0.0.1:4190/' })
    const url = new URL(dana.oauthUrl({ redirectUrl: 'https://shop.example/back', externalId: 'e', state: 's' }))
    expect(url.origin + url.pathname).toBe('http://127.0.0.1:4190/v1.0/get-auth-code')
    expect(url.searchParams.get('partnerId')).toBe('p')
    expect(url.searchParams.get('timestamp')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/)
  })
})
