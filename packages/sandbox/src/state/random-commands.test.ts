import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openJournal } from '../journal/open-journal.js'
import { DEFAULT_SEED, TEST_MERCHANT } from '../seeds/default-seed.js'
import { memoryJournal, repeatableRandom, START } from '../testing/make-test-engine.js'
import { replay } from './apply-event.js'
import { createEngine } from './create-engine.js'
import type { Engine } from './engine.js'
import { merchantAccount, userAccount } from './ledger-entry.js'

/** Little money, so that it runs out: on both sides. */
const SEED = {
  users: [1, 2, 3].map((number) => ({ phone: `08120000000${number}`, pin: '123456', balanceSen: 2_500_000n })),
  merchants: ['a', 'b'].map((name) => ({
    ...TEST_MERCHANT,
    partnerId: `partner-${name}`,
    merchantId: name,
    balanceSen: 500_000n
  }))
}

const amounts = fc.constantFrom('3000.00', '9999.99', '10000.00', '20000000.01', '5')
const refundAmounts = fc.constantFrom('1.00', '1500.00', '2999.99', '7000.00', '10000.00', '5')
const merchant = fc.constantFrom('a', 'b')
const user = fc.nat(2)
const reference = fc.constantFrom('one', 'two')
const refundNo = fc.constantFrom('r1', 'r2', 'r3')
/** Which of those made so far, counted from the last. */
const pick = fc.nat(3)

const commands = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ verb: fc.constant('bind' as const), merchant, user }) },
    { weight: 3, arbitrary: fc.record({ verb: fc.constant('refresh' as const), merchant, pick }) },
    fc.record({ verb: fc.constant('unbind' as const), merchant, pick }),
    fc.record({ verb: fc.constant('unbindByUser' as const), merchant, user }),
    { weight: 3, arbitrary: fc.record({ verb: fc.constant('applyOtt' as const), merchant, pick }) },
    { weight: 5, arbitrary: fc.record({ verb: fc.constant('create' as const), merchant, reference, amount: amounts }) },
    {
      weight: 4,
      arbitrary: fc.record({ verb: fc.constant('pay' as const), merchant, reference, user, byBalance: fc.boolean() })
    },
    { weight: 3, arbitrary: fc.record({ verb: fc.constant('payWithOtt' as const), merchant, reference, pick }) },
    fc.record({ verb: fc.constant('paying' as const), merchant, reference }),
    { weight: 1, arbitrary: fc.record({ verb: fc.constant('cancel' as const), merchant, reference }) },
    {
      weight: 10,
      arbitrary: fc.record({ verb: fc.constant('refund' as const), merchant, reference, refundNo, amount: refundAmounts })
    },
    fc.record({ verb: fc.constant('login' as const), user, isRight: fc.boolean() }),
    fc.record({
      verb: fc.constant('status' as const),
      user,
      status: fc.constantFrom('active', 'active', 'frozen', 'closed' as const)
    }),
    fc.record({ verb: fc.constant('topUp' as const), user, amountSen: fc.constantFrom(1n, 500_000n, 2_000_000_001n) }),
    fc.record({
      verb: fc.constant('attempt' as const),
      pick,
      isDelivered: fc.boolean(),
      isByHand: fc.boolean(),
      isLast: fc.boolean()
    }),
    fc.record({ verb: fc.constant('moveClock' as const), minutes: fc.constantFrom(-30, 1, 11, 25 * 60) }),
    fc.record({ verb: fc.constant('closeExpired' as const) }),
    fc.record({ verb: fc.constant('resetClock' as const) })
  ),
  { minLength: 30, maxLength: 120, size: 'max' }
)

type Command = Parameters<Parameters<typeof commands.map>[0]>[0][number]

/** What was handed out, and what must not work any more. */
type Known = { tokens: string[]; refreshTokens: string[]; otts: string[]; dead: Set<string> }

