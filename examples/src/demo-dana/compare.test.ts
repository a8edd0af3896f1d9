import type { LoggedRequest, Notification, OrderView } from '@arus/sandbox'
import { describe, expect, it } from 'vitest'
import { compare, type Seen } from './compare.js'
import { describeReport, isRight } from './describe-report.js'

/** What every side says when all went well. */
function rightSeen(): Seen {
  const visit = {
    orderNumber: 'order-1',
    balanceBefore: '100000.00',
    balanceAfter: '57500.00',
    status: 'paid',
    answer: 'SUCCESS',
    isNotified: true,
    refundStatus: 'done',
    isUnbound: true
  }
  const order = { status: 'SUCCESS', amount: '85000.00', refunds: [{ amount: '42500.00' }] } as OrderView
  const notification = {
    state: 'delivered',
    status: '00',
    attempts: [{ answer: '{"responseCode":"2005600"}' }]
  } as Notification
  const request = { operation: 'widgetPayment', signature: 'ok', responseCode: '2005400' } as LoggedRequest
  return {
    visits: [{ device: 'phone', visit, book: { order, notifications: [notification] } }],
    priceSen: 8_500_000n,
    refundSen: 4_250_000n,
    customer: { name: 'Siti', beforeSen: 10_000_000n, afterSen: 5_750_000n },
    merchant: { name: 'Toko', beforeSen: 0n, afterSen: 4_250_000n },
    requests: [request],
    complaints: []
  }
}

function differencesOf(change: (seen: Seen) => void): string[] {
  const seen = rightSeen()
  change(seen)
  return compare(seen).flatMap(({ differences }) => differences)
}

describe('comparing what the customer, the shop and DANA saw', () => {
  it('finds nothing when all is right', () => {
    expect(differencesOf(() => {})).toEqual([])
  })

  it.each<[string, (seen: Seen) => void, string]>([
    ['an order that the shop thinks unpaid', (seen) => (seen.visits[0]!.visit.status = 'waiting'), 'the shop: waiting'],
    ['a query that nobody made', (seen) => (seen.visits[0]!.visit.answer = ''), 'the answer to its query'],
    ['an order that DANA closed', (seen) => (seen.visits[0]!.book.order.status = 'CLOSED'), 'DANA: CLOSED'],
    ['another amount', (seen) => (seen.visits[0]!.book.order.amount = '1.00'), "DANA's amount: 100"],
    ['a notification that was not verified', (seen) => (seen.visits[0]!.visit.isNotified = false), 'verified by the shop: false'],
    ['no notification', (seen) => seen.visits[0]!.book.notifications.pop(), 'notifications: 0'],
    [
      'a notification that was refused',
      (seen) => (seen.visits[0]!.book.notifications[0]!.attempts[0]!.answer = '{"responseCode":"4015600"}'),
      'answer: 4015600'
    ],
    [
      'a refund made twice',
      (seen) => seen.visits[0]!.book.order.refunds.push(seen.visits[0]!.book.order.refunds[0]!),
      'refunds: 4250000, 4250000'
    ],
    ['a sen too much taken', (seen) => (seen.customer.afterSen -= 1n), 'Siti: 5749999, and should be 5750000'],
    ['a sen that the merchant misses', (seen) => (seen.merchant.afterSen -= 1n), 'Toko: 4249999, and should be 4250000'],
    ['a balance that the shop shows wrongly', (seen) => (seen.visits[0]!.visit.balanceAfter = ''), 'shown by the shop'],
    ['a signature refused', (seen) => (seen.requests[0]!.signature = 'wrong'), 'widgetPayment, signature: wrong'],
    ['a refused request', (seen) => (seen.requests[0]!.responseCode = '5005400'), 'widgetPayment, answer: 500'],
    ['a binding that is left', (seen) => (seen.visits[0]!.visit.isUnbound = false), 'unbound: false'],
    ['what a browser complains of', (seen) => Object.assign(seen, { complaints: ['phone: no such file'] }), 'phone: no such file']
  ])('names %s', (_what, change, difference) => {
    expect(differencesOf(change)).toContainEqual(expect.stringContaining(difference))
  })
})

describe('the report', () => {
  const report = (seen: Seen) => ({
    title: 'Kopi, paid with DANA',
    customer: seen.customer,
    merchant: seen.merchant,
    paidSen: seen.priceSen,
    refundedSen: seen.refundSen,
    stages: [
      { name: 'start', spanMs: 400 },
      { name: 'pay', spanMs: 2_000 }
    ],
    checks: compare(seen),
    pictures: { folder: '/pictures', count: 3 }
  })

  it('tells the money, the time, the checks and where the pictures are', () => {
    const text = describeReport(report(rightSeen()), { isColored: false })
    expect(text).toContain('Siti   Rp100.000  −Rp85.000  +Rp42.500  Rp57.500')
    expect(text).toContain('Toko         Rp0  +Rp85.000  −Rp42.500  Rp42.500')
    expect(text).toContain(`pay     2.0 s  ${'▇'.repeat(20)}`)
    expect(text).toContain('✓ half of each order was given back, once')
    expect(text).toContain('/pictures')
    expect(text).not.toContain('✗')
    expect(isRight(report(rightSeen()))).toBe(true)
  })

  it('names what differed', () => {
    const seen = rightSeen()
    seen.merchant.afterSen = 0n
    const text = describeReport(report(seen), { isColored: false })
    expect(text).toContain('✗ the balances of Siti and Toko')
    expect(text).toContain('Toko: 0, and should be 4250000')
    expect(isRight(report(seen))).toBe(false)
  })
})
