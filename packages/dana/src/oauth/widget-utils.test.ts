import { createVerify } from 'node:crypto'
import { KeyError } from '@arus/snap-bi'
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest'
import { InvalidOptionError } from '../errors/invalid-option-error.js'
import { RequiredError } from '../errors/required-error.js'
import { ApplyOTTResponse, type Oauth2UrlData, Oauth2UrlDataModeEnum, WidgetPaymentResponse } from '../generated/widget-models.js'
import { privatePem, publicPem } from '../testing/recorded-keys.js'
import { readRecorded } from '../testing/recorded-vectors.js'
import { buildOauthUrl } from './build-oauth-url.js'
import type { OneTimeTokens, PaymentWithRedirect } from './complete-payment-url.js'
import type { OauthUrlInput } from './oauth-url-input.js'
import { Util, WidgetUtils } from './widget-utils.js'

type OauthVector = {
  id: string
  data: OauthUrlInput
  processEnv: Record<string, string>
  privateKeyArgument: string | null
  now: string
  expect: { url: string; error?: { name: string; message: string; field: string } }
}

const { vectors } = readRecorded<{ vectors: OauthVector[] }>('dana-oauth')
const UUID = '11111111-2222-4333-8444-555555555555'
const PARTNER = '2025010112345678901234'

const VARIABLES = ['X_PARTNER_ID', 'PRIVATE_KEY', 'PRIVATE_KEY_PATH', 'X_PRIVATE_KEY', 'DANA_ENV', 'ENV', 'DANA_WEB_URL']

beforeEach(() => {
  for (const name of VARIABLES) vi.stubEnv(name, undefined)
})

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const setEnvironment = (values: Record<string, string>) => {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value.startsWith('<') ? privatePem('merchant') : value)
}

/** The one change: dana-node's timestamp has milliseconds. The deep link's, inside what is signed, keeps them. */
const recordedUrl = (url: string) => url.replace(/(&timestamp=[^&]*)\.678/, '$1')

const parametersOf = (url: string) => new URL(url).searchParams

describe('the recorded OAuth URLs', () => {
  it.each(vectors)('$id', ({ data, processEnv, privateKeyArgument, now, expect: recorded }) => {
    setEnvironment(processEnv)
    vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] })
    vi.spyOn(Math, 'random').mockReturnValue(0.1234567)
    const run = () => WidgetUtils.generateOauthUrl(data, privateKeyArgument === null ? undefined : privatePem('merchant'))
    if (recorded.error) {
      expect(run).toThrow(RequiredError)
      expect(run).toThrow(expect.objectContaining(recorded.error))
      return
    }
    // Ids that the caller leaves out are made up: they stand where the recorded ones do.
    const made = run().replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, UUID)
    const withoutSignature = (url: string) => url.replace(/&seamlessSign=.*/, '')
    expect(withoutSignature(made)).toBe(withoutSignature(recordedUrl(recorded.url)))
    // A signature over a made-up id is another one; of all others the very letters are the same.
    if (data.mode !== 'DEEPLINK') expect(made).toBe(recordedUrl(recorded.url))
  })

  it('has 25 characters of time, as DANA documents it', () => {
    setEnvironment({ X_PARTNER_ID: PARTNER })
    expect(parametersOf(WidgetUtils.generateOauthUrl({})).get('timestamp')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/)
  })
})

describe('the recorded deep links', () => {
  const deepLinks = vectors.filter(({ data }) => data.mode === 'DEEPLINK')

  it.each(deepLinks)(
    '$id, letter by letter, from the function without an environment',
    async ({ data, processEnv, now, expect: recorded }) => {
      const { createSigner, parsePrivateKey } = await import('@arus/snap-bi')
      const url = buildOauthUrl(data, {
        partnerId: PARTNER,
        production: processEnv.DANA_ENV === 'production',
        signer: createSigner(parsePrivateKey(privatePem('merchant'))),
        clock: () => Date.parse(now),
        randomUuid: () => UUID,
        randomDigits: () => '1234567'
      })
      expect(url).toBe(recorded.url)
    }
  )

  it('are of both hosts, with and without a known user', () => {
    expect(deepLinks.length).toBeGreaterThanOrEqual(4)
  })
})

