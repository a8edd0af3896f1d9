import { createPublicKey, verify } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { requireGenuine } from '../dana/genuine/genuine-dana-node.js'
import { createBareClient } from './clients/bare-client.js'
import { createGenuineClient } from './clients/genuine-client.js'
import { type Shop, startShop } from './world/start-shop.js'
import { NORMAL_PHONE, rupiah, startWorld, succeeded, type World } from './world/start-world.js'

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/)
const TEXT = expect.stringMatching(/./)
const OTHER_PHONE = '081200000001'

const RESOURCES_OF_1_5_11 = ['BALANCE', 'TRANSACTION_URL', 'MASK_DANA_ID', 'TOPUP_URL', 'OTT', 'USER_KYC']
const LATER_RESOURCES = [
  'LOGIN_ID',
  'CLEAR_TEXT_DANA_ID',
  'NICKNAME',
  'FULLNAME',
  'KTP_NUMBER',
  'KTP_PHOTO_DATA',
  'SELFIE_PHOTO_DATA',
  'AVATAR_URL',
  'MASKED_FULLNAME'
]

describe.each([
  ['dana-node', createGenuineClient],
  ['node:crypto', createBareClient]
])('by %s', (name, createClient) => {
  let world: World
  let shop: Shop
  beforeEach(async () => {
    shop = await startShop({ danaPublicKey: () => world.sandbox.credentials.danaPublicKey })
    world = await startWorld(createClient)
  })
  afterEach(async () => {
    await world.sandbox.stop()
    await shop.stop()
  })

  const balanceOf = async (accessToken: string): Promise<number> => {
    const { body } = succeeded(await world.client.call('balanceInquiry', world.customer(accessToken)))
    return Number(body.accountInfos[0].availableBalance.value)
  }
  const binding = (changes: object = {}) => ({
    externalId: 'customer-1',
    merchantId: world.merchantId,
    redirectUrl: 'https://shop.example/bound?from=dana',
    state: 'state & 1',
    ...changes
  })

  it.each(['API', 'DEEPLINK'] as const)('an account is bound at the address of mode %s', async (mode) => {
    const { client, sandbox } = world
    const { authCode, redirectUrl } = await sandbox.authorize(client.oauthUrl(binding({ mode })))
    const parameters = Object.fromEntries(new URL(redirectUrl).searchParams)
    expect(parameters).toMatchObject({ from: 'dana', authCode, state: 'state & 1' })
    const { body } = succeeded(await client.call('applyToken', { grantType: 'AUTHORIZATION_CODE', authCode }))
    expect(body).toMatchObject({
      responseCode: '2007400',
      responseMessage: 'Successful',
      tokenType: 'Bearer',
      accessToken: TEXT,
      accessTokenExpiryTime: TIME,
      refreshToken: TEXT,
      refreshTokenExpiryTime: TIME,
      additionalInfo: { userInfo: { publicUserId: TEXT } }
    })
    expect(sandbox.requests[0]!.headers['x-partner-id']).toBe(name === 'dana-node' ? undefined : sandbox.credentials.partnerId)
  })

  it.each(['API', 'DEEPLINK'] as const)('signed seamless data names who binds in mode %s', async (mode) => {
    const { client, sandbox } = world
    const url = client.oauthUrl(binding({ mode, phone: OTHER_PHONE }))
    await expect(sandbox.authorize(url, { phone: NORMAL_PHONE })).rejects.toMatchObject({ code: 'phone_fixed' })
    const { authCode } = await sandbox.authorize(url)
    const { body } = succeeded(await client.call('applyToken', { grantType: 'AUTHORIZATION_CODE', authCode }))
    expect(await balanceOf(body.accessToken)).toBe(5_000)
    await expect(sandbox.authorize(url.replace(/81200000001/, '81200000002'))).rejects.toMatchObject({ code: '4011000' })
  })

  it('a token is refreshed, and the one before works no more', async () => {
    const { client, authCode, customer } = world
    const request = { grantType: 'AUTHORIZATION_CODE', authCode: await authCode() }
    const first = succeeded(await client.call('applyToken', request)).body
    const refresh = { grantType: 'REFRESH_TOKEN', refreshToken: first.refreshToken }
    const second = succeeded(await client.call('applyToken', refresh)).body
    expect(await balanceOf(second.accessToken)).toBeGreaterThan(0)
    expect((await client.call('balanceInquiry', customer(first.accessToken))).body.responseCode).toBe('4011102')
    expect((await client.call('applyToken', refresh)).body.responseCode).toBe('4017400')
  })

  it('an order is paid with a one-time token, notified to the genuine WebhookParser, queried, and given back in halves', async () => {
    const { client, sandbox, bind, customer, order, merchantId } = world
    const accessToken = await bind()
    const before = await balanceOf(accessToken)
    const urlParams = [
      { url: 'https://shop.example/done', type: 'PAY_RETURN', isDeeplink: 'N' },
      { url: shop.notificationUrl, type: 'NOTIFICATION', isDeeplink: 'N' }
    ]
    const { named, webRedirectUrl, referenceNo } = await order({ amount: rupiah('50000.00'), urlParams })
    expect((await client.call('queryPayment', { serviceCode: '54', ...named })).body).toMatchObject({
      responseCode: '2005500',
      latestTransactionStatus: '01',
      amount: rupiah('50000.00')
    })

    const ott = succeeded(await client.call('applyOTT', { userResources: ['OTT'], ...customer(accessToken) })).body
    expect(ott.userResources).toEqual([{ resourceType: 'OTT', value: TEXT }])
    await sandbox.pay(completeUrl(webRedirectUrl, ott))
    expect(await balanceOf(accessToken)).toBe(before - 50_000)
    await expect(sandbox.pay(completeUrl(webRedirectUrl, ott))).rejects.toThrow()

    await sandbox.idle()
    expect(shop.notifications).toEqual([
      expect.objectContaining({
        originalPartnerReferenceNo: named.originalPartnerReferenceNo,
        originalReferenceNo: referenceNo,
        merchantId,
        amount: rupiah('50000.00'),
        latestTransactionStatus: '00'
      })
    ])
    expect(sandbox.notifications).toEqual([expect.objectContaining({ state: 'delivered' })])

    for (const [partnerRefundNo, left] of [
      ['refund-1', 25_000],
      ['refund-2', 0]
    ] as const) {
      const refund = { ...named, partnerRefundNo, refundAmount: rupiah('25000.00') }
      const { body } = succeeded(await client.call('refundOrder', refund))
      expect(body).toMatchObject({ responseCode: '2005800', refundNo: TEXT, partnerRefundNo, refundTime: TIME })
      expect(await balanceOf(accessToken)).toBe(before - left)
    }
    const { body } = await client.call('queryPayment', { serviceCode: '54', ...named })
    expect(body).toMatchObject({
      latestTransactionStatus: '00',
      transactionStatusDesc: 'SUCCESS',
      paidTime: TIME,
      additionalInfo: { amountDetail: { refundAmount: rupiah('50000.00') } }
    })
  })

  it('a cancelled order gives the money back, and the shop is told', async () => {
    const { client, sandbox, bind, paidOrder } = world
    const accessToken = await bind()
    const before = await balanceOf(accessToken)
    const { named } = await paidOrder({ urlParams: [{ url: shop.notificationUrl, type: 'NOTIFICATION', isDeeplink: 'N' }] })
    const { body } = succeeded(await client.call('cancelOrder', named))
    expect(body).toMatchObject({ responseCode: '2005700', cancelTime: TIME, transactionDate: TIME })
    expect(await balanceOf(accessToken)).toBe(before)
    await sandbox.idle()
    expect(shop.notifications.map(({ latestTransactionStatus }) => latestTransactionStatus)).toEqual(['00', '05'])
  })

  it('an account is unbound, and its token works no more', async () => {
    const { client, bind, customer, merchantId } = world
    const accessToken = await bind()
    const request = { merchantId, partnerReferenceNo: 'unbind-1', ...customer(accessToken) }
    const { body } = succeeded(await client.call('accountUnbinding', request))
    expect(body).toMatchObject({ responseCode: '2000900', partnerReferenceNo: 'unbind-1', merchantId, unlinkResult: 'success' })
    expect((await client.call('balanceInquiry', customer(accessToken))).body.responseCode).toBe('4011102')
  })

  it("a customer's profile is given, signed by DANA", async () => {
    const { client, sandbox, bind } = world
    const userResources = name === 'dana-node' ? RESOURCES_OF_1_5_11 : [...RESOURCES_OF_1_5_11, ...LATER_RESOURCES]
    const { body } = succeeded(await client.call('queryUserProfile', { userResources, accessToken: await bind() }))
    const { response, signature } = body
    expect(response.head).toMatchObject({ version: '2.0', function: 'dana.member.query.queryUserProfile', respTime: TIME })
    expect(response.body.resultInfo).toMatchObject({ resultStatus: 'S', resultCodeId: '00000000', resultCode: 'SUCCESS' })
    expect(response.body.userResourceInfos).toEqual(userResources.map((resourceType) => ({ resourceType, value: TEXT })))
    const key = createPublicKey(sandbox.credentials.danaPublicKey)
    expect(verify('sha256', Buffer.from(JSON.stringify(response)), key, Buffer.from(signature, 'base64'))).toBe(true)
    const { request } = JSON.parse(sandbox.requests[0]!.body)
    const isInBody = name === 'dana-node'
    expect(request).toMatchObject(isInBody ? { head: { reserve: {} } } : { head: { reserve: '{}', accessToken: TEXT } })
    expect(request.body.accessToken === undefined).toBe(!isInBody)
  })

  it('a profile is refused to a signature by another key and to a token that nobody has, with HTTP 200', async () => {
    const { client, bind } = world
    const request = { userResources: ['BALANCE'], accessToken: await bind() }
    for (const answer of [
      await client.call('queryUserProfile', request, { isForeignKey: true }),
      await client.call('queryUserProfile', { ...request, accessToken: 'no-such-token' })
    ]) {
      expect(answer.httpStatus).toBe(200)
      expect(answer.body.response.body).toEqual({
        resultInfo: expect.objectContaining({ resultStatus: 'F', resultCodeId: '00000019', resultCode: 'PROCESS_FAIL' })
      })
    }
  })
})

/** As the genuine dana-node puts a one-time token into the cashier's address. */
function completeUrl(webRedirectUrl: string, ott: unknown): string {
  const { WidgetUtils } = requireGenuine('/widget/v1') as unknown as {
    WidgetUtils: { generateCompletePaymentUrl(payment: object, ott: unknown): string }
  }
  return WidgetUtils.generateCompletePaymentUrl({ webRedirectUrl }, ott)
}
