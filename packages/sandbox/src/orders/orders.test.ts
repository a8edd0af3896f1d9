import { expect, it } from 'vitest'
import { merchantAccount, userAccount, WORLD } from '../state/ledger-entry.js'
import { MERCHANT_ID, makePaidOrder, makeRequest, makeTestEngine, must, PARTNER_ID, rupiah } from '../testing/make-test-engine.js'
import { CANCEL_WINDOW_MS } from './cancel-order.js'

const HOUR_MS = 60 * 60_000

it('creates an order with what the request says', async () => {
  const { engine, time } = makeTestEngine()
  const request = makeRequest('order-1')
  const { order, repeated } = must(await engine.createOrder({ partnerId: PARTNER_ID, request }))
  expect(repeated).toBe(false)
  expect(order).toMatchObject({
    status: 'INIT',
    amountSen: 1_000_000n,
    title: 'Kopi susu',
    createdAt: time.now,
    validUpTo: time.now + 20 * 60_000,
    notificationUrl: 'https://shop.example/notify',
    returnUrl: 'https://shop.example/return',
    request,
    timeline: [{ at: time.now, what: 'created' }]
  })
  expect(order.referenceNo).toMatch(/^20260115\d{29}$/)
  expect(engine.findOrder(order.referenceNo)).toBe(order)
  expect(engine.findOrderByPartnerReference(MERCHANT_ID, 'order-1')).toBe(order)
})

it('answers the same content with the same order, whatever the order of its keys, and other content with 404/18', async () => {
  const { engine, time, user } = makeTestEngine()
  const create = (request: ReturnType<typeof makeRequest>) => engine.createOrder({ partnerId: PARTNER_ID, request })
  const { order } = must(await create(makeRequest('order-1')))
  const turned = Object.fromEntries(Object.entries({ ...makeRequest('order-1'), subMerchantId: null }).reverse())
  expect(must(await create(turned as typeof order.request))).toMatchObject({ order, repeated: true })
  expect(await create(makeRequest('order-1', { amount: rupiah(10_001) }))).toMatchObject({ httpStatus: 404, caseCode: '18' })
  // Also when it is paid, or its time is over.
  must(await engine.payOrder({ referenceNo: order.referenceNo, userId: user.id, payMethod: 'BALANCE' }))
  time.now += HOUR_MS
  expect(must(await create(makeRequest('order-1')))).toMatchObject({ order: { status: 'SUCCESS' }, repeated: true })
  expect(await create(makeRequest('order-1', { amount: rupiah(30_000_000) }))).toMatchObject({ caseCode: '18' })
  expect(engine.listOrders()).toHaveLength(1)
})

it('refuses amounts that are not two-decimal rupiah up to twenty million, and times that are over', async () => {
  const { engine } = makeTestEngine()
  const create = (changes: object) => engine.createOrder({ partnerId: PARTNER_ID, request: makeRequest('order-1', changes) })
  for (const value of ['10000', '10000.0', '10000.000', '-1.00', '1e3.00', '0.00', '', ' 1.00', '1,000.00', 10000, null]) {
    expect(await create({ amount: { value, currency: 'IDR' } })).toMatchObject({
      httpStatus: 400,
      caseCode: '01',
      detail: 'amount'
    })
  }
  expect(await create({ amount: { value: '1.00', currency: 'USD' } })).toMatchObject({ detail: 'amount' })
  expect(await create({ amount: undefined })).toMatchObject({ detail: 'amount' })
  expect(await create({ amount: { value: '20000000.01', currency: 'IDR' } })).toMatchObject({ httpStatus: 403, caseCode: '02' })
  for (const validUpTo of ['2026-01-15T10:00:00+07:00', '2026-01-15T02:59:59Z', 'tomorrow', 5, undefined]) {
    expect(await create({ validUpTo })).toMatchObject({ httpStatus: 400, caseCode: '01', detail: 'validUpTo' })
  }
  expect(engine.listOrders()).toEqual([])
  must(await create({ amount: rupiah(20_000_000) }))
})

it('knows merchants, divisions and stores', async () => {
  const { engine } = makeTestEngine()
  const create = (changes: object, partnerId = PARTNER_ID) =>
    engine.createOrder({ partnerId, request: makeRequest('order-1', changes) })
  expect(await create({ merchantId: 'other' })).toMatchObject({ httpStatus: 404, caseCode: '08' })
  expect(await create({}, 'other')).toMatchObject({ httpStatus: 404, caseCode: '08' })
  must(await engine.changeMerchant(PARTNER_ID, { stores: ['store-1'], subMerchants: ['division-1'] }))
  expect(await create({ externalStoreId: 'store-2' })).toMatchObject({ reason: 'store_unknown', caseCode: '08' })
  expect(await create({ subMerchantId: 'store-1' })).toMatchObject({ reason: 'division_unknown', caseCode: '08' })
  must(await create({ externalStoreId: 'store-1', subMerchantId: 'division-1' }))
  must(await engine.changeMerchant(PARTNER_ID, { status: 'inactive' }))
  expect(await create({ externalStoreId: 'store-1' })).toMatchObject({ httpStatus: 404, caseCode: '08' })
})

