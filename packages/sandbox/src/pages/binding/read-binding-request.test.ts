import { createPrivateKey } from 'node:crypto'
import { createSigner } from '@arus/snap-bi'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PUBLISHED_KEYS } from '../../seeds/published-keys.js'
import { MERCHANT_ID, makeTestEngine, PARTNER_ID } from '../../testing/make-test-engine.js'
import { bindingPath } from '../../testing/visit-pages.js'
import { bindingReturnUrl } from './binding-return-url.js'
import { type BindingMode, readBindingRequest } from './read-binding-request.js'

const { engine } = makeTestEngine()
const signer = createSigner(createPrivateKey({ key: PUBLISHED_KEYS.merchant, format: 'jwk' }))

function read(changes: Record<string, string | undefined> = {}, mode: BindingMode = 'api') {
  return readBindingRequest(bindingPath(changes).split('?')[1]!, { mode, engine })
}

it('reads what a merchant asks for', () => {
  expect(read({ lang: 'en', allowRegistration: 'false' })).toEqual({
    request: {
      merchant: engine.findMerchantByPartnerId(PARTNER_ID),
      scopes: ['CASHIER', 'QUERY_BALANCE'],
      externalId: 'ext-42',
      redirectUrl: 'https://shop.example/bound?from=app',
      state: 'state & 1',
      allowRegistration: false,
      language: 'en'
    }
  })
})

it('takes scopes that it does not know, and an empty optional parameter for none', () => {
  expect(read({ scopes: 'NEW_ONE', merchantId: '', lang: '' })).toMatchObject({ request: { scopes: ['NEW_ONE'] } })
})

it.each(['partnerId', 'scopes', 'externalId', 'channelId', 'redirectUrl', 'timestamp', 'state'])('wants %s', (name) => {
  const fault = { fault: { kind: 'missing', parameter: name, responseCode: '4001002' } }
  expect(read({ [name]: undefined })).toEqual(fault)
  expect(read({ [name]: '' })).toEqual(fault)
})

it.each(['terminalType', 'requestId'])('wants %s of a deep link', (name) => {
  const deepLink = { channelId: undefined, timestamp: undefined, terminalType: 'WEB', requestId: 'r-1' }
  expect(read(deepLink, 'deeplink')).toHaveProperty('request')
  expect(read({ ...deepLink, [name]: undefined }, 'deeplink')).toMatchObject({ fault: { kind: 'missing', parameter: name } })
})

it.each([
  ['redirectUrl', 'javascript:alert(1)'],
  ['redirectUrl', '//evil.test'],
  ['redirectUrl', 'shop://bound'],
  ['redirectUrl', 'data:text/html,x'],
  ['scopes', 'cashier'],
  ['scopes', 'CASHIER,,QUERY_BALANCE'],
  ['timestamp', 'now'],
  ['externalId', 'x'.repeat(65)],
  ['state', 'x'.repeat(1_025)],
  ['isSnapBI', 'maybe'],
  ['allowRegistration', 'perhaps'],
  ['lang', '<id>']
])('refuses a %s of the form %s', (name, value) => {
  expect(read({ [name]: value })).toEqual({ fault: { kind: 'format', parameter: name, responseCode: '4001001' } })
})

it('refuses a partner and a merchant that it does not know, and a parameter that is there twice', () => {
  expect(read({ partnerId: 'x' })).toMatchObject({ fault: { kind: 'partner', parameter: 'partnerId' } })
  expect(read({ merchantId: `${MERCHANT_ID}1` })).toMatchObject({ fault: { kind: 'merchant', parameter: 'merchantId' } })
  const twice = `${bindingPath().split('?')[1]}&redirectUrl=https://evil.test`
  expect(readBindingRequest(twice, { mode: 'api', engine })).toMatchObject({ fault: { kind: 'twice', parameter: 'redirectUrl' } })
})

it.each([
  ['mobileNumber', '6283811223355'],
  ['mobile', '083811223355']
])('takes the phone from signed seamless data, as %s, whether the signature is encoded once or twice', (field, phone) => {
  const seamlessData = JSON.stringify({ [field]: phone, bizScenario: 'PAYMENT' })
  const seamlessSign = signer.signSync(seamlessData)
  const wanted = { request: { phone: '6283811223355' } }
  expect(read({ seamlessData, seamlessSign })).toMatchObject(wanted)
  expect(read({ seamlessData, seamlessSign: encodeURIComponent(seamlessSign) })).toMatchObject(wanted)
  const plain = `${bindingPath({ seamlessData }).split('?')[1]}&seamlessSign=${seamlessSign}`
  expect(readBindingRequest(plain, { mode: 'api', engine })).toMatchObject(wanted)
})

it('refuses seamless data that is unsigned, signed by someone else, changed, no object, or without a readable phone', () => {
  const seamlessData = JSON.stringify({ mobileNumber: '6283811223355' })
  const seamlessSign = signer.signSync(seamlessData)
  const other = createSigner(createPrivateKey({ key: PUBLISHED_KEYS.sandbox, format: 'jwk' })).signSync(seamlessData)
  expect(read({ seamlessData })).toMatchObject({ fault: { kind: 'missing', parameter: 'seamlessSign' } })
  expect(read({ seamlessSign })).toMatchObject({ fault: { kind: 'missing', parameter: 'seamlessData' } })
  const wrong = { fault: { kind: 'signature', parameter: 'seamlessSign', responseCode: '4011000' } }
  expect(read({ seamlessData, seamlessSign: other })).toEqual(wrong)
  expect(read({ seamlessData: `${seamlessData} `, seamlessSign })).toEqual(wrong)
  expect(read({ seamlessData, seamlessSign: '%E0%A4%A' })).toEqual(wrong)
  expect(read({ seamlessData: '[]', seamlessSign })).toMatchObject({ fault: { kind: 'format', parameter: 'seamlessData' } })
  for (const mobileNumber of [12, 'nobody', '+1 212 555 0100']) {
    const data = JSON.stringify({ mobileNumber })
    expect(read({ seamlessData: data, seamlessSign: signer.signSync(data) })).toMatchObject({ fault: { kind: 'phone' } })
  }
})

it('never throws, whatever an address holds', () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), fc.constantFrom('api', 'deeplink'), (query, mode) => {
      const result = readBindingRequest(query, { mode, engine })
      expect('fault' in result || 'request' in result).toBe(true)
    })
  )
})

it.each([
  ['https://a.test/x', 'https://a.test/x?code=1%262&state=s'],
  ['https://a.test/x?y=1', 'https://a.test/x?y=1&code=1%262&state=s'],
  ['https://a.test/x?', 'https://a.test/x?code=1%262&state=s'],
  ['https://a.test/x?y#part?z', 'https://a.test/x?y&code=1%262&state=s#part?z']
])('adds the answer to %s', (redirectUrl, wanted) => {
  expect(bindingReturnUrl(redirectUrl, { code: '1&2', authCode: undefined, state: 's' })).toBe(wanted)
})