async function perform(engine: Engine, command: Command, known: Known): Promise<void> {
  const users = engine.listUsers()
  const partnerId = 'merchant' in command ? `partner-${command.merchant}` : ''
  const findOrder = (input: { merchant: string; reference: string }) =>
    engine.findOrderByPartnerReference(input.merchant, input.reference)?.referenceNo ?? 'none'
  switch (command.verb) {
    case 'bind': {
      const consent = {
        partnerId,
        userId: users[command.user]!.id,
        scopes: [],
        externalId: 'e',
        redirectUrl: 'https://shop.example'
      }
      const granted = await engine.grantAuthCode(consent)
      if (granted.refused) return
      const exchanges = await Promise.all(
        [1, 2, 3].map(() => engine.exchangeAuthCode({ partnerId, authCode: granted.authCode.code }))
      )
      const issued = exchanges.flatMap((outcome) => (outcome.refused ? [] : [outcome.token]))
      expect(issued).toHaveLength(1)
      known.tokens.push(issued[0]!.accessToken)
      known.refreshTokens.push(issued[0]!.refreshToken)
      return
    }
    case 'refresh': {
      const refreshToken = known.refreshTokens.at(-1 - command.pick) ?? 'none'
      const outcome = await engine.refreshToken({ partnerId, refreshToken })
      if (outcome.refused) return
      expect(known.dead.has(refreshToken)).toBe(false)
      known.dead.add(refreshToken)
      known.tokens.push(outcome.token.accessToken)
      known.refreshTokens.push(outcome.token.refreshToken)
      return
    }
    case 'unbind': {
      const accessToken = known.tokens.at(-1 - command.pick) ?? 'none'
      const { userId } = engine.findToken(accessToken) ?? {}
      const outcome = await engine.unbind({ partnerId, accessToken })
      if (!outcome.refused) buryBinding(engine, known, userId!, partnerId)
      return
    }
    case 'unbindByUser': {
      const userId = users[command.user]!.id
      if (!(await engine.unbindByUser({ userId, partnerId })).refused) buryBinding(engine, known, userId, partnerId)
      return
    }
    case 'applyOtt': {
      const accessToken = known.tokens.at(-1 - command.pick) ?? 'none'
      const outcome = await engine.applyOtt({ partnerId, accessToken })
      if (outcome.refused) return
      expect(known.dead.has(accessToken)).toBe(false)
      known.otts.push(outcome.ott.value)
      return
    }
    case 'create': {
      const request = {
        partnerReferenceNo: command.reference,
        merchantId: command.merchant,
        amount: { value: command.amount, currency: 'IDR' },
        urlParams: [{ url: 'https://shop.example/notify', type: 'NOTIFICATION', isDeeplink: 'N' }],
        validUpTo: new Date(Math.floor((engine.now() + 20 * 60_000) / 1_200_000) * 1_200_000).toISOString()
      }
      await engine.createOrder({ partnerId, request })
      return
    }
    case 'pay': {
      const payment = { referenceNo: findOrder(command), payMethod: command.byBalance ? 'BALANCE' : 'VIRTUAL_ACCOUNT' }
      const outcomes = await Promise.all(
        [0, 1, 2].map((next) => engine.payOrder({ ...payment, userId: users[(command.user + next) % 3]!.id }))
      )
      expect(outcomes.filter(({ refused }) => !refused).length).toBeLessThanOrEqual(1)
      return
    }
    case 'payWithOtt': {
      const value = known.otts.at(-1 - command.pick) ?? 'none'
      const consumed = await engine.consumeOtt(value)
      if (consumed.refused) return
      expect(known.dead.has(value)).toBe(false)
      known.dead.add(value)
      await engine.payOrder({ referenceNo: findOrder(command), userId: consumed.userId, payMethod: 'BALANCE' })
      return
    }
    case 'paying':
      await engine.setOrderPaying(findOrder(command))
      return
    case 'cancel':
      await engine.cancelOrder({ merchantId: command.merchant, partnerReferenceNo: command.reference })
      return
    case 'refund': {
      const refund = { merchantId: command.merchant, partnerReferenceNo: command.reference, partnerRefundNo: command.refundNo }
      await engine.refundOrder({ ...refund, refundAmount: { value: command.amount, currency: 'IDR' } })
      return
    }
    case 'login':
      await engine.login({ phone: users[command.user]!.phone, pin: command.isRight ? '123456' : '000000' })
      return
    case 'topUp':
      await engine.topUp({ userId: users[command.user]!.id, amountSen: command.amountSen })
      return
    case 'attempt': {
      const { id } = engine.listNotifications().at(-1 - command.pick) ?? {}
      const { isDelivered, isByHand, isLast } = command
      const attempt = { at: START, durationMs: 1, headers: {}, body: '{}', stringToSign: '', signature: '', isDelivered }
      await engine.recordAttempt({ id: id ?? 'none', attempt, isByHand, ...(isLast ? {} : { nextAttemptAt: START + 1_000 }) })
      return
    }
    case 'status':
      await engine.changeUser(users[command.user]!.id, { status: command.status as 'active' })
      return
    case 'moveClock':
      await engine.moveClock(command.minutes * 60_000)
      return
    case 'closeExpired':
      await engine.closeExpired()
      return
    case 'resetClock':
      await engine.resetClock()
  }
}

