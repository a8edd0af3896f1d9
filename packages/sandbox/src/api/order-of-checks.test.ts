import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { OPERATIONS } from '../generated/operations.js'
import { type Called, createMerchantClient, jakartaTime, signText } from '../testing/merchant-client.js'
import { startApi, type TestApi, WIDGET_PAYMENT } from '../testing/start-api.js'
import type { OperationTable } from './operation-table.js'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterEach(() => Object.assign(api.settings, { strict: false, strictChannelId: false }))
afterAll(() => api.close())

const said = ({ status, body }: Called) => [status, body.responseCode, body.responseMessage]
const snap = Object.values(OPERATIONS).filter(({ headerProfile }) => headerProfile !== 'open-api')
const isTokenRequest = ({ headerProfile }: OperationTable) => headerProfile === 'apply-token'
/** Headers that are mandatory in the document, and may be missing, or are looked at later. */
const isLenient = (table: OperationTable, name: string) =>
  name === 'Authorization-Customer' || (isTokenRequest(table) && name === 'X-PARTNER-ID')
/** A call that has all headers, whatever its body. */
const options = (table: OperationTable) => ({
  isTokenRequest: isTokenRequest(table),
  ...(table.headerProfile === 'b2b2c' ? { accessToken: 'nobody' } : {})
})

describe.each(snap)('$operationId', (table) => {
  const { path, serviceCode, headers, headerProfile } = table

  it('names each mandatory header that is missing or blank, before it looks at the signature', async () => {
    const mandatory = headers.filter(({ name, isMandatory }) => isMandatory && !isLenient(table, name))
    expect(mandatory.length).toBeGreaterThan(2)
    for (const { name } of mandatory)
      for (const value of [undefined, ''])
        expect(said(await api.call(path, {}, { ...options(table), headers: { [name]: value } }))).toEqual([
          400,
          `400${serviceCode}02`,
          `Invalid Mandatory Field ${name}`
        ])
  })

  it('names a header of the wrong form, after all that are missing and before it looks at the signature', async () => {
    const wrong = { 'X-TIMESTAMP': '2026-01-01 10:00:00+07:00' }
    const answer = await api.call(path, {}, { ...options(table), headers: wrong })
    expect(said(answer)).toEqual([400, `400${serviceCode}01`, 'Invalid Field Format X-TIMESTAMP'])
    const both = await api.call(path, {}, { ...options(table), headers: { ...wrong, 'X-SIGNATURE': '' } })
    expect(said(both)).toEqual([400, `400${serviceCode}02`, 'Invalid Mandatory Field X-SIGNATURE'])
  })

  it('refuses a wrong signature before it looks at the body', async () => {
    const answer = await api.call(path, {}, { ...options(table), stringToSign: () => 'something else' })
    expect(said(answer)).toEqual([401, `401${serviceCode}00`, 'Unauthorized. Invalid Signature'])
  })

  it('refuses a partner nobody knows', async () => {
    const name = isTokenRequest(table) ? 'X-CLIENT-KEY' : 'X-PARTNER-ID'
    const answer = await api.call(path, {}, { ...options(table), headers: { [name]: '1' } })
    expect(said(answer)).toEqual([401, `401${serviceCode}00`, 'Unauthorized. Unknown Partner'])
  })

  it('names the first mandatory field that is missing', async () => {
    const model = table.request
    const first = 'fields' in model ? model.fields.find(({ isMandatory }) => isMandatory)!.name : model.discriminator
    const answer = await api.call(path, {}, options(table))
    expect(said(answer)).toEqual([400, `400${serviceCode}02`, `Invalid Mandatory Field ${first}`])
  })

  it('refuses a body that is no JSON object, though it is signed', async () => {
    for (const text of ['', 'null', '[]', '"text"', '{"a":', 'plain'])
      expect(said(await api.call(path, {}, { ...options(table), text }))).toEqual([400, `400${serviceCode}00`, 'Bad Request'])
  })

  it('takes only POST', async () => {
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect(said(await api.call(path, {}, { ...options(table), method }))).toEqual([
        405,
        `405${serviceCode}00`,
        'Requested Function Is Not Supported'
      ])
  })

  if (headerProfile === 'b2b2c') {
    it("hears of what is wrong otherwise before it hears of a missing customer token, as DANA's acceptance tests do", async () => {
      const said02 = await api.call(path, {}, { headers: { 'X-TIMESTAMP': '' } })
      expect(said(said02)[2]).toBe('Invalid Mandatory Field X-TIMESTAMP')
      expect((await api.call(path, {}, { stringToSign: () => 'x' })).body.responseCode).toBe(`401${serviceCode}00`)
      expect(said(await api.call(path, {}))[2]).not.toContain('Authorization-Customer')
    })

    it('refuses a customer token nobody has, after the fields', async () => {
      const additionalInfo = { accessToken: 'nobody', deviceId: 'device-1' }
      const body = { merchantId: api.merchantId, userResources: ['OTT'], additionalInfo }
      const answer = await api.call(path, body, { accessToken: 'nobody' })
      expect(said(answer)).toEqual([401, `401${serviceCode}02`, 'Invalid Customer Token'])
      const absent = await api.call(path, body)
      expect(said(absent)).toEqual([400, `400${serviceCode}02`, 'Invalid Mandatory Field Authorization-Customer'])
      const malformed = await api.call(path, body, { headers: { 'Authorization-Customer': 'nobody' } })
      expect(said(malformed)).toEqual([400, `400${serviceCode}01`, 'Invalid Field Format Authorization-Customer'])
    })
  }
})

