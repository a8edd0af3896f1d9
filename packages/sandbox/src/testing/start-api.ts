import { createPrivateKey, createPublicKey, type KeyObject, randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createSigner } from '@arus/snap-bi'
import fastify from 'fastify'
import { registerApi } from '../api/register-api.js'
import { createFaults, type Faults } from '../faults/create-faults.js'
import { createNotifier, type Notifier } from '../notifications/create-notifier.js'
import { createRequestLog, type RequestLog } from '../request-log/create-request-log.js'
import { DEFAULT_SEED, TEST_MERCHANT } from '../seeds/default-seed.js'
import { PUBLISHED_KEYS } from '../seeds/published-keys.js'
import { DEFAULT_SETTINGS, type SandboxSettings } from '../settings.js'
import { createEngine } from '../state/create-engine.js'
import type { Engine } from '../state/engine.js'
import type { Outcome } from '../state/outcome.js'
import { createMerchantClient, jakartaTime, type MerchantClient } from './merchant-client.js'

export type TestApi = MerchantClient & {
  url: string
  engine: Engine
  settings: SandboxSettings
  faults: Faults
  requestLog: RequestLog
  notifier: Notifier
  partnerId: string
  merchantId: string
  merchantKey: KeyObject
  sandboxKey: KeyObject
  sandboxPublicKey: KeyObject
  /** Binds a user, and gives their access token. */
  bind(phone?: string): Promise<string>
  /** A widgetPayment of the right form. */
  payment(changes?: Record<string, unknown>): Record<string, unknown> & { partnerReferenceNo: string }
  /** Creates an order, and pays it from the user's balance. */
  payOrder(changes?: Record<string, unknown>): Promise<{ partnerReferenceNo: string; referenceNo: string }>
  close(): Promise<void>
}

export const WIDGET_PAYMENT = '/rest/redirection/v1.0/debit/payment-host-to-host'
export const TEST_PHONE = '083811223355'

/** Starts the API alone, over real HTTP, with an engine of its own. */
export async function startApi(changes: Partial<SandboxSettings> = {}): Promise<TestApi> {
  const settings: SandboxSettings = { ...DEFAULT_SETTINGS, publicUrl: '', ...changes }
  const engine = createEngine({ clock: Date.now, random: randomBytes, seed: DEFAULT_SEED })
  const [merchantKey, sandboxKey] = [PUBLISHED_KEYS.merchant, PUBLISHED_KEYS.sandbox].map((key) =>
    createPrivateKey({ key, format: 'jwk' })
  ) as [KeyObject, KeyObject]
  const sandboxPublicKey = createPublicKey(sandboxKey)
  const signer = createSigner(sandboxKey)
  const faults = createFaults({ random: Math.random })
  const requestLog = createRequestLog({ size: settings.requestLogSize })
  const notifier = createNotifier({ engine, signer, settings, faults })
  const app = fastify({ forceCloseConnections: true })
  registerApi(app, { engine, settings, faults, requestLog, sandboxKey: signer, sandboxPublicKey })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  settings.publicUrl = url

  const partnerId = TEST_MERCHANT.partnerId!
  const merchantId = TEST_MERCHANT.merchantId!
  const client = createMerchantClient({ url: () => url, partnerId, key: merchantKey, clientSecret: TEST_MERCHANT.clientSecret! })
  let count = 0
  const api: TestApi = {
    ...client,
    url,
    engine,
    settings,
    faults,
    requestLog,
    notifier,
    partnerId,
    merchantId,
    merchantKey,
    sandboxKey,
    sandboxPublicKey,
    async bind(phone = TEST_PHONE) {
      const authCode = await grantCode(api, phone)
      return must(await engine.exchangeAuthCode({ partnerId, authCode })).token.accessToken
    },
    payment: (changed = {}) => ({
      partnerReferenceNo: `order-${++count}`,
      merchantId,
      amount: { value: '10000.00', currency: 'IDR' },
      validUpTo: jakartaTime(engine.now() + 20 * 60_000),
      additionalInfo: {
        productCode: '51051000100000000001',
        order: { orderTitle: 'Dua bungkus kopi' },
        mcc: '5732',
        envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM' }
      },
      urlParams: [{ url: 'https://shop.example.id/return', type: 'PAY_RETURN', isDeeplink: 'N' }],
      ...changed
    }),
    async payOrder(changed) {
      const payment = api.payment(changed)
      const { body } = await api.call(WIDGET_PAYMENT, payment)
      const referenceNo = String(body.referenceNo)
      const userId = engine.findUserByPhone(TEST_PHONE)!.id
      must(await engine.payOrder({ referenceNo, userId, payMethod: 'BALANCE' }))
      return { partnerReferenceNo: payment.partnerReferenceNo, referenceNo }
    },
    async close() {
      await notifier.stop()
      await app.close()
      await engine.close()
    }
  }
  return api
}

/** The code of a user's consent. */
export async function grantCode({ engine, partnerId }: TestApi, phone = TEST_PHONE): Promise<string> {
  const userId = engine.findUserByPhone(phone)!.id
  const consent = {
    partnerId,
    userId,
    scopes: ['CASHIER', 'QUERY_BALANCE'],
    externalId: 'binding-1',
    redirectUrl: 'https://shop.example.id'
  }
  return must(await engine.grantAuthCode(consent)).authCode.code
}

/** The outcome, which is no refusal. */
export function must<Result>(outcome: Outcome<Result>): { refused: false } & Result {
  if (outcome.refused) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome
}