/** All that a binding ever had is dead now. */
function buryBinding(engine: Engine, known: Known, userId: string, partnerId: string): void {
  for (const token of engine.listTokens()) {
    if (token.userId !== userId || token.partnerId !== partnerId) continue
    known.dead.add(token.accessToken)
    known.dead.add(token.refreshToken)
  }
  for (const value of known.otts) {
    const ott = engine.findOtt(value)
    if (ott?.userId === userId && ott.partnerId === partnerId) known.dead.add(value)
  }
}

function checkAll(engine: Engine, known: Known, moneySen: bigint): void {
  for (const { state, attempts, nextAttemptAt } of engine.listNotifications()) {
    expect(state === 'delivered').toBe(attempts.some(({ isDelivered }) => isDelivered))
    if (state !== 'waiting') expect(nextAttemptAt).toBeUndefined()
    expect(attempts.map(({ number }) => number)).toEqual(attempts.map((_, index) => index + 1))
  }
  expect(engine.verify()).toEqual([])
  expect(sumOfMoney(engine)).toBe(moneySen - fromWorld(engine))
  for (const order of engine.listOrders()) {
    expect(order.refundedSen + order.voidedSen).toBeLessThanOrEqual(order.paidAt === undefined ? 0n : order.amountSen)
  }
  for (const token of engine.listTokens()) {
    if (!known.dead.has(token.accessToken)) continue
    const { partnerId, accessToken } = token
    expect(engine.checkToken({ partnerId, accessToken, serviceCode: '' }).refused).toBe(true)
  }
}

/** All that users and merchants have. */
function sumOfMoney(engine: Engine): bigint {
  const accounts = [
    ...engine.listUsers().map(({ id }) => userAccount(id)),
    ...engine.listMerchants().map(({ merchantId }) => merchantAccount(merchantId))
  ]
  return accounts.reduce((sum, account) => sum + engine.balanceOf(account), 0n)
}

/** What they have less than at the start, because it went back to cards and virtual accounts, or more, because it came from there, top-ups too. */
function fromWorld(engine: Engine): bigint {
  const toppedUpSen = engine.ledgerEntries().reduce((sum, { kind, amountSen }) => (kind === 'top_up' ? sum + amountSen : sum), 0n)
  return engine
    .listOrders()
    .filter(({ paidAt, payMethod }) => paidAt !== undefined && payMethod !== 'BALANCE')
    .reduce((sum, order) => sum - order.amountSen + order.refundedSen + order.voidedSen, -toppedUpSen)
}

it('keeps its books, pays and refunds nothing twice, and lets no dead token work, whatever is asked of it', async () => {
  await fc.assert(
    fc.asyncProperty(commands, fc.string(), async (sequence, name) => {
      const journal = memoryJournal()
      const engine = createEngine({ clock: () => START, random: repeatableRandom(name), seed: SEED, journal })
      const known: Known = { tokens: [], refreshTokens: [], otts: [], dead: new Set() }
      const moneySen = sumOfMoney(engine)
      for (const command of sequence) {
        await perform(engine, command, known)
        checkAll(engine, known, moneySen)
      }
      expect(replay(structuredClone(journal.events))).toEqual(engine.readState())
    }),
    { numRuns: 100 }
  )
})

it('comes back from its journal as it was, whatever was asked of it', async () => {
  const root = await mkdtemp(join(tmpdir(), 'sandbox-commands-'))
  let run = 0
  try {
    await fc.assert(
      fc.asyncProperty(commands, fc.nat({ max: 40_000 }), async (sequence, snapshotAfterBytes) => {
        const folder = join(root, `${run++}`)
        const options = { clock: () => START, random: repeatableRandom(), seed: SEED }
        const engine = createEngine({ ...options, journal: await openJournal(folder, { snapshotAfterBytes }) })
        const known: Known = { tokens: [], refreshTokens: [], otts: [], dead: new Set() }
        for (const command of sequence) await perform(engine, command, known)
        await engine.close()
        const again = createEngine({ ...options, journal: await openJournal(folder) })
        expect(again.readState()).toEqual(engine.readState())
        await again.close()
      }),
      { numRuns: 25 }
    )
  } finally {
    await rm(root, { recursive: true, force: true })
  }
})

it('has a seed of its own in each engine', async () => {
  const make = () => createEngine({ clock: () => START, random: repeatableRandom(), seed: DEFAULT_SEED })
  const [first, second] = [make(), make()]
  await first.changeUser(first.findUserByPhone('083811223355')!.id, { balanceSen: 0n })
  expect(second.readState()).toEqual(make().readState())
})
