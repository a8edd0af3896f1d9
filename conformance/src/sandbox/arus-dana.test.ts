import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Dana, outcomeOf, parseOauthRedirect } from '@arus/dana'
import { verifyNotification } from '@arus/dana/webhook/v1'
import { type Sandbox, startSandbox } from '@arus/sandbox'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

type Received = Parameters<typeof verifyNotification>[0] & { path: string }

let sandbox: Sandbox
let dana: Dana
let merchant: Awaited<ReturnType<typeof startMerchant>>

beforeEach(async () => {
  merchant = await startMerchant()
  sandbox = await startSandbox({ port: 0, notificationRetriesMs: [] })
  const { partnerId, privateKey, origin, clientSecret } = sandbox.credentials
  dana = new Dana({ partnerId, privateKey, origin, clientSecret, env: 'sandbox', baseUrl: sandbox.url, webUrl: sandbox.url })
})
afterEach(async () => {
  await sandbox.stop()
  await merchant.stop()
})

/** A merchant's server that takes every notification. */
async function startMerchant() {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { method = '', headers, url: path = '' } = request
    received.push({ method, headers: headers as Record<string, string>, path, body: Buffer.concat(chunks) })
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end('{"responseCode":"2005600","responseMessage":"Successful"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/dana/notify`,
    received,
    stop: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    }
  }
}

async function bind(): Promise<string> {
  const { merchantId } = sandbox.credentials
  const state = 'state-1'
  const url = dana.oauthUrl({ redirectUrl: 'https://shop.example/callback', externalId: 'customer-7', merchantId, state })
  const redirect = parseOauthRedirect((await sandbox.authorize(url)).redirectUrl, { state })
  if (!redirect.ok) throw new Error(`refused with ${redirect.responseCode}`)
  const token = await dana.widgetApi.applyToken({ grantType: 'AUTHORIZATION_CODE', authCode: redirect.authCode })
  return token.accessToken!
}

function createPayment(partnerReferenceNo: string) {
  const { merchantId } = sandbox.credentials
  return dana.widgetApi.widgetPayment({
    partnerReferenceNo,
    merchantId,
    amount: { value: '50000.00', currency: 'IDR' },
    validUpTo: `${new Date(Date.now() + 7 * 3_600_000 + 20 * 60_000).toISOString().slice(0, 19)}+07:00`,
    additionalInfo: {
      productCode: '51051000100000000001',
      mcc: '5732',
      order: { orderTitle: 'Kopi Tubruk' },
      envInfo: { sourcePlatform: 'IPG', terminalType: 'WEB' }
    },
    urlParams: [
      { url: 'https://shop.example/done', type: 'PAY_RETURN', isDeeplink: 'N' },
      { url: merchant.url, type: 'NOTIFICATION', isDeeplink: 'N' }
    ]
  })
}

const balanceOf = async (accessToken: string) => {
  const { accountInfos } = await dana.widgetApi.balanceInquiry({
    partnerReferenceNo: `balance-${accessToken.slice(0, 8)}`,
    balanceTypes: ['BALANCE'],
    additionalInfo: { accessToken, endUserIpAddress: '127.0.0.1', deviceId: 'web-1' }
  })
  return Number(accountInfos![0]!.availableBalance!.value)
}

describe('the client of Arus with the sandbox', () => {
  it('binds, is paid with a one-time token, is told, refunds half and unbinds', async () => {
    const { merchantId, danaPublicKey } = sandbox.credentials
    const accessToken = await bind()
    const before = await balanceOf(accessToken)

    const payment = await createPayment('order-1')
    expect(outcomeOf(payment)).toBe('success')
    const additionalInfo = { accessToken, deviceId: 'web-1', endUserIpAddress: '127.0.0.1' }
    const ott = await dana.widgetApi.applyOTT({ userResources: ['OTT'], additionalInfo })
    const checkout = new URL(payment.webRedirectUrl!)
    checkout.searchParams.set('ott', ott.userResources![0]!.value!)
    await sandbox.pay(checkout.href)
    expect(await balanceOf(accessToken)).toBe(before - 50_000)

    await sandbox.idle()
    const delivery = await verifyNotification(merchant.received[0]!, { publicKey: danaPublicKey })
    expect(delivery).toMatchObject({
      state: 'new',
      notification: { originalPartnerReferenceNo: 'order-1', latestTransactionStatus: '00' }
    })

    const refundAmount = { value: '25000.00', currency: 'IDR' }
    const order = { merchantId, originalPartnerReferenceNo: 'order-1' }
    expect(outcomeOf(await dana.widgetApi.refundOrder({ ...order, partnerRefundNo: 'refund-1', refundAmount }))).toBe('success')
    expect(await balanceOf(accessToken)).toBe(before - 25_000)
    const found = await dana.widgetApi.queryPayment({ ...order, serviceCode: '54' })
    expect(found).toMatchObject({ latestTransactionStatus: '00', amount: { value: '50000.00' } })

    await dana.widgetApi.accountUnbinding({ merchantId, partnerReferenceNo: 'unbind-1', additionalInfo })
    await expect(balanceOf(accessToken)).rejects.toMatchObject({ outcome: 'refused' })
  })

  it('repeats a query over a gateway that fails, and says of a payment that was lost that it may have been made', async () => {
    await createPayment('order-1')
    sandbox.fault({ kind: 'html_502', operation: 'queryPayment', times: 2 })
    const query = { merchantId: sandbox.credentials.merchantId, originalPartnerReferenceNo: 'order-1', serviceCode: '54' }
    expect(await dana.widgetApi.queryPayment(query)).toMatchObject({ latestTransactionStatus: '01' })
    sandbox.fault({ kind: 'drop', operation: 'widgetPayment', afterWork: true })
    await expect(createPayment('order-2')).rejects.toMatchObject({ outcome: 'unknown' })
    expect(await dana.widgetApi.queryPayment({ ...query, originalPartnerReferenceNo: 'order-2' })).toMatchObject({
      latestTransactionStatus: '01'
    })
  })

  it("takes a forwarded notification's signature for the path that it was forwarded to, and for no other", async () => {
    await sandbox.control.trigger('payment.paid', { notificationUrl: merchant.url })
    await sandbox.idle()
    const signed = await sandbox.control.signNotification(sandbox.notifications[0]!.id, 'http://localhost:3000/elsewhere')
    const options = { publicKey: sandbox.credentials.danaPublicKey }
    const request = { method: 'POST', headers: signed.headers, body: signed.body }
    expect(await verifyNotification({ ...request, path: '/elsewhere' }, options)).toMatchObject({ state: 'new' })
    await expect(verifyNotification({ ...request, path: '/dana/notify' }, options)).rejects.toThrow()
  })

  it('is refused with the reason in the request log when it signs with another key', async () => {
    const { privateKey } = (await startOther()).credentials
    const { partnerId } = sandbox.credentials
    const mistaken = new Dana({ partnerId, privateKey, env: 'sandbox', baseUrl: sandbox.url })
    const query = { merchantId: 'm', originalPartnerReferenceNo: 'x', serviceCode: '54' }
    await expect(mistaken.widgetApi.queryPayment(query)).rejects.toMatchObject({ outcome: 'refused' })
    expect(sandbox.requests[0]).toMatchObject({ httpStatus: 401 })
    expect(sandbox.requests[0]!.signature).not.toBe('ok')
  })
})

async function startOther(): Promise<Sandbox> {
  const other = await startSandbox({ port: 0, freshKeys: true })
  await other.stop()
  return other
}