describe('an OAuth URL', () => {
  beforeEach(() => setEnvironment({ X_PARTNER_ID: PARTNER }))

  it("is made from the guide's own code, and from typed data", () => {
    vi.stubEnv('MERCHANT_ID', undefined)
    const oauth2UrlData = {
      redirectUrl: 'https://your-redirect-url.com',
      externalId: 'your-external-id',
      merchantId: process.env.MERCHANT_ID,
      seamlessData: { mobileNumber: '08xxxxxxxxx' },
      mode: Oauth2UrlDataModeEnum.Api
    }
    expect(parametersOf(WidgetUtils.generateOauthUrl(oauth2UrlData)).get('externalId')).toBe('your-external-id')
    const typed: Oauth2UrlData = {
      redirectUrl: 'https://r.example',
      externalId: 'e',
      merchantId: 'm',
      scopes: ['CASHIER', 'MINI_DANA']
    }
    expect(parametersOf(WidgetUtils.generateOauthUrl(typed)).get('scopes')).toBe('CASHIER,MINI_DANA')
    expectTypeOf<Oauth2UrlData>().toExtend<Parameters<typeof WidgetUtils.generateOauthUrl>[0]>()
    // @ts-expect-error a misspelt field is found
    WidgetUtils.generateOauthUrl({ redirectURL: 'https://r.example' })
  })

  it('goes to the page that DANA_WEB_URL names, but never in production', () => {
    vi.stubEnv('DANA_WEB_URL', 'http://127.0.0.1:4190/')
    expect(WidgetUtils.generateOauthUrl({})).toMatch(/^http:\/\/127\.0\.0\.1:4190\/v1\.0\/get-auth-code\?partnerId=/)
    expect(WidgetUtils.generateOauthUrl({ mode: 'DEEPLINK' })).toMatch(/^http:\/\/127\.0\.0\.1:4190\/n\/link\/binding\?/)
    vi.stubEnv('DANA_ENV', 'Production')
    expect(() => WidgetUtils.generateOauthUrl({})).toThrow(InvalidOptionError)
    vi.stubEnv('DANA_WEB_URL', '')
    expect(WidgetUtils.generateOauthUrl({})).toMatch(/^https:\/\/m\.dana\.id\//)
  })

  it('is signed over the text that it carries, with the key that was given before that of the environment', () => {
    vi.stubEnv('PRIVATE_KEY', privatePem('other'))
    const url = WidgetUtils.generateOauthUrl({ seamlessData: { mobileNumber: '08123456789' } }, privatePem('merchant'))
    const signature = decodeURIComponent(parametersOf(url).get('seamlessSign')!)
    const verify = createVerify('sha256').update(parametersOf(url).get('seamlessData')!)
    expect(verify.verify(publicPem('merchant'), signature, 'base64')).toBe(true)
  })

  it('asks for no key without a text to sign, and for a good one with it', () => {
    vi.stubEnv('PRIVATE_KEY', 'no key at all')
    expect(() => WidgetUtils.generateOauthUrl({})).not.toThrow()
    expect(() => WidgetUtils.generateOauthUrl({ seamlessData: {} })).toThrow(KeyError)
  })

  it("has a state and ids of its own each time, and keeps the caller's data as they are", () => {
    const data = Object.freeze({
      mode: 'DEEPLINK',
      seamlessData: Object.freeze({ mobileNumber: '08123456789', externalUid: 'mine' })
    })
    const [one, two] = [parametersOf(WidgetUtils.generateOauthUrl(data)), parametersOf(WidgetUtils.generateOauthUrl(data))]
    for (const name of ['state', 'externalId', 'requestId']) expect(one.get(name)).not.toBe(two.get(name))
    expect(Object.keys(JSON.parse(one.get('seamlessData')!))).toEqual([
      'externalUid',
      'mobile',
      'reqTime',
      'verifiedTime',
      'reqMsgId'
    ])
  })

  it('escapes whatever is in the fields', () => {
    const redirectUrl = 'https://r.example/?a=1&b=2#c +é'
    expect(parametersOf(WidgetUtils.generateOauthUrl({ redirectUrl, state: '&state=x' })).getAll('state')).toEqual(['&state=x'])
    expect(parametersOf(WidgetUtils.generateOauthUrl({ redirectUrl })).get('redirectUrl')).toBe(redirectUrl)
  })
})

type PaymentVector = { id: string; widgetPaymentResponse: PaymentWithRedirect; applyOTTResponse: OneTimeTokens; expect: string }

describe('the complete payment URL', () => {
  const { vectors: recorded } = readRecorded<{ vectors: PaymentVector[] }>('dana-complete-payment-url')

  it.each(recorded)('is the recorded one: $id', ({ widgetPaymentResponse, applyOTTResponse, expect: wanted }) => {
    expect(WidgetUtils.generateCompletePaymentUrl(widgetPaymentResponse, applyOTTResponse)).toBe(wanted)
  })

  it('is empty without a reply, and unchanged without a token', () => {
    expect(WidgetUtils.generateCompletePaymentUrl()).toBe('')
    expect(WidgetUtils.generateCompletePaymentUrl({ webRedirectUrl: 'https://a.example/' })).toBe('')
    expect(WidgetUtils.generateCompletePaymentUrl({ webRedirectUrl: 'https://a.example/' }, {})).toBe('https://a.example/')
    expect(WidgetUtils.generateCompletePaymentUrl({ webRedirectUrl: '/p' }, { userResources: [{ value: '&' }] })).toBe(
      '/p?ott=%26'
    )
  })

  it('replaces a token that is there', () => {
    const url = WidgetUtils.generateCompletePaymentUrl(
      { webRedirectUrl: 'https://a.example/?ott=old&x=1' },
      { userResources: [{ value: 'new' }] }
    )
    expect(url).toBe('https://a.example/?ott=new&x=1')
  })

  it("is made from the guide's own code", () => {
    const widgetPaymentResponse = new WidgetPaymentResponse({ webRedirectUrl: 'https://example.com/payment?token=abc123' })
    const applyOTTResponse = new ApplyOTTResponse({ userResources: [{ value: 'ott_token_value' }] })
    expect(Util.generateCompletePaymentUrl(widgetPaymentResponse, applyOTTResponse)).toBe(
      'https://example.com/payment?token=abc123&ott=ott_token_value'
    )
    expect(Util).toBe(WidgetUtils)
  })
})
