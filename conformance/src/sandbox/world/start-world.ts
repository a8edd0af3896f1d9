import { type Sandbox, type SandboxOptions, startSandbox } from '@arus/sandbox'
import { jakartaTime } from '../clients/bare-client.js'
import type { Answer, Client, ClientOptions } from '../clients/client.js'

/** Active, of the second KYC level, with much money. */
export const NORMAL_PHONE = '083811223355'

/** A sandbox, and a merchant who calls it by one client or the other. */
export type World = {
  sandbox: Sandbox
  client: Client
  merchantId: string
  /** The code that a customer's consent gave. */
  authCode(phone?: string): Promise<string>
  /** Binds a customer. @returns the access token */
  bind(phone?: string): Promise<string>
  /** What `additionalInfo` says of the customer. */
  customer(accessToken: string): { additionalInfo: Record<string, string> }
  /** A widgetPayment that is in order, each with a reference of its own. */
  payment(changes?: Record<string, unknown>): Record<string, unknown> & { partnerReferenceNo: string }
  /** Creates an order. @returns what the other operations name it by, and where it is paid */
  order(changes?: Record<string, unknown>): Promise<CreatedOrder>
  /** Creates an order, and pays it from the normal user's balance. */
  paidOrder(changes?: Record<string, unknown>): Promise<CreatedOrder>
}

export type CreatedOrder = {
  named: { merchantId: string; originalPartnerReferenceNo: string }
  webRedirectUrl: string
  referenceNo: string
}

export const rupiah = (value: string) => ({ value, currency: 'IDR' })

/** Starts a sandbox for one test, and connects a client to it. */
export async function startWorld(createClient: (options: ClientOptions) => Client, options: SandboxOptions = {}): Promise<World> {
  const sandbox = await startSandbox({ port: 0, notificationRetriesMs: [], ...options })
  const { partnerId, merchantId, privateKey, clientSecret } = sandbox.credentials
  const client = createClient({ url: sandbox.url, partnerId, privateKey, clientSecret })
  let count = 0
  const world: World = {
    sandbox,
    client,
    merchantId,
    async authCode(phone = NORMAL_PHONE) {
      const binding = { externalId: `customer-${++count}`, merchantId, redirectUrl: 'https://shop.example/bound', state: 's-1' }
      return (await sandbox.authorize(client.oauthUrl(binding), { phone })).authCode
    },
    async bind(phone) {
      const request = { grantType: 'AUTHORIZATION_CODE', authCode: await world.authCode(phone) }
      const answer = await client.call('applyToken', request)
      return succeeded(answer).body.accessToken
    },
    customer: (accessToken) => ({ additionalInfo: { accessToken, deviceId: 'web-1', endUserIpAddress: '127.0.0.1' } }),
    payment: (changes = {}) => ({
      partnerReferenceNo: `order-${++count}`,
      merchantId,
      amount: rupiah('10000.00'),
      validUpTo: jakartaTime(sandbox.clock.now() + 20 * 60_000),
      additionalInfo: {
        productCode: '51051000100000000001',
        mcc: '5732',
        order: { orderTitle: 'Kopi Tubruk' },
        envInfo: { sourcePlatform: 'IPG', terminalType: 'WEB' }
      },
      urlParams: [{ url: 'https://shop.example/done', type: 'PAY_RETURN', isDeeplink: 'N' }],
      ...changes
    }),
    async order(changes) {
      const payment = world.payment(changes)
      const { body } = succeeded(await client.call('widgetPayment', payment))
      return {
        named: { merchantId, originalPartnerReferenceNo: payment.partnerReferenceNo },
        webRedirectUrl: body.webRedirectUrl,
        referenceNo: body.referenceNo
      }
    },
    async paidOrder(changes) {
      const order = await world.order(changes)
      await sandbox.pay(order.webRedirectUrl, { phone: NORMAL_PHONE })
      return order
    }
  }
  return world
}

/** @throws when the answer is a refusal */
export function succeeded(answer: Answer): Answer {
  if (answer.httpStatus === 200) return answer
  throw new Error(`answered ${answer.httpStatus}: ${JSON.stringify(answer.body)}`)
}
