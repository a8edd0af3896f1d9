import { Buffer } from 'node:buffer'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CallOptions } from '../testing/merchant-client.js'
import { startApi, type TestApi, WIDGET_PAYMENT } from '../testing/start-api.js'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
type Parts = Parameters<NonNullable<CallOptions['stringToSign']>>[0]
const explain = async (
  stringToSign: ((parts: Parts) => string) | undefined,
  options: CallOptions = {},
  path = WIDGET_PAYMENT
) => {
  const { status } = await api.call(path, api.payment(), { ...options, ...(stringToSign === undefined ? {} : { stringToSign }) })
  expect(status).toBe(401)
  return api.requestLog.list()[0]!.signature
}

it('shows the text that should have been signed', async () => {
  const payment = api.payment()
  await api.call(WIDGET_PAYMENT, payment, { timestamp: '2026-01-15T10:04:05+07:00' })
  expect(api.requestLog.list()[0]).toMatchObject({
    operation: 'widgetPayment',
    method: 'POST',
    path: WIDGET_PAYMENT,
    body: JSON.stringify(payment),
    stringToSign: `POST:${WIDGET_PAYMENT}:${sha256(JSON.stringify(payment))}:2026-01-15T10:04:05+07:00`,
    signature: 'ok',
    httpStatus: 200,
    responseCode: '2005400'
  })
  expect(JSON.parse(api.requestLog.list()[0]!.responseBody)).toMatchObject({ responseCode: '2005400' })
})

it.each<[string, (parts: Parts) => string]>([
  [
    'over the body with other whitespace',
    ({ path, text, timestamp }) => `POST:${path}:${sha256(JSON.stringify(JSON.parse(text), undefined, 2))}:${timestamp}`
  ],
  ['over the body with other whitespace', ({ path, text, timestamp }) => `POST:${path}:${sha256(`${text}\n`)}:${timestamp}`],
  ['over an empty body', ({ path, timestamp }) => `POST:${path}:${sha256('')}:${timestamp}`],
  ['with the path /v1.0/debit/payment.htm', ({ hash, timestamp }) => `POST:/v1.0/debit/payment.htm:${hash}:${timestamp}`],
  ["with the method 'post'", ({ path, hash, timestamp }) => `post:${path}:${hash}:${timestamp}`],
  ['with the hash in upper case', ({ path, hash, timestamp }) => `POST:${path}:${hash.toUpperCase()}:${timestamp}`],
  ['with the access token in the text', ({ path, hash, timestamp }) => `POST:${path}::${hash}:${timestamp}`],
  ['the recipe of applyToken', ({ timestamp }) => `${api.partnerId}|${timestamp}`],
  ["over the body's text alone", ({ text }) => text],
  ["is the right key's, but of another text", () => 'something else'],
  [
    "with the method 'GET' and with the path /v1.0/debit/payment.htm",
    ({ hash, timestamp }) => `GET:/v1.0/debit/payment.htm:${hash}:${timestamp}`
  ]
])('tells a text that %s', async (why, stringToSign) => {
  expect(await explain(stringToSign)).toContain(why)
})

it('tells the path with host, and the URL with its query', async () => {
  expect(await explain(({ path, hash, timestamp }) => `POST:${api.url}${path}:${hash}:${timestamp}`)).toBe(
    `verifies with the path ${api.url}${WIDGET_PAYMENT}`
  )
  const withQuery = ({ path, hash, timestamp }: Parts) => `POST:${path}:${hash}:${timestamp}`
  expect(await explain(withQuery, {}, `${WIDGET_PAYMENT}?a=1`)).toBe(`verifies with the path ${WIDGET_PAYMENT}?a=1`)
})

it('tells another timestamp', async () => {
  const timestamp = '2026-01-15T10:04:05+07:00'
  const signed = (other: string) => explain(({ path, hash }) => `POST:${path}:${hash}:${other}`, { timestamp })
  expect(await signed('2026-01-15T10:04:03+07:00')).toBe(
    'verifies with the timestamp 2026-01-15T10:04:03+07:00: X-TIMESTAMP differs from what was signed'
  )
  expect(await signed('2026-01-15T03:04:05.000Z')).toContain("with the timestamp '2026-01-15T03:04:05.000Z'")
})

it('tells keys', async () => {
  expect(await explain(undefined, { key: api.sandboxKey })).toBe(
    `verifies with the sandbox's own key, not with the key of partner ${api.partnerId}`
  )
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  expect(await explain(undefined, { key: privateKey })).toContain('was not made with the private key whose public key')
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  await api.engine.addMerchant({ partnerId: 'another', merchantId: 'another-1', publicKey: pem })
  expect(await explain(undefined, { key: privateKey })).toContain('verifies with the key of partner another')
})

it('tells signatures that are none', async () => {
  const withSignature = (signature: string) => explain(undefined, { headers: { 'X-SIGNATURE': signature } })
  expect(await withSignature('not base64!')).toContain('is not base64')
  expect(await withSignature('ab'.repeat(256))).toContain('is hexadecimal')
  expect(await withSignature('AAAA')).toContain('was not made with the private key')
  const sha1 = sign('RSA-SHA1', Buffer.from('text'), api.merchantKey).toString('base64')
  expect(await withSignature(sha1)).toContain('was made with SHA-1')
})

it('tells wrong recipes of a request for a token and of Open API', async () => {
  const token = (stringToSign: (parts: Parts) => string) =>
    explain(stringToSign, { isTokenRequest: true }, '/v1.0/access-token/b2b2c.htm')
  expect(await token(({ path, hash, timestamp }) => `POST:${path}:${hash}:${timestamp}`)).toContain('sign CLIENT_KEY|TIMESTAMP')
  expect(await token(({ timestamp }) => `|${timestamp}`)).toContain('with an empty client key')
  const requestText = `{"head":{"clientId":"${api.partnerId}"}, "body":{}}`
  const openApi = async (signed: string) => {
    const signature = sign('RSA-SHA256', Buffer.from(signed), api.merchantKey).toString('base64')
    await api.callOpenApi('/dana/member/query/queryUserProfile.htm', {}, {}, { requestText, signature })
    return api.requestLog.list()[0]!
  }
  expect((await openApi(JSON.stringify(JSON.parse(requestText)))).signature).toBe(
    'verifies over the text written again by JSON.stringify'
  )
  expect((await openApi('text')).stringToSign).toBe(requestText)
})

it('says what was not checked', async () => {
  await api.call(WIDGET_PAYMENT, {}, { headers: { 'X-TIMESTAMP': '' } })
  expect(api.requestLog.list()[0]?.signature).toBe('not checked')
  await api.call(WIDGET_PAYMENT, {}, { headers: { 'X-PARTNER-ID': '1' } })
  expect(api.requestLog.list()[0]?.signature).toBe('not checked: nobody here has the partner id 1')
})
