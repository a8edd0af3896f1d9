import { createHash } from 'node:crypto'
import type { Journal } from '../journal/journal.js'
import { DEFAULT_SEED, TEST_MERCHANT } from '../seeds/default-seed.js'
import { createEngine } from '../state/create-engine.js'
import type { Engine } from '../state/engine.js'
import type { Event } from '../state/event.js'
import type { Order, OrderRequest } from '../state/order.js'
import type { Outcome } from '../state/outcome.js'
import type { Token } from '../state/token.js'
import type { User } from '../state/user.js'

/** 10:00 in Jakarta. */
export const START = Date.parse('2026-01-15T10:00:00+07:00')

export const PARTNER_ID = TEST_MERCHANT.partnerId!
export const MERCHANT_ID = TEST_MERCHANT.merchantId!

/** The result, where a refusal would be a fault of the test. */
export function must<Result>(outcome: Outcome<Result>): { readonly refused: false } & Result {
  if (outcome.refused) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome
}

/** Rupiah as the wire has them. */
export function rupiah(amount: number): { value: string; currency: string } {
  return { value: `${amount}.00`, currency: 'IDR' }
}

/** Bytes that look random and are the same each time. */
export function repeatableRandom(name = 'seed'): (byteCount: number) => Uint8Array {
  let call = 0
  return (byteCount) => {
    const blocks: Buffer[] = []
    for (let length = 0; length < byteCount; length += 32) {
      blocks.push(createHash('sha256').update(`${name}:${call++}`).digest())
    }
    return Buffer.concat(blocks).subarray(0, byteCount)
  }
}

/** A journal in memory: what an engine wrote, to be replayed. */
export function memoryJournal(): Journal & { readonly events: Event[] } {
  const events: Event[] = []
  return {
    events,
    restored: { events: [] },
    cutBytes: 0,
    append: (event) => events.push(event),
    wantsSnapshot: () => false,
    writeSnapshot: () => undefined,
    settled: async () => undefined,
    failure: () => undefined,
    close: async () => undefined
  }
}

/** An engine with the default seed, whose real time stands still until `time.now` is changed. */
export function makeTestEngine(options: { journal?: Journal } = {}): { engine: Engine; time: { now: number }; user: User } {
  const time = { now: START }
  const engine = createEngine({ clock: () => time.now, random: repeatableRandom(), seed: DEFAULT_SEED, ...options })
  return { engine, time, user: engine.findUserByPhone('083811223355')! }
}

/** A widgetPayment's body. */
export function makeRequest(partnerReferenceNo: string, changes: Partial<OrderRequest> = {}): OrderRequest {
  return {
    partnerReferenceNo,
    merchantId: MERCHANT_ID,
    amount: rupiah(10_000),
    validUpTo: '2026-01-15T10:20:00+07:00',
    urlParams: [
      { url: 'https://shop.example/notify', type: 'NOTIFICATION', isDeeplink: 'N' },
      { url: 'https://shop.example/return', type: 'PAY_RETURN', isDeeplink: 'N' }
    ],
    additionalInfo: { order: { orderTitle: 'Kopi susu' } },
    ...changes
  }
}

/** Binds a user, as the pages and the merchant would. */
export async function bind(engine: Engine, userId: string, partnerId = PARTNER_ID): Promise<Token> {
  const consent = { partnerId, userId, scopes: ['CASHIER'], externalId: 'external-1', redirectUrl: 'https://shop.example/bound' }
  const { authCode } = must(await engine.grantAuthCode(consent))
  return must(await engine.exchangeAuthCode({ partnerId, authCode: authCode.code })).token
}

/** An order that the user paid from the balance. */
export async function makePaidOrder(engine: Engine, userId: string, request: OrderRequest): Promise<Order> {
  const { order } = must(await engine.createOrder({ partnerId: PARTNER_ID, request }))
  return must(await engine.payOrder({ referenceNo: order.referenceNo, userId, payMethod: 'BALANCE' })).order
}
