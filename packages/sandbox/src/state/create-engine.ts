import { checkUser } from '../accounts/check-user.js'
import { login } from '../accounts/login.js'
import { addMerchant, changeMerchant } from '../accounts/merchants.js'
import { normalisePhone } from '../accounts/normalise-phone.js'
import { topUp } from '../accounts/top-up.js'
import { addUser, changeUser } from '../accounts/users.js'
import { exchangeAuthCode, grantAuthCode, refreshToken } from '../bindings/auth-codes.js'
import { checkToken } from '../bindings/check-token.js'
import { applyOtt, checkOtt, consumeOtt } from '../bindings/otts.js'
import { unbind, unbindByUser } from '../bindings/unbind.js'
import { moveTo } from '../clock/sandbox-time.js'
import type { Journal } from '../journal/journal.js'
import { verifyBooks } from '../ledger/verify-books.js'
import { recordAttempt, repeatNotification } from '../notifications/record-attempt.js'
import { cancelOrder } from '../orders/cancel-order.js'
import { closeExpired, expireOrder } from '../orders/close-expired.js'
import { createOrder } from '../orders/create-order.js'
import { payOrder, setOrderPaying } from '../orders/pay-order.js'
import { refundOrder } from '../orders/refund-order.js'
import type { Seed } from '../seeds/default-seed.js'
import { createRunner } from './create-runner.js'
import type { Context, Decision } from './decision.js'
import type { Engine } from './engine.js'
import type { Event } from './event.js'
import { refuse } from './outcome.js'
import { pairKey, type State } from './state.js'

/** What an engine is made of. */
export type EngineOptions = {
  /** Real time, in milliseconds since 1970. */
  readonly clock: () => number
  readonly random: (byteCount: number) => Uint8Array
  /** Whom it starts with; those a journal knows already stay as they are there. */
  readonly seed: Seed
  /** Without one, everything is gone with the process. */
  readonly journal?: Journal
}

/**
 * DANA's side in memory, and in a journal if there is one.
 *
 * @throws {Error} when the seed is refused, or the journal's events don't fit together
 *
 * @example
 * const engine = createEngine({ clock: Date.now, random: randomBytes, seed: DEFAULT_SEED })
 */
