import { createHash, randomUUID, sign } from 'node:crypto'
import type { Answer, Client, ClientOptions, OperationId, Twist } from './client.js'
import { FOREIGN_KEY } from './foreign-key.js'

const PATHS: Record<OperationId, string> = {
  accountUnbinding: '/v1.0/registration-account-unbinding.htm',
  applyOTT: '/rest/v1.1/qr/apply-ott',
  applyToken: '/v1.0/access-token/b2b2c.htm',
  balanceInquiry: '/v1.0/balance-inquiry.htm',
  cancelOrder: '/v1.0/debit/cancel.htm',
  queryPayment: '/rest/v1.1/debit/status',
  queryUserProfile: '/dana/member/query/queryUserProfile.htm',
  refundOrder: '/v1.0/debit/refund.htm',
  widgetPayment: '/rest/redirection/v1.0/debit/payment-host-to-host'
}

/**
 * A client of `node:crypto` and `fetch` alone, so that nothing of ours signs what the sandbox verifies. It sends what dana-node
 * 2.1.10 sends: X-PARTNER-ID with a request for a token, and the access token in the head of Open API 2.0.
 */
export function createBareClient(
  { url, partnerId, privateKey, clientSecret }: ClientOptions,
  { now = Date.now }: { now?: () => number } = {}
): Client {
  const post = async (path: string, body: string, headers: Record<string, string>): Promise<Answer> => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body
    })
    return { httpStatus: response.status, body: await response.json() }
  }

  const callOpenApi = (path: string, { accessToken, ...body }: Record<string, unknown>, key: string) => {
    const head = {
      version: '2.0',
      function: path.slice(1, -'.htm'.length).replaceAll('/', '.'),
      clientId: partnerId,
      clientSecret,
      reqTime: jakartaTime(now()),
      reqMsgId: `sdk${randomUUID().slice(3)}`,
      reserve: '{}',
      accessToken
    }
    const request = JSON.stringify({ head, body })
    return post(path, `{"request":${request},"signature":"${signText(request, key)}"}`, {})
  }

  return {
    call(operation, request, { headers = {}, isForeignKey = false }: Twist = {}) {
      const path = PATHS[operation]
      const key = isForeignKey ? FOREIGN_KEY : privateKey
      if (operation === 'queryUserProfile') return callOpenApi(path, request, key)
      const body = JSON.stringify(request)
      const timestamp = jakartaTime(now())
      const signed = { 'X-TIMESTAMP': timestamp, 'X-PARTNER-ID': partnerId }
      if (operation === 'applyToken') {
        const signature = signText(`${partnerId}|${timestamp}`, key)
        return post(path, body, { ...signed, 'X-CLIENT-KEY': partnerId, 'X-SIGNATURE': signature, ...headers })
      }
      const hash = createHash('sha256').update(body).digest('hex')
      return post(path, body, {
        ...signed,
        'X-SIGNATURE': signText(`POST:${path}:${hash}:${timestamp}`, key),
        ORIGIN: 'https://shop.example',
        'X-EXTERNAL-ID': randomUUID(),
        'CHANNEL-ID': '95221',
        ...customerHeaders(request?.additionalInfo),
        ...headers
      })
    },
    oauthUrl({ externalId, merchantId, redirectUrl, state, mode = 'API', phone }) {
      const parameters = { partnerId, externalId, redirectUrl, state, scopes: 'CASHIER,QUERY_BALANCE,DEFAULT_BASIC_PROFILE' }
      const [path, ofMode] =
        mode === 'API'
          ? [
              '/v1.0/get-auth-code',
              { timestamp: jakartaTime(now()), channelId: '202601151004056781234567', isSnapBI: 'true', merchantId }
            ]
          : ['/n/link/binding', { terminalType: 'WEB', requestId: randomUUID() }]
      const seamlessData = JSON.stringify({ [mode === 'API' ? 'mobileNumber' : 'mobile']: phone })
      const seamless = phone === undefined ? {} : { seamlessData, seamlessSign: signText(seamlessData, privateKey) }
      return `${url}${path}?${new URLSearchParams({ ...parameters, ...ofMode, ...seamless } as Record<string, string>)}`
    }
  }
}

function customerHeaders(additionalInfo: unknown): Record<string, string> {
  const { accessToken, deviceId, endUserIpAddress } = (additionalInfo ?? {}) as Record<string, string | undefined>
  return {
    ...(accessToken === undefined ? {} : { 'Authorization-Customer': `Bearer ${accessToken}` }),
    ...(deviceId === undefined ? {} : { 'X-DEVICE-ID': deviceId }),
    ...(endUserIpAddress === undefined ? {} : { 'X-IP-ADDRESS': endUserIpAddress })
  }
}

function signText(text: string, key: string): string {
  return sign('RSA-SHA256', Buffer.from(text), key).toString('base64')
}

/** `YYYY-MM-DDTHH:mm:ss+07:00`. */
export function jakartaTime(epochMs: number): string {
  return `${new Date(epochMs + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`
}
