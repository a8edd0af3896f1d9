import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBareClient } from './clients/bare-client.js'
import { openBrowser, saysPaid } from './world/browse.js'
import { startWorld, succeeded, type World } from './world/start-world.js'

const FIFTY = Array.from({ length: 50 }, (_, index) => index)

let world: World
beforeEach(async () => {
  world = await startWorld(createBareClient)
})
afterEach(() => world.sandbox.stop())

/** An order, its cashier page's address with a one-time token, and what its payer and merchant have. */
async function openCheckout() {
  const { client, sandbox, bind, customer, order, merchantId } = world
  const { body } = succeeded(await client.call('applyOTT', { userResources: ['OTT'], ...customer(await bind()) }))
  const { webRedirectUrl, named } = await order()
  const checkout = new URL(webRedirectUrl)
  checkout.searchParams.set('ott', body.userResources[0].value)
  const balances = () => ({
    user: Number(sandbox.users[0]!.balance),
    merchant: Number(sandbox.control.listMerchants().find((merchant) => merchant.merchantId === merchantId)!.balance)
  })
  return { url: checkout.href, named, balances, before: balances() }
}

async function expectOnePayment({ named, balances, before }: Awaited<ReturnType<typeof openCheckout>>) {
  expect(balances()).toEqual({ user: before.user - 10_000, merchant: before.merchant + 10_000 })
  const order = world.sandbox.control.findOrder(named.originalPartnerReferenceNo)
  expect(order).toMatchObject({ status: 'SUCCESS', amount: '10000.00', refunded: '0.00' })
  expect(order.timeline.filter(({ what }) => what === 'paid')).toHaveLength(1)
}

describe('fifty payments at once of one order with the same one-time token', () => {
  it('in fifty browsers: one is let in and pays, and the others are asked who they are', async () => {
    const checkout = await openCheckout()
    const browsers = FIFTY.map(openBrowser)
    const pages = await Promise.all(browsers.map((browser) => browser.open(checkout.url)))
    const isIn = pages.map(({ text }) => text.includes('/m/portal/cashier/pay'))
    expect(isIn.filter(Boolean)).toHaveLength(1)
    const results = await Promise.all(
      browsers.map((browser, index) => browser.submit(pages[index]!, isIn[index] ? '/pay' : '/phone', { phone: '08' }))
    )
    expect(results.filter(saysPaid)).toHaveLength(1)
    await expectOnePayment(checkout)
  })

  it('in fifty windows of one browser: one pays, and each says that it is paid, or was', async () => {
    const checkout = await openCheckout()
    const browser = openBrowser()
    const first = await browser.open(checkout.url)
    const windows = await Promise.all(FIFTY.map(() => browser.open(first.url)))
    const results = await Promise.all(windows.map((window) => browser.submit(window, '/pay')))
    expect(results.every((page) => saysPaid(page) || page.text.includes('lbl-failed-payment'))).toBe(true)
    await expectOnePayment(checkout)
  })

  it('without pages: one pays', async () => {
    const checkout = await openCheckout()
    const results = await Promise.allSettled(FIFTY.map(() => world.sandbox.pay(checkout.url)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expectOnePayment(checkout)
  })

  it('and fifty refunds at once under fifty numbers give back no more than was paid', async () => {
    const { client, paidOrder } = world
    const { named } = await paidOrder()
    const refundAmount = { value: '3000.00', currency: 'IDR' }
    const answers = await Promise.all(
      FIFTY.map((number) => client.call('refundOrder', { ...named, partnerRefundNo: `refund-${number}`, refundAmount }))
    )
    expect(answers.filter(({ body }) => body.responseCode === '2005800')).toHaveLength(3)
    expect(answers.filter(({ body }) => body.responseCode === '4035815')).toHaveLength(47)
    expect(world.sandbox.control.findOrder(named.originalPartnerReferenceNo).refunded).toBe('9000.00')
  })
})