export function createEngine({ clock, random, seed, journal }: EngineOptions): Engine {
  /** When the next order may run out, by the sandbox's clock; a time that is too early costs one look at all open ones. */
  let nextExpiry = Number.NEGATIVE_INFINITY
  const onApplied = (event: Event) => {
    if (event.type === 'order.created') nextExpiry = Math.min(nextExpiry, event.order.validUpTo)
  }
  const runner = createRunner({ clock, random, onApplied, ...(journal === undefined ? {} : { journal }) })
  const { state, now, run } = runner
  /** Binds a decider to the state. */
  const command =
    <Input, Result>(decide: (state: State, input: Input, context: Context) => Decision<Result>) =>
    (input: Input) =>
      run((context) => decide(state, input, context))
  const pay = command(setOrderPaying)
  const expire = command(expireOrder)
  const change = command(changeUser)
  const alter = command(changeMerchant)
  const consume = command(consumeOtt)
  const repeat = command(repeatNotification)
  const moveClockTo = (targetTime: () => number) =>
    run<{ now: number }>(() => {
      const moved = moveTo(targetTime(), clock())
      if (moved.refused) return { events: [], outcome: () => moved }
      return { events: [moved.event], outcome: () => ({ refused: false, now: moved.event.at }) }
    })

  const plantSeed = () => {
    const planted: Promise<unknown>[] = []
    for (const merchant of seed.merchants) {
      const known = state.merchants.has(merchant.partnerId ?? '') || state.merchantIds.has(merchant.merchantId ?? '')
      if (!known) planted.push(runner.demand((context) => addMerchant(state, merchant, context), 'merchant'))
    }
    for (const user of seed.users) {
      const known = state.phones.has(normalisePhone(user.phone) ?? '') || state.users.has(user.id ?? '')
      if (!known) planted.push(runner.demand((context) => addUser(state, user, context), 'user'))
    }
    return planted
  }
  // Who waits for something later waits for these too.
  for (const planted of plantSeed()) planted.catch(() => undefined)

  return {
    findUserByPhone: (phone) => state.users.get(state.phones.get(normalisePhone(phone) ?? '') ?? ''),
    findUser: (userId) => state.users.get(userId),
    listUsers: () => [...state.users.values()],
    findMerchantByPartnerId: (partnerId) => state.merchants.get(partnerId),
    findMerchant: (merchantId) => state.merchants.get(state.merchantIds.get(merchantId) ?? ''),
    listMerchants: () => [...state.merchants.values()],
    findToken: (accessToken) => state.tokens.get(accessToken),
    listTokens: () => [...state.tokens.values()],
    findOrder: (referenceNo) => state.orders.get(referenceNo),
    findOrderByPartnerReference: (merchantId, partnerReferenceNo) =>
      state.orders.get(state.partnerReferences.get(pairKey(merchantId, partnerReferenceNo)) ?? ''),
    findOrderByExternalId: (merchantId, externalId) =>
      state.orders.get(state.externalIds.get(pairKey(merchantId, externalId)) ?? ''),
    listOrders: () => [...state.orders.values()],
    findNotification: (id) => state.notifications.get(id),
    listNotifications: () => [...state.notifications.values()],
    findOtt: (value) => state.otts.get(value),
    findAuthCode: (code) => state.authCodes.get(code),
    balanceOf: (accountId) => state.balances.get(accountId) ?? 0n,
    ledgerEntries: () => state.entries,
    now,
    clockOffsetMs: () => state.offsetMs,
    verify: () => verifyBooks(state),
    readState: () => state,
    checkUser: (userId, serviceCode) => {
      const user = state.users.get(userId)
      return user === undefined ? refuse(404, '11', 'user_unknown') : checkUser(user, serviceCode)
    },
    checkToken: (input) => checkToken(state, input, now()),
    checkOtt: (value) => checkOtt(state, value, now()),

    addUser: command(addUser),
    changeUser: (userId, changes) => change({ userId, changes }),
    topUp: command(topUp),
    addMerchant: command(addMerchant),
    changeMerchant: (partnerId, changes) => alter({ partnerId, changes }),

    login: command(login),
    grantAuthCode: command(grantAuthCode),
    exchangeAuthCode: command(exchangeAuthCode),
    refreshToken: command(refreshToken),
    unbind: command(unbind),
    unbindByUser: command(unbindByUser),
    applyOtt: command(applyOtt),
    consumeOtt: (value) => consume({ value }),

    createOrder: command(createOrder),
    payOrder: command(payOrder),
    cancelOrder: command(cancelOrder),
    refundOrder: command(refundOrder),
    setOrderPaying: (referenceNo) => pay({ referenceNo }),
    expireOrder: (referenceNo) => expire({ referenceNo }),
    closeExpired: async () => {
      if (now() < nextExpiry) return []
      const closed = await run((context) => {
        const decision = closeExpired(state, context)
        nextExpiry = decision.nextExpiry
        return decision
      })
      return closed.refused ? [] : closed.orders
    },

    recordAttempt: command(recordAttempt),
    repeatNotification: (id) => repeat({ id }),

    moveClock: (deltaMs) => moveClockTo(() => now() + deltaMs),
    setClock: (epochMs) => moveClockTo(() => epochMs),
    resetClock: () => moveClockTo(clock),

    reset: async () => {
      const emptied = run(() => ({ events: [{ type: 'sandbox.reset', at: clock() }], outcome: () => ({ refused: false }) }))
      await Promise.all([emptied, ...plantSeed()])
    },
    subscribe: runner.subscribe,
    settled: runner.settled,
    close: runner.close
  }
}
