import { createHash, randomUUID, sign } from 'node:crypto'
import type { SandboxCredentials } from '../credentials/sandbox-credentials.js'

/** What a sandbox answered. */
export type BareAnswer = { httpStatus: number; body: Record<string, unknown> }

/**
 * Calls a sandbox as the standard says, by `node:crypto` and `fetch` alone: what the sandbox verifies with is not trusted to
 * sign too.
 */
export function bareClient({ url, credentials }: { url: string; credentials: SandboxCredentials }) {
  const { partnerId, clientSecret: _, privateKey, merchantId } = credentials
  const call = async (path: string, body: object, headers: Record<string, string> = {}): Promise<BareAnswer> => {
    const text = JSON.stringify(body)
    const timestamp = jakartaNow()
    const digest = createHash('sha256').update(text).digest('hex').toLowerCase()
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-TIMESTAMP': timestamp,
        'X-SIGNATURE': sign('sha256', Buffer.from(`POST:${path}:${digest}:${timestamp}`), privateKey).toString('base64'),
        ORIGIN: 'http://localhost:3000',
        'X-PARTNER-ID': partnerId,
        'X-EXTERNAL-ID': randomUUID(),
        'CHANNEL-ID': '95221',
        ...headers
      },
      body: text
    })
    return { httpStatus: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  const applyToken = async (authCode: string): Promise<BareAnswer> => {
    const timestamp = jakartaNow()
    const response = await fetch(`${url}/v1.0/access-token/b2b2c.htm`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-TIMESTAMP': timestamp,
        'X-CLIENT-KEY': partnerId,
        'X-SIGNATURE': sign('sha256', Buffer.from(`${partnerId}|${timestamp}`), privateKey).toString('base64')
      },
      body: JSON.stringify({ grantType: 'AUTHORIZATION_CODE', authCode })
    })
    return { httpStatus: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  return {
    applyToken,
    /** With the user's token: `additionalInfo` is given the fields that the headers repeat. */
    callAsUser: (path: string, accessToken: string, body: { additionalInfo?: object; [field: string]: unknown }) =>
      call(
        path,
        { ...body, additionalInfo: { accessToken, endUserIpAddress: '127.0.0.1', deviceId: 'device-1', ...body.additionalInfo } },
        { 'Authorization-Customer': `Bearer ${accessToken}`, 'X-IP-ADDRESS': '127.0.0.1', 'X-DEVICE-ID': 'device-1' }
      ),
    call,
    pay: (partnerReferenceNo: string, value: string, notificationUrl: string) =>
      call('/rest/redirection/v1.0/debit/payment-host-to-host', {
        partnerReferenceNo,
        merchantId,
        amount: { value, currency: 'IDR' },
        validUpTo: jakartaNow(20 * 60_000),
        urlParams: [
          { url: 'http://localhost:3000/return', type: 'PAY_RETURN', isDeeplink: 'N' },
          { url: notificationUrl, type: 'NOTIFICATION', isDeeplink: 'N' }
        ],
        additionalInfo: {
          productCode: '51051000100000000001',
          order: { orderTitle: 'Kopi susu', merchantTransType: 'SPECIAL_MOVIE', scenario: 'REDIRECT' },
          mcc: '5732',
          envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM', orderTerminalType: 'WEB' }
        }
      }),
    query: (originalPartnerReferenceNo: string) =>
      call('/rest/v1.1/debit/status', { originalPartnerReferenceNo, serviceCode: '54', merchantId })
  }
}

function jakartaNow(aheadMs = 0): string {
  return `${new Date(Date.now() + aheadMs + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`
}
