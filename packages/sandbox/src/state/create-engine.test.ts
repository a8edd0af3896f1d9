import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { DEFAULT_SEED, TEST_MERCHANT } from '../seeds/default-seed.js'
import { createEngine } from './create-engine.js'
import { merchantAccount, userAccount } from './ledger-entry.js'
import type { Outcome } from './outcome.js'

const START = Date.parse('2026-01-15T10:00:00+07:00')

function must<Result>(outcome: Outcome<Result>) {
  if (outcome.refused) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome
}

it('binds a user, takes an order, is paid, gives half back and unbinds', async () => {
  const engine = createEngine({ clock: () => START, random: randomBytes, seed: DEFAULT_SEED })
  const partnerId = TEST_MERCHANT.partnerId!
  const merchantId = TEST_MERCHANT.merchantId!
  const { user } = must(await engine.login({ phone: '083811223355', pin: '181818' }))
  const before = engine.balanceOf(userAccount(user.id))
  const merchantBefore = engine.balanceOf(merchantAccount(merchantId))
  const { authCode } = must(
    await engine.grantAuthCode({
      partnerId,
      userId: user.id,
      scopes: ['CASHIER'],
      externalId: 'e1',
      redirectUrl: 'https://shop.example'
    })
  )
  const { token } = must(await engine.exchangeAuthCode({ partnerId, authCode: authCode.code }))
  const { ott } = must(await engine.applyOtt({ partnerId, accessToken: token.accessToken }))
  const request = {
    partnerReferenceNo: 'order-1',
    merchantId,
    amount: { value: '10000.00', currency: 'IDR' },
    validUpTo: '2026-01-15T10:20:00+07:00',
    urlParams: [{ url: 'https://shop.example/notify', type: 'NOTIFICATION', isDeeplink: 'N' }],
    additionalInfo: { order: { orderTitle: 'Kopi' } }
  }
  const { order } = must(await engine.createOrder({ partnerId, request }))
  expect(order).toMatchObject({
    status: 'INIT',
    amountSen: 1_000_000n,
    title: 'Kopi',
    notificationUrl: 'https://shop.example/notify'
  })
  expect(order.referenceNo).toMatch(/^20260115\d{29}$/)
  const { userId } = must(await engine.consumeOtt(ott.value))
  const paid = must(await engine.payOrder({ referenceNo: order.referenceNo, userId, payMethod: 'BALANCE' }))
  expect(paid.order).toMatchObject({ status: 'SUCCESS', payerId: user.id, paidAt: START })
  const refundAmount = { value: '5000.00', currency: 'IDR' }
  must(await engine.refundOrder({ merchantId, partnerReferenceNo: 'order-1', partnerRefundNo: 'refund-1', refundAmount }))
  expect(engine.balanceOf(userAccount(user.id))).toBe(before - 500_000n)
  expect(engine.balanceOf(merchantAccount(merchantId))).toBe(merchantBefore + 500_000n)
  must(await engine.unbind({ partnerId, accessToken: token.accessToken }))
  expect(engine.checkToken({ partnerId, accessToken: token.accessToken, serviceCode: '11' })).toMatchObject({ caseCode: '02' })
  expect(engine.verify()).toEqual([])
})