it('serves every path that real clients use, signed for the path that is requested', async () => {
  const aliases = snap.flatMap((table) => table.aliases.map((alias) => ({ table, alias })))
  expect(aliases.map(({ alias }) => alias)).toContain('/v1.0/debit/status.htm')
  for (const { table, alias } of aliases) {
    const right = await api.call(alias, {}, options(table))
    expect(right.body.responseCode).toBe(`400${table.serviceCode}02`)
    if (isTokenRequest(table)) continue
    const stringToSign = ({ hash, timestamp }: { hash: string; timestamp: string }) => `POST:${table.path}:${hash}:${timestamp}`
    const wrong = await api.call(alias, {}, { ...options(table), stringToSign })
    expect(wrong.body.responseCode).toBe(`401${table.serviceCode}00`)
  }
})

it('answers 404 in JSON on any other path', async () => {
  const answer = await api.call('/v1.0/debit/nothing.htm', {})
  expect(answer.headers.get('content-type')).toContain('application/json')
  expect(said(answer)).toEqual([404, '4040000', 'Path Not Found'])
})

it('leaves a query out of what is signed', async () => {
  const answer = await api.call(`${WIDGET_PAYMENT}?trace=1`, api.payment())
  expect(answer.body.responseCode).toBe('2005400')
})

it('takes a timestamp in any zone, and of any time', async () => {
  for (const timestamp of ['2026-01-15T03:04:05Z', '2026-01-14T22:04:05-05:00', '2001-01-15T10:04:05+07:00'])
    expect((await api.call(WIDGET_PAYMENT, api.payment(), { timestamp })).body.responseCode).toBe('2005400')
  for (const timestamp of ['2026-01-15T03:04:05', '2026-02-30T03:04:05Z', '2026-01-15T10:04:05.678+07:00', 'now'])
    expect((await api.call(WIDGET_PAYMENT, api.payment(), { timestamp })).body.responseCode).toBe('4005401')
})

it('takes a body whose minified text was signed, and none whose values were changed', async () => {
  const payment = api.payment()
  const minified = JSON.stringify(payment)
  const text = JSON.stringify(payment, undefined, 2)
  const { createHash } = await import('node:crypto')
  const hash = createHash('sha256').update(minified).digest('hex')
  const stringToSign = ({ path, timestamp }: { path: string; timestamp: string }) => `POST:${path}:${hash}:${timestamp}`
  expect((await api.call(WIDGET_PAYMENT, payment, { text, stringToSign })).body.responseCode).toBe('2005400')
  const changed = text.replace('10000.00', '10001.00')
  expect((await api.call(WIDGET_PAYMENT, payment, { text: changed, stringToSign })).body.responseCode).toBe('4015400')
})

it("refuses bytes that are no UTF-8 and another merchant's key", async () => {
  const { key, partnerId } = await otherMerchant()
  expect((await api.call(WIDGET_PAYMENT, api.payment(), { key })).body.responseCode).toBe('4015400')
  const theirs = createMerchantClient({ url: () => api.url, partnerId, key, clientSecret: '' })
  // Signed by the other merchant, who may not create orders for this one.
  expect(said(await theirs.call(WIDGET_PAYMENT, api.payment()))).toEqual([404, '4045408', 'Invalid Merchant'])
})