it('takes the money of fifty who pay one order at once only once', async () => {
  const { engine, user } = makeTestEngine()
  const before = engine.balanceOf(userAccount(user.id))
  const { order } = must(await engine.createOrder({ partnerId: PARTNER_ID, request: makeRequest('order-1') }))
  const pay = () => engine.payOrder({ referenceNo: order.referenceNo, userId: user.id, payMethod: 'BALANCE' })
  const outcomes = await Promise.all(Array.from({ length: 50 }, pay))
  expect(outcomes.filter(({ refused }) => !refused)).toHaveLength(1)
  expect(outcomes.filter((outcome) => outcome.refused && outcome.reason === 'order_paid')).toHaveLength(49)
  expect(engine.balanceOf(userAccount(user.id))).toBe(before - order.amountSen)
  expect(engine.verify()).toEqual([])
})

it('takes no payment that cannot be', async () => {
  const { engine, time, user } = makeTestEngine()
  const create = async (reference: string, changes: object = {}) =>
    must(await engine.createOrder({ partnerId: PARTNER_ID, request: makeRequest(reference, changes) })).order.referenceNo
  const pay = (referenceNo: string, userId: string | undefined, payMethod = 'BALANCE') =>
    engine.payOrder({ referenceNo, payMethod, ...(userId === undefined ? {} : { userId }) })
  const before = new Map(engine.readState().balances)
  const order = await create('order-1', { disabledPayMethods: 'CREDIT_CARD, VIRTUAL_ACCOUNT' })
  expect(await pay('nonsense', user.id)).toMatchObject({ reason: 'order_unknown', caseCode: '01' })
  expect(await pay(order, 'nobody')).toMatchObject({ reason: 'user_unknown' })
  expect(await pay(order, undefined)).toMatchObject({ reason: 'user_unknown' })
  expect(await pay(order, user.id, 'VIRTUAL_ACCOUNT')).toMatchObject({ reason: 'pay_method_disabled', caseCode: '15' })
  expect(await pay(order, engine.findUserByPhone('081200000001')!.id)).toMatchObject({
    reason: 'insufficient_balance',
    httpStatus: 403,
    caseCode: '14'
  })
  expect(await pay(order, engine.findUserByPhone('081200000002')!.id)).toMatchObject({ reason: 'user_frozen', caseCode: '05' })
  expect(await pay(order, engine.findUserByPhone('0815919191')!.id)).toMatchObject({ reason: 'user_inactive', caseCode: '18' })
  time.now += 20 * 60_000
  expect(await pay(order, user.id)).toMatchObject({ reason: 'order_expired', httpStatus: 403, caseCode: '00' })
  expect(engine.findOrder(order)).toMatchObject({ status: 'CLOSED', closeReason: 'EXPIRED', closedAt: time.now })
  expect(await pay(order, user.id)).toMatchObject({ reason: 'order_expired' })
  expect(engine.readState().balances).toEqual(before)
  expect(engine.verify()).toEqual([])
})

it('takes what is not from a balance from the world, and gives it back there', async () => {
  const { engine } = makeTestEngine()
  const [world, merchant] = [engine.balanceOf(WORLD), engine.balanceOf(merchantAccount(MERCHANT_ID))]
  const { order } = must(await engine.createOrder({ partnerId: PARTNER_ID, request: makeRequest('order-1') }))
  const payment = { referenceNo: order.referenceNo, payMethod: 'VIRTUAL_ACCOUNT', payOption: 'VIRTUAL_ACCOUNT_CIMB' }
  expect(must(await engine.payOrder(payment)).order).toMatchObject({ status: 'SUCCESS', payOption: 'VIRTUAL_ACCOUNT_CIMB' })
  expect(engine.balanceOf(merchantAccount(MERCHANT_ID))).toBe(merchant + order.amountSen)
  must(await engine.cancelOrder({ merchantId: MERCHANT_ID, partnerReferenceNo: 'order-1' }))
  expect(engine.balanceOf(WORLD)).toBe(world)
  expect(engine.verify()).toEqual([])
})

