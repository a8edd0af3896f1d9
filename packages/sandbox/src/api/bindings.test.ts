import { afterAll, beforeAll, expect, it } from 'vitest'
import { grantCode, must, startApi, TEST_PHONE, type TestApi, WIDGET_PAYMENT } from '../testing/start-api.js'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const TOKEN = '/v1.0/access-token/b2b2c.htm'
const OTT = '/rest/v1.1/qr/apply-ott'
const BALANCE = '/v1.0/balance-inquiry.htm'
const UNBIND = '/v1.0/registration-account-unbinding.htm'
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/
const THREE_YEARS_MS = 3 * 365 * 86_400_000
const rupiah = (value: string) => ({ value, currency: 'IDR' })
const applyToken = async (body: object) => (await api.call(TOKEN, body, { isTokenRequest: true })).body
const withToken = async (path: string, accessToken: string, changes: object = {}) =>
  (await api.call(path, { additionalInfo: { accessToken, deviceId: 'device-1' }, ...changes }, { accessToken })).body
const applyOtt = (accessToken: string, changes: object = { userResources: ['OTT'] }) => withToken(OTT, accessToken, changes)
const balance = (accessToken: string, changes: object = {}) => withToken(BALANCE, accessToken, changes)
const unbind = (accessToken: string, changes: object = {}) =>
  withToken(UNBIND, accessToken, { merchantId: api.merchantId, ...changes })

it('gives tokens for a code, once', async () => {
  const authCode = await grantCode(api)
  const body = { grantType: 'AUTHORIZATION_CODE', authCode }
  expect(await applyToken(body)).toEqual({
    responseCode: '2007400',
    responseMessage: 'Successful',
    tokenType: 'Bearer',
    accessToken: expect.any(String),
    accessTokenExpiryTime: expect.stringMatching(TIME),
    refreshToken: expect.any(String),
    refreshTokenExpiryTime: expect.stringMatching(TIME),
    additionalInfo: { userInfo: { publicUserId: 'sandbox-public-user-0001' } }
  })
  expect(await applyToken(body)).toEqual({ responseCode: '4017400', responseMessage: 'Unauthorized. Auth Code Used' })
})

it('refuses codes that are unknown, or older than ten minutes', async () => {
  const body = { grantType: 'AUTHORIZATION_CODE', authCode: await grantCode(api) }
  expect(await applyToken({ ...body, authCode: 'unknown' })).toMatchObject({ responseCode: '4017400' })
  await api.engine.moveClock(10 * 60_000 + 1)
  expect(await applyToken(body)).toMatchObject({ responseCode: '4017400' })
  await api.engine.resetClock()
})

it('gives new tokens for a refresh token, and ends the old ones', async () => {
  const first = await applyToken({ grantType: 'AUTHORIZATION_CODE', authCode: await grantCode(api) })
  const body = { grantType: 'REFRESH_TOKEN', authCode: '', refreshToken: first.refreshToken }
  const second = await applyToken(body)
  expect(second).toMatchObject({ responseCode: '2007400', tokenType: 'Bearer' })
  expect(second.accessToken).not.toBe(first.accessToken)
  expect(await applyOtt(String(second.accessToken))).toMatchObject({ responseCode: '2004900' })
  expect(await applyOtt(String(first.accessToken))).toMatchObject({ responseCode: '4014902' })
  expect(await applyToken(body)).toMatchObject({ responseCode: '4017400' })
})

it("takes a token request without X-PARTNER-ID, as version 1 of DANA's client sends it", async () => {
  const body = { grantType: 'AUTHORIZATION_CODE', authCode: await grantCode(api) }
  const options = { isTokenRequest: true, headers: { 'X-PARTNER-ID': undefined } }
  expect((await api.call(TOKEN, body, options)).body.responseCode).toBe('2007400')
})

it('gives a one-time token that opens the cashier', async () => {
  const answer = await applyOtt(await api.bind())
  expect(answer).toEqual({
    responseCode: '2004900',
    responseMessage: 'Successful',
    userResources: [{ resourceType: 'OTT', value: expect.any(String) }]
  })
  const [{ value }] = answer.userResources as [{ value: string }]
  expect(must(await api.engine.consumeOtt(value)).userId).toBe(api.engine.findUserByPhone(TEST_PHONE)!.id)
})

it('gives nothing but one-time tokens', async () => {
  const token = await api.bind()
  expect(await applyOtt(token, { userResources: ['OTTasd!#$'] })).toEqual({
    responseCode: '4004901',
    responseMessage: 'Invalid Field Format userResources'
  })
  expect(await applyOtt(token, { userResources: [] })).toMatchObject({ responseMessage: 'Invalid Mandatory Field userResources' })
})

it.each([
  ['08551003634', '4014901', 'Token Expired'],
  ['0855100800', '4034905', 'Do Not Honor'],
  ['0815919191', '5004900', 'General Error'],
  ['081298055132', '5004901', 'Internal Server Error'],
  ['08121532586', '5004902', 'External Server Error']
])("answers applyOTT for the test user %s by %s '%s'", async (phone, responseCode, responseMessage) => {
  expect(await applyOtt(await api.bind(phone))).toEqual({ responseCode, responseMessage })
})

