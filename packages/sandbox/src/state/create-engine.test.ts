import { expect, it } from 'vitest'
import {
  bind,
  MERCHANT_ID,
  makePaidOrder,
  makeRequest,
  makeTestEngine,
  memoryJournal,
  must,
  PARTNER_ID,
  rupiah,
  START
} from '../testing/make-test-engine.js'
import { replay } from './apply-event.js'
import type { Event } from './event.js'
import { merchantAccount, userAccount } from './ledger-entry.js'

it('binds a user, takes an order, is paid, gives half back and unbinds', async () => {
  const { engine } = makeTestEngine()
  const { user } = must(await engine.login({ phone: '083811223355', pin: '181818' }))
  const before = engine.balanceOf(userAccount(user.id))
  const merchantBefore = engine.balanceOf(merchantAccount(MERCHANT_ID))
  const { accessToken } = await bind(engine, user.id)
  const { ott } = must(await engine.applyOtt({ partnerId: PARTNER_ID, accessToken }))
  const { order } = must(await engine.createOrder({ partnerId: PARTNER_ID, request: makeRequest('order-1') }))
  const { userId } = must(await engine.consumeOtt(ott.value))
  const paid = must(await engine.payOrder({ referenceNo: order.referenceNo, userId, payMethod: 'BALANCE' }))
  expect(paid.order).toMatchObject({ status: 'SUCCESS', payerId: user.id, paidAt: START })
  const refund = { merchantId: MERCHANT_ID, partnerReferenceNo: 'order-1', partnerRefundNo: 'refund-1' }
  must(await engine.refundOrder({ ...refund, refundAmount: rupiah(5_000) }))
  expect(engine.balanceOf(userAccount(user.id))).toBe(before - 500_000n)
  expect(engine.balanceOf(merchantAccount(MERCHANT_ID))).toBe(merchantBefore + 500_000n)
  must(await engine.unbind({ partnerId: PARTNER_ID, accessToken }))
  expect(engine.checkToken({ partnerId: PARTNER_ID, accessToken, serviceCode: '11' })).toMatchObject({ caseCode: '02' })
  expect(engine.verify()).toEqual([])
})

it('tells what happened, in order, to everybody who listens, whatever one of them does', async () => {
  const { engine, user } = makeTestEngine()
  const heard: Event[] = []
  const also: number[] = []
  engine.subscribe(() => {
    throw new Error('a listener of no use')
  })
  const end = engine.subscribe((event) => heard.push(event))
  engine.subscribe((event) => {
    also.push(event.sequence)
    // Commands from within a listener: their events come after.
    if (event.type === 'order.created') void engine.setOrderPaying(event.order.referenceNo)
  })
  await makePaidOrder(engine, user.id, makeRequest('order-1'))
  expect(heard.map(({ type }) => type)).toEqual(['order.created', 'order.paying', 'order.paid'])
  expect(heard.map(({ sequence }) => sequence - heard[0]!.sequence)).toEqual([0, 1, 2])
  expect(also).toEqual(heard.map(({ sequence }) => sequence))
  end()
  must(await engine.moveClock(1))
  expect(heard).toHaveLength(3)
  expect(also).toHaveLength(4)
})

it('forgets everything but its listeners when it is reset, and starts as it started', async () => {
  const journal = memoryJournal()
  const { engine, user } = makeTestEngine({ journal })
  const { accessToken } = await bind(engine, user.id)
  await makePaidOrder(engine, user.id, makeRequest('order-1'))
  must(await engine.moveClock(1_000))
  must(await engine.changeUser(user.id, { name: 'Somebody else', balanceSen: 0n }))
  const types: string[] = []
  engine.subscribe(({ type }) => types.push(type))
  await engine.reset()
  const { engine: fresh } = makeTestEngine()
  expect(engine.listUsers()).toEqual(fresh.listUsers())
  expect(engine.listMerchants()).toEqual(fresh.listMerchants())
  expect(engine.listOrders()).toEqual([])
  expect(engine.now()).toBe(START)
  expect(engine.balanceOf(userAccount(user.id))).toBe(fresh.balanceOf(userAccount(user.id)))
  expect(engine.checkToken({ partnerId: PARTNER_ID, accessToken, serviceCode: '11' })).toMatchObject({ reason: 'token_unknown' })
  expect(types[0]).toBe('sandbox.reset')
  expect(engine.verify()).toEqual([])
  await makePaidOrder(engine, user.id, makeRequest('order-1'))
  expect(replay(journal.events)).toEqual(engine.readState())
})

it('takes no command once it is closed', async () => {
  const { engine } = makeTestEngine()
  await engine.close()
  await engine.close()
  await expect(engine.moveClock(1)).rejects.toThrow('closed')
  expect(engine.listUsers()).not.toEqual([])
})