it('closes every order whose time is over, once, and knows when there is nothing to do', async () => {
  const { engine, time } = makeTestEngine()
  const create = (reference: string, validUpTo: string) =>
    engine.createOrder({ partnerId: PARTNER_ID, request: makeRequest(reference, { validUpTo }) })
  await create('order-1', '2026-01-15T10:10:00+07:00')
  await create('order-2', '2026-01-15T10:20:00+07:00')
  expect(await engine.closeExpired()).toEqual([])
  time.now += 10 * 60_000
  expect(await engine.closeExpired()).toMatchObject([{ partnerReferenceNo: 'order-1', status: 'CLOSED' }])
  expect(await engine.closeExpired()).toEqual([])
  await create('order-3', '2026-01-15T10:11:00+07:00')
  must(await engine.moveClock(60_000))
  expect(await engine.closeExpired()).toMatchObject([{ partnerReferenceNo: 'order-3' }])
  must(await engine.moveClock(HOUR_MS))
  // The state has changed before anybody waits.
  const closing = engine.closeExpired()
  expect(engine.findOrderByPartnerReference(MERCHANT_ID, 'order-2')?.status).toBe('CLOSED')
  expect(await closing).toHaveLength(1)
})

it('makes an unpaid order PAYING, which can still be paid', async () => {
  const { engine, user } = makeTestEngine()
  const { order } = must(await engine.createOrder({ partnerId: PARTNER_ID, request: makeRequest('order-1') }))
  expect(must(await engine.setOrderPaying(order.referenceNo)).order.status).toBe('PAYING')
  expect(await engine.setOrderPaying(order.referenceNo)).toMatchObject({ caseCode: '00' })
  expect(await engine.setOrderPaying('nonsense')).toMatchObject({ caseCode: '01' })
  must(await engine.payOrder({ referenceNo: order.referenceNo, userId: user.id, payMethod: 'BALANCE' }))
})

it('cancels unpaid orders, and paid ones within a day, with all their money', async () => {
  const { engine, time, user } = makeTestEngine()
  const cancel = (partnerReferenceNo: string, changes: object = {}) =>
    engine.cancelOrder({ merchantId: MERCHANT_ID, partnerReferenceNo, ...changes })
  const before = engine.balanceOf(userAccount(user.id))
  must(await engine.createOrder({ partnerId: PARTNER_ID, request: makeRequest('unpaid') }))
  expect(must(await cancel('unpaid', { reason: 'sold out' }))).toMatchObject({
    order: { status: 'CANCELLED', cancelReason: 'sold out', voidedSen: 0n },
    repeated: false
  })
  expect(must(await cancel('unpaid')).repeated).toBe(true)
  const unpaid = engine.findOrderByPartnerReference(MERCHANT_ID, 'unpaid')!
  expect(await engine.payOrder({ referenceNo: unpaid.referenceNo, userId: user.id, payMethod: 'BALANCE' })).toMatchObject({
    reason: 'order_cancelled',
    httpStatus: 404,
    caseCode: '04'
  })

  await makePaidOrder(engine, user.id, makeRequest('paid'))
  await makePaidOrder(engine, user.id, makeRequest('paid-long-ago'))
  time.now += CANCEL_WINDOW_MS
  expect(must(await cancel('paid')).order).toMatchObject({ status: 'CANCELLED', voidedSen: 1_000_000n, refundedSen: 0n })
  time.now += 1
  expect(await cancel('paid-long-ago')).toMatchObject({ httpStatus: 403, caseCode: '00' })
  expect(must(await cancel('paid')).repeated).toBe(true)
  expect(engine.balanceOf(userAccount(user.id))).toBe(before - 1_000_000n)
  expect(engine.verify()).toEqual([])
})

it('cancels nothing that is unknown, run out, refunded, or whose merchant or payer cannot', async () => {
  const { engine, time, user } = makeTestEngine()
  const cancel = (partnerReferenceNo: string, changes: object = {}) =>
    engine.cancelOrder({ merchantId: MERCHANT_ID, partnerReferenceNo, ...changes })
  expect(await cancel('unknown')).toMatchObject({ httpStatus: 404, caseCode: '01' })
  expect(await cancel('unknown', { merchantId: 'other' })).toMatchObject({ httpStatus: 404, caseCode: '08' })
  expect(await cancel('unknown', { partnerId: 'other' })).toMatchObject({ httpStatus: 404, caseCode: '08' })
  const order = await makePaidOrder(engine, user.id, makeRequest('paid'))
  expect(await cancel('paid', { referenceNo: '1' })).toMatchObject({ caseCode: '01' })
  must(await engine.changeMerchant(PARTNER_ID, { balanceSen: order.amountSen - 1n }))
  expect(await cancel('paid')).toMatchObject({ httpStatus: 403, caseCode: '14' })
  must(await engine.changeMerchant(PARTNER_ID, { balanceSen: order.amountSen }))
  must(await engine.changeUser(user.id, { status: 'abnormal' }))
  expect(await cancel('paid')).toMatchObject({ httpStatus: 403, caseCode: '05' })
  must(await engine.changeUser(user.id, { status: 'active' }))
  const refund = { merchantId: MERCHANT_ID, partnerReferenceNo: 'paid', partnerRefundNo: 'refund-1', refundAmount: rupiah(1) }
  must(await engine.refundOrder(refund))
  expect(await cancel('paid')).toMatchObject({ httpStatus: 404, caseCode: '00' })
  must(await engine.createOrder({ partnerId: PARTNER_ID, request: makeRequest('run-out') }))
  time.now += HOUR_MS
  expect(await cancel('run-out')).toMatchObject({ httpStatus: 404, caseCode: '00' })
  expect(await cancel('run-out')).toMatchObject({ reason: 'order_expired' })
})

