import { generateKeyPairSync, sign } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { startSandbox } from '../start-sandbox.js'
import { bareClient } from '../testing/bare-client.js'

let sandbox: Sandbox

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, notificationRetriesMs: [] })
})
afterEach(() => sandbox.stop())

function oauthUrl(more: Record<string, string> = {}): string {
  const { partnerId, merchantId } = sandbox.credentials
  return `${sandbox.url}/v1.0/get-auth-code?${new URLSearchParams({
    partnerId,
    scopes: 'CASHIER,QUERY_BALANCE',
    externalId: 'customer-7',
    channelId: '20260115100405678',
    redirectUrl: 'https://shop.example/callback?from=dana',
    timestamp: '2026-01-15T10:04:05+07:00',
    state: 'state-1',
    isSnapBI: 'true',
    merchantId,
    ...more
  })}`
}

async function bind(): Promise<string> {
  const { authCode } = await sandbox.authorize(oauthUrl())
  const { body } = await bareClient(sandbox).applyToken(authCode)
  expect(body).toMatchObject({ responseCode: '2007400' })
  return String(body.accessToken)
}

describe('authorizing without a browser', () => {
  it('gives the code, and the address that a browser would go to', async () => {
    const { authCode, redirectUrl } = await sandbox.authorize(oauthUrl(), { phone: '083811223355', pin: '181818' })
    expect(redirectUrl).toMatch(/^https:\/\/shop\.example\/callback\?from=dana&responseCode=2001000&/)
    expect(Object.fromEntries(new URL(redirectUrl).searchParams)).toMatchObject({ authCode, state: 'state-1' })
    expect(await bareClient(sandbox).applyToken(authCode)).toMatchObject({ body: { responseCode: '2007400' } })
    expect(await bareClient(sandbox).applyToken(authCode)).toMatchObject({ httpStatus: 401 })
  })

  it('takes the older deep link', async () => {
    const { authCode } = await sandbox.authorize(oauthUrl().replace('/v1.0/get-auth-code', '/bindSnap'))
    expect(await bareClient(sandbox).applyToken(authCode)).toMatchObject({ body: { responseCode: '2007400' } })
  })

  it('is for whom the signed seamless data names, and for nobody else', async () => {
    const seamlessData = JSON.stringify({ mobileNumber: '081200000001' })
    const seamlessSign = sign('sha256', Buffer.from(seamlessData), sandbox.credentials.privateKey).toString('base64')
    const url = oauthUrl({ seamlessData, seamlessSign })
    await sandbox.authorize(url)
    await expect(sandbox.authorize(url, { phone: '083811223355' })).rejects.toMatchObject({ code: 'phone_fixed' })
    const forged = oauthUrl({ seamlessData: seamlessData.replace('1"', '2"'), seamlessSign })
    await expect(sandbox.authorize(forged)).rejects.toMatchObject({ code: '4011000' })
  })

  it.each([
    ['/nowhere', 'invalid'],
    ['/v1.0/get-auth-code?partnerId=x', '4001002']
  ])('of %s fails as the page does', async (path, code) => {
    await expect(sandbox.authorize(`${sandbox.url}${path}`)).rejects.toMatchObject({ name: 'ControlError', code })
  })

  it('with a wrong PIN or of nobody fails', async () => {
    await expect(sandbox.authorize(oauthUrl(), { pin: '000000' })).rejects.toMatchObject({ code: 'wrong_pin' })
    await expect(sandbox.authorize(oauthUrl(), { phone: '081299999999' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('paying without a browser', () => {
  it('takes the money from the user that the one-time token stands for', async () => {
    const client = bareClient(sandbox)
    const accessToken = await bind()
    const [payer] = sandbox.users
    const created = await client.pay('order-1', '10000.00', 'http://127.0.0.1:9/')
    const ott = await client.callAsUser('/rest/v1.1/qr/apply-ott', accessToken, { userResources: ['OTT'] })
    expect(ott).toMatchObject({ body: { responseCode: '2004900' } })
    const [{ value }] = ott.body.userResources as [{ value: string }]
    const url = `${created.body.webRedirectUrl}&ott=${encodeURIComponent(value)}`
    expect(await sandbox.pay(url)).toMatchObject({ status: 'SUCCESS', payerId: payer!.id })
    expect(Number(payer!.balance) - Number(sandbox.users[0]!.balance)).toBe(10_000)
    await expect(sandbox.pay(url)).rejects.toMatchObject({ code: 'ott_used' })
  })

  it('is not possible with the one-time token that another merchant was given', async () => {
    const created = await bareClient(sandbox).pay('order-1', '10000.00', 'http://127.0.0.1:9/')
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const publicKey = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const { partnerId, merchantId } = await sandbox.control.addMerchant({ publicKey })
    const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const other = bareClient({ url: sandbox.url, credentials: { ...sandbox.credentials, partnerId, merchantId, privateKey } })
    const { authCode } = await sandbox.authorize(oauthUrl({ partnerId, merchantId }))
    const accessToken = String((await other.applyToken(authCode)).body.accessToken)
    const ott = await other.callAsUser('/rest/v1.1/qr/apply-ott', accessToken, { userResources: ['OTT'] })
    const [{ value }] = ott.body.userResources as [{ value: string }]
    await expect(sandbox.pay(`${created.body.webRedirectUrl}&ott=${value}`)).rejects.toMatchObject({
      code: 'ott_of_another_merchant'
    })
    const own = await other.pay('order-1', '10000.00', 'http://127.0.0.1:9/')
    expect(await sandbox.pay(`${own.body.webRedirectUrl}&ott=${value}`)).toMatchObject({ status: 'SUCCESS', partnerId })
  })

  it('from the balance is not possible where the merchant offers other ways only', async () => {
    const order = {
      partnerReferenceNo: 'order-1',
      merchantId: sandbox.credentials.merchantId,
      amount: { value: '10000.00', currency: 'IDR' },
      validUpTo: '2099-01-15T10:20:00+07:00',
      payOptionDetails: [{ payMethod: 'VIRTUAL_ACCOUNT', payOption: 'VIRTUAL_ACCOUNT_BCA' }],
      urlParams: [{ url: 'http://localhost:3000/done', type: 'PAY_RETURN', isDeeplink: 'N' }],
      additionalInfo: {
        productCode: '51051000100000000001',
        mcc: '5732',
        order: { orderTitle: 'Kopi' },
        envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM' }
      }
    }
    const created = await bareClient(sandbox).call('/rest/redirection/v1.0/debit/payment-host-to-host', order)
    expect(created.body).toMatchObject({ responseCode: '2005400' })
    const url = String(created.body.webRedirectUrl)
    await expect(sandbox.pay(url)).rejects.toMatchObject({ code: 'pay_method_disabled' })
    expect(await sandbox.pay(url, { payMethod: 'VIRTUAL_ACCOUNT' })).toMatchObject({ payMethod: 'VIRTUAL_ACCOUNT' })
  })

  it('fails when the money is not there, or nobody logs in', async () => {
    const created = await bareClient(sandbox).pay('order-1', '10000.00', 'http://127.0.0.1:9/')
    const url = String(created.body.webRedirectUrl)
    await expect(sandbox.pay(url, { phone: '081200000001' })).rejects.toMatchObject({ code: 'insufficient_balance' })
    await expect(sandbox.pay(url, { pin: '000000' })).rejects.toMatchObject({ code: 'wrong_pin' })
    await expect(sandbox.pay(`${sandbox.url}/?bizNo=1`)).rejects.toMatchObject({ code: 'not_found' })
    expect(sandbox.control.findOrder('order-1').status).toBe('INIT')
  })

  it('is not possible any more once the user ended the binding, which the trigger does too', async () => {
    const accessToken = await bind()
    expect(await sandbox.control.trigger('unbind', { phone: '083811223355' })).toMatchObject({
      partnerId: sandbox.credentials.partnerId
    })
    const client = bareClient(sandbox)
    const ott = await client.callAsUser('/rest/v1.1/qr/apply-ott', accessToken, { userResources: ['OTT'] })
    expect(ott.httpStatus).toBeGreaterThanOrEqual(400)
    await expect(sandbox.control.trigger('unbind', {})).rejects.toMatchObject({ code: 'not_found' })
  })
})