it('verifies with the new key from the moment a merchant changes theirs', async () => {
  const { generateKeyPairSync } = await import('node:crypto')
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const before = api.engine.findMerchantByPartnerId(api.partnerId)!.publicKey
  await api.engine.changeMerchant(api.partnerId, { publicKey: pem })
  expect((await api.call(WIDGET_PAYMENT, api.payment())).body.responseCode).toBe('4015400')
  expect((await api.call(WIDGET_PAYMENT, api.payment(), { key: privateKey })).body.responseCode).toBe('2005400')
  await api.engine.changeMerchant(api.partnerId, { publicKey: before })
})

it('checks the limits of headers', async () => {
  const long = { 'X-EXTERNAL-ID': 'x'.repeat(37) }
  expect(said(await api.call(WIDGET_PAYMENT, api.payment(), { headers: long }))[2]).toBe('Invalid Field Format X-EXTERNAL-ID')
  const userHeaders = [
    ['X-IP-ADDRESS', '2001:db8::1'],
    ['X-IP-ADDRESS', '1234.1.1.1.11.11'],
    ['X-DEVICE-ID', 'x'.repeat(401)],
    ['X-LATITUDE', 'north'],
    ['X-LONGITUDE', '106.845612345']
  ] as const
  for (const [name, value] of userHeaders)
    expect(said(await api.call('/v1.0/balance-inquiry.htm', {}, { accessToken: 'x', headers: { [name]: value } }))).toEqual([
      400,
      '4001101',
      `Invalid Field Format ${name}`
    ])
})

it('refuses a body above the limit', async () => {
  const answer = await api.call(WIDGET_PAYMENT, { text: 'x'.repeat(api.settings.maxBodyBytes) })
  expect(said(answer)).toEqual([413, '4135400', 'Request Entity Too Large'])
})

it('looks at the clock and the external id only when strict', async () => {
  const headers = { 'X-EXTERNAL-ID': 'the-same-id' }
  const send = (timestamp?: string) =>
    api.call(WIDGET_PAYMENT, api.payment(), { headers, ...(timestamp === undefined ? {} : { timestamp }) })
  const late = jakartaTime(Date.now() - 7 * 3_600_000)
  expect((await send()).status).toBe(200)
  expect((await send(late)).status).toBe(200)

  api.settings.strict = true
  expect(said(await send(late))).toEqual([401, '4015400', 'Unauthorized. X-TIMESTAMP Out Of Range'])
  expect((await send()).status).toBe(200)
  expect(said(await send())).toEqual([409, '4095400', 'Conflict'])
  await api.engine.moveClock(86_400_000)
  expect((await send()).status).toBe(409)
  await api.engine.resetClock()
})

it('forgets the external ids when the day is over in Jakarta', async () => {
  const { createStrictChecks } = await import('./strict-checks.js')
  let now = Date.parse('2026-01-15T23:59:59+07:00')
  api.settings.strict = true
  const check = createStrictChecks({ engine: api.engine, settings: api.settings, realNow: () => now } as never)
  const call = () => check({ headers: { 'x-external-id': 'one', 'x-timestamp': jakartaTime(now) } } as never, api.partnerId)
  expect(call()).toBeUndefined()
  expect(call()).toMatchObject({ httpStatus: 409 })
  now += 1_000
  expect(call()).toBeUndefined()
})

it('holds a CHANNEL-ID to five characters only when told to', async () => {
  api.settings.strictChannelId = true
  expect(said(await api.call(WIDGET_PAYMENT, api.payment()))).toEqual([400, '4005401', 'Invalid Field Format CHANNEL-ID'])
  expect((await api.call(WIDGET_PAYMENT, api.payment(), { headers: { 'CHANNEL-ID': '95221' } })).status).toBe(200)
})

it('says why in debugMessage when it is asked to, and not otherwise', async () => {
  const payment = api.payment({ merchantId: '1' })
  const asked = await api.call(WIDGET_PAYMENT, payment, { headers: { 'X-Debug-Mode': 'true' } })
  expect(asked.body.additionalInfo).toEqual({ debugMessage: 'MERCHANT_UNKNOWN:merchant unknown' })
  expect((await api.call(WIDGET_PAYMENT, payment)).body).not.toHaveProperty('additionalInfo')
})

it('answers with the time, as JSON', async () => {
  const { headers } = await api.call(WIDGET_PAYMENT, api.payment())
  expect(headers.get('x-timestamp')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/)
  expect(headers.get('content-type')).toContain('application/json')
})

async function otherMerchant() {
  const { generateKeyPairSync } = await import('node:crypto')
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  expect(signText('text', privateKey)).not.toBe('')
  const partnerId = '9000000000000000000001'
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  await api.engine.addMerchant({ partnerId, merchantId: '900000000000000000001', publicKey: pem })
  return { key: privateKey, partnerId }
}