it('refunds up to what was paid, each number once', async () => {
  const { engine, user } = makeTestEngine()
  const before = engine.balanceOf(userAccount(user.id))
  const refund = (partnerRefundNo: string, amount: number, changes: object = {}) =>
    engine.refundOrder({
      merchantId: MERCHANT_ID,
      partnerReferenceNo: 'order-1',
      partnerRefundNo,
      refundAmount: rupiah(amount),
      ...changes
    })
  const paid = await makePaidOrder(engine, user.id, makeRequest('order-1'))
  await makePaidOrder(engine, user.id, makeRequest('order-2'))
  const first = must(await refund('refund-1', 4_000, { reason: 'broken' }))
  expect(first).toMatchObject({
    repeated: false,
    refund: { amountSen: 400_000n, reason: 'broken' },
    order: { refundedSen: 400_000n }
  })
  expect(must(await refund('refund-1', 4_000, { reason: 'broken' }))).toMatchObject({ repeated: true, refund: first.refund })
  for (const changes of [{ reason: 'other' }, { partnerReferenceNo: 'order-2', reason: 'broken' }]) {
    expect(await refund('refund-1', 4_000, changes)).toMatchObject({ httpStatus: 404, caseCode: '18' })
  }
  expect(await refund('refund-1', 4_001, { reason: 'broken' })).toMatchObject({ httpStatus: 404, caseCode: '18' })
  expect(await refund('refund-2', 6_001)).toMatchObject({ httpStatus: 403, caseCode: '15' })
  expect(must(await refund('refund-2', 6_000, { referenceNo: paid.referenceNo })).order).toMatchObject({
    status: 'SUCCESS',
    refundedSen: paid.amountSen
  })
  expect(await refund('refund-3', 1)).toMatchObject({ httpStatus: 403, caseCode: '15' })
  expect(engine.balanceOf(userAccount(user.id))).toBe(before - 1_000_000n)
  expect(engine.findOrder(paid.referenceNo)!.timeline.map(({ what }) => what)).toEqual([
    'created',
    'paid',
    'refunded',
    'refunded'
  ])
  expect(engine.verify()).toEqual([])
})

it('refunds nothing that is unknown, unpaid, cancelled or beyond the merchant', async () => {
  const { engine, user } = makeTestEngine()
  const refund = (partnerReferenceNo: string, changes: object = {}) =>
    engine.refundOrder({
      merchantId: MERCHANT_ID,
      partnerReferenceNo,
      partnerRefundNo: `refund-of-${partnerReferenceNo}`,
      refundAmount: rupiah(10_000),
      ...changes
    })
  for (const value of ['10000', '0.00', '-5.00']) {
    expect(await refund('unknown', { refundAmount: { value, currency: 'IDR' } })).toMatchObject({
      httpStatus: 400,
      caseCode: '01',
      detail: 'refundAmount'
    })
  }
  expect(await refund('unknown')).toMatchObject({ httpStatus: 404, caseCode: '12' })
  expect(await refund('unknown', { merchantId: 'other' })).toMatchObject({ httpStatus: 404, caseCode: '08' })
  must(await engine.createOrder({ partnerId: PARTNER_ID, request: makeRequest('unpaid') }))
  expect(await refund('unpaid')).toMatchObject({ httpStatus: 404, caseCode: '00' })
  await makePaidOrder(engine, user.id, makeRequest('paid'))
  expect(await refund('paid', { referenceNo: '1' })).toMatchObject({ caseCode: '12' })
  must(await engine.changeMerchant(PARTNER_ID, { balanceSen: 999_999n }))
  expect(await refund('paid')).toMatchObject({ httpStatus: 403, caseCode: '14' })
  must(await engine.changeMerchant(PARTNER_ID, { balanceSen: 1_000_000n }))
  must(await engine.cancelOrder({ merchantId: MERCHANT_ID, partnerReferenceNo: 'paid' }))
  expect(await refund('paid')).toMatchObject({ httpStatus: 404, caseCode: '00' })
})