it('says that an expired token has expired', async () => {
  const token = await api.bind()
  await api.engine.moveClock(THREE_YEARS_MS + 2 * 86_400_000)
  expect(await applyOtt(token)).toEqual({ responseCode: '4014901', responseMessage: 'Token Expired' })
  expect(await balance(token)).toEqual({ responseCode: '4011102', responseMessage: 'Invalid Customer Token' })
  await api.engine.resetClock()
})

it('tells the balance', async () => {
  const accountId = `user:${api.engine.findUserByPhone(TEST_PHONE)!.id}`
  const before = api.engine.balanceOf(accountId)
  await api.payOrder({ amount: rupiah('12345.67') })
  const answer = await balance(await api.bind(), { partnerReferenceNo: 'balance-1', balanceTypes: ['BALANCE'] })
  const value = (sen: bigint) => rupiah(`${sen / 100n}.${String(sen % 100n).padStart(2, '0')}`)
  expect(answer).toEqual({
    responseCode: '2001100',
    responseMessage: 'Successful',
    referenceNo: expect.stringMatching(/^\d{32,}$/),
    partnerReferenceNo: 'balance-1',
    name: 'Siti Rahmawati',
    accountInfos: [
      {
        balanceType: 'BALANCE',
        amount: value(before - 1_234_567n),
        floatAmount: rupiah('0.00'),
        holdAmount: rupiah('0.00'),
        availableBalance: value(before - 1_234_567n),
        ledgerBalance: value(before),
        currentMultilateralLimit: rupiah('0.00'),
        registrationStatusCode: '0001',
        status: '1'
      }
    ],
    additionalInfo: {}
  })
})

it('tells the balances that are asked for: all where none is named', async () => {
  const token = await api.bind()
  for (const balanceTypes of [undefined, null, [], ['BALANCE']])
    expect((await balance(token, { balanceTypes })).accountInfos).toHaveLength(1)
  for (const balanceTypes of ['BALANCE', { a: 1 }, [1], ['GOLD']])
    expect(await balance(token, { balanceTypes })).toEqual({
      responseCode: '4001101',
      responseMessage: 'Invalid Field Format balanceTypes'
    })
})

it.each([
  ['0855100800', '4031105', 'Do Not Honor'],
  ['0815919191', '4031118', 'Inactive Card/Account/Customer'],
  ['081298055132', '5001101', 'Internal Server Error']
])('answers a balance inquiry for the test user %s by %s', async (phone, responseCode, responseMessage) => {
  expect(await balance(await api.bind(phone))).toEqual({ responseCode, responseMessage })
})

it('tells the balance of a frozen account, and that it is frozen', async () => {
  expect(await balance(await api.bind('081200000002'))).toMatchObject({ accountInfos: [{ status: '7' }] })
})

it('ends a binding, and with it its tokens', async () => {
  const token = await api.bind()
  expect(await unbind(token, { partnerReferenceNo: 'unbind-1', linkId: 'link-1' })).toEqual({
    responseCode: '2000900',
    responseMessage: 'Successful',
    referenceNo: expect.any(String),
    partnerReferenceNo: 'unbind-1',
    merchantId: api.merchantId,
    linkId: 'link-1',
    unlinkResult: 'success',
    additionalInfo: {}
  })
  for (const answer of [await unbind(token), await applyOtt(token), await balance(token)])
    expect(answer).toMatchObject({ responseMessage: 'Invalid Customer Token' })
})

it('refuses to unbind for an account in an abnormal state, and for another merchant', async () => {
  expect(await unbind(await api.bind('0855100800'))).toEqual({ responseCode: '4030905', responseMessage: 'Do Not Honor' })
  expect(await unbind(await api.bind(), { merchantId: '1' })).toMatchObject({ responseCode: '4040908' })
})

it('answers what an account is told to answer, failures of DANA and timeouts too', async () => {
  const phone = '081277770001'
  const { user } = must(await api.engine.addUser({ phone }))
  const accessToken = await api.bind(phone)
  const answerTo = async (service: string) => {
    if (service === '74') return applyToken({ grantType: 'AUTHORIZATION_CODE', authCode: await grantCode(api, phone) })
    if (service === '11') return balance(accessToken)
    return service === '49' ? applyOtt(accessToken) : unbind(accessToken)
  }
  const failures = [
    ['500', '00', 'General Error'],
    ['500', '01', 'Internal Server Error'],
    ['504', '00', 'Timeout'],
    ['429', '00', 'Too Many Requests']
  ] as const
  for (const service of ['74', '11', '49', '09'])
    for (const [status, caseCode, responseMessage] of failures) {
      const responseCode = `${status}${service}${caseCode}`
      must(await api.engine.changeUser(user.id, { answers: { [service]: responseCode } }))
      expect(await answerTo(service)).toMatchObject({ responseCode, responseMessage })
    }
  must(await api.engine.changeUser(user.id, { answers: {} }))
  expect(await balance(accessToken)).toMatchObject({ responseCode: '2001100' })
})

it('goes by the token of the header', async () => {
  const accessToken = await api.bind()
  const body = { userResources: ['OTT'], additionalInfo: { accessToken: 'another', deviceId: 'device-1' } }
  expect((await api.call(OTT, body, { accessToken })).body.responseCode).toBe('2004900')
  expect((await api.call(OTT, body, { accessToken: 'another' })).body.responseCode).toBe('4014902')
  expect((await api.call(WIDGET_PAYMENT, api.payment())).status).toBe(200)
})
