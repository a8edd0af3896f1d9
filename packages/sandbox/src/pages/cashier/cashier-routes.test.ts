import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Order } from '../../state/order.js'
import { bind, must, PARTNER_ID, rupiah } from '../../testing/make-test-engine.js'
import { openPages, type TestPages, type Visitor } from '../../testing/visit-pages.js'
import { checkoutUrl } from '../checkout-url.js'

let pages: TestPages
beforeEach(() => {
  pages = openPages()
})
afterEach(() => pages.close())

const SUCCESS = 'lbl-success'
const FAILURE = 'card-header-content__title lbl-failed-payment'

function addressOf(order: Order): string {
  return checkoutUrl({ publicUrl: 'http://127.0.0.1:4190', order }).replace('http://127.0.0.1:4190', '')
}

async function logIn(order: Order, { phone = '83811223355', pin = '181818' } = {}): Promise<Visitor> {
  const visitor = pages.visitor()
  await visitor.open(addressOf(order))
  await visitor.submit('/phone', { phone })
  await visitor.submit('/pin', { pin })
  return visitor
}

async function ottOf(userId = pages.user.id): Promise<string> {
  const { accessToken } = await bind(pages.engine, userId)
  return must(await pages.engine.applyOtt({ partnerId: PARTNER_ID, accessToken })).ott.value
}

it('shows the order, takes phone and PIN, pays once, and leads back to the merchant', async () => {
  const order = await pages.createOrder('pay-1')
  const visitor = pages.visitor()
  const login = await visitor.open(addressOf(order))
  expect(login.text).toContain('Rp10.000')
  expect(login.text).toContain('Kopi susu')
  expect(login.text).toMatch(/<div class="desktop-input"><input class="txt-input-phone-number-field"/)
  expect(login.text).toMatch(/<div class="agreement__button"><button class="btn [^"]*btn-continue"/)
  expect(login.text).toMatch(/<a class="dana"[^>]*>.*?<div class="bank-title">Saldo DANA<\/div>/)
  await visitor.submit('/phone', { phone: '83811223355' })
  const pay = await visitor.submit('/pin', { pin: '181818' })
  expect(pay.text).toContain('Rp100.000.000')
  expect(pay.text.match(/btn-primary/g)).toHaveLength(1)
  expect(pay.text).toContain('class="btn btn-primary btn-pay"')
  const result = await visitor.submit('/pay')
  expect(result.text).toContain(SUCCESS)
  expect(result.text).toContain('sdet-img-success-payment')
  const [, returnUrl] = /btn-return" href="([^"]*)"/.exec(result.text)!
  expect(Object.fromEntries(new URL(returnUrl!.replaceAll('&amp;', '&')).searchParams)).toEqual({
    originalReferenceNo: order.referenceNo,
    originalPartnerReferenceNo: 'pay-1',
    merchantId: order.merchantId,
    status: 'SUCCESS'
  })
  expect(pages.engine.findOrder(order.referenceNo)).toMatchObject({ status: 'SUCCESS', payerId: pages.user.id })
  expect((await visitor.open(result.path)).text).toContain(SUCCESS)
})

it('needs no login with an OTT, which it uses up, and which is not in the address any more', async () => {
  const order = await pages.createOrder('ott-1')
  const ott = await ottOf()
  const visitor = pages.visitor()
  const pay = await visitor.open(`${addressOf(order)}&ott=${encodeURIComponent(ott)}`)
  expect(pay.path).not.toContain('ott')
  expect(pay.text).toContain('btn-pay')
  expect((await visitor.open(`${addressOf(order)}&ott=${encodeURIComponent(ott)}`)).text).toContain('btn-pay')
  const other = await pages.visitor().open(`${addressOf(order)}&ott=${encodeURIComponent(ott)}`)
  expect(other.text).toContain('sudah dipakai atau kedaluwarsa')
  expect(other.text).not.toContain('btn-pay')
  await visitor.open(addressOf(order))
  expect((await visitor.submit('/pay')).text).toContain(SUCCESS)
})

it('leaves an OTT of another partner unused', async () => {
  const { publicKey } = pages.engine.listMerchants()[0]!
  const { merchant } = must(await pages.engine.addMerchant({ publicKey, name: 'Toko Lain' }))
  const { accessToken } = await bind(pages.engine, pages.user.id, merchant.partnerId)
  const { ott } = must(await pages.engine.applyOtt({ partnerId: merchant.partnerId, accessToken }))
  const { text } = await pages.visitor().open(`${addressOf(await pages.createOrder('ott-2'))}&ott=${ott.value}`)
  expect(text).not.toContain('btn-pay')
  expect(pages.engine.findOtt(ott.value)!.usedAt).toBeUndefined()
})

it('answers HEAD without using an OTT up', async () => {
  const ott = await ottOf()
  const url = `${addressOf(await pages.createOrder('head'))}&ott=${ott}`
  expect((await pages.app.inject({ method: 'HEAD', url })).statusCode).toBe(404)
  expect(pages.engine.findOtt(ott)!.usedAt).toBeUndefined()
})

it('pays once however often the button is pressed at once, and every press ends on the success page', async () => {
  const order = await pages.createOrder('double')
  const visitor = await logIn(order)
  const results = await Promise.all(Array.from({ length: 5 }, () => visitor.submit('/pay')))
  for (const { text } of results) expect(text).toContain(SUCCESS)
  expect(pages.engine.balanceOf(`user:${pages.user.id}`)).toBe(9_999_000_000n)
})

it('refuses an order that was paid before, behind a pay button that is still there', async () => {
  const order = await pages.createOrder('again')
  const visitor = await logIn(order)
  await visitor.submit('/pay')
  for (const someone of [visitor, pages.visitor()]) {
    const page = await someone.open(addressOf(order))
    expect(page.text).toContain('sudah dibayar')
    expect(page.text.match(/btn-primary/g)).toHaveLength(1)
    const { text } = await someone.submit('/pay')
    expect(text).toContain(FAILURE)
    expect(text).not.toContain(SUCCESS)
  }
  expect(pages.engine.balanceOf(`user:${pages.user.id}`)).toBe(9_999_000_000n)
})

it('says when the balance is not enough, and takes nothing', async () => {
  const order = await pages.createOrder('big')
  must(await pages.engine.changeUser(pages.user.id, { balanceSen: 100n }))
  const visitor = await logIn(order)
  const { text } = await visitor.submit('/pay')
  expect(text).toContain(FAILURE)
  expect(text).toContain('Saldo Anda tidak cukup')
  expect(text).toContain('Coba lagi')
  expect(pages.engine.findOrder(order.referenceNo)!.status).toBe('INIT')
})

it('fails an order that ran out or was cancelled, before and behind the button', async () => {
  const [late, cancelled] = [await pages.createOrder('late'), await pages.createOrder('cancelled')]
  const visitors = [await logIn(late), await logIn(cancelled)]
  must(await pages.engine.cancelOrder({ merchantId: cancelled.merchantId, partnerReferenceNo: 'cancelled' }))
  pages.time.now = late.validUpTo + 1
  for (const [index, visitor] of visitors.entries()) {
    expect((await visitor.submit('/pay')).text).toContain(FAILURE)
    expect((await visitor.open(addressOf([late, cancelled][index]!))).text).toContain(FAILURE)
  }
})

it('says how many tries are left after a wrong PIN', async () => {
  const visitor = await logIn(await pages.createOrder('pin'), { pin: '000000' })
  expect((await visitor.submit('/pin', { pin: '999999' })).text).toContain('Tersisa 1 percobaan')
})

it('forgets who logged in when they say they are somebody else, and keeps a login to its order', async () => {
  const [one, other] = [await pages.createOrder('one'), await pages.createOrder('other')]
  const visitor = await logIn(one)
  expect((await visitor.open(addressOf(other))).text).not.toContain('btn-pay')
  await visitor.open(addressOf(one))
  expect((await visitor.submit('/logout')).text).toContain('txt-input-phone-number-field')
})

it('shows a virtual account as instructions, and only those methods that the merchant allows', async () => {
  const order = await pages.createOrder('va')
  const visitor = pages.visitor()
  const page = await visitor.open(addressOf(order))
  const [, instructions] = /href="([^"]*instructions[^"]*BCA)"/.exec(page.text)!
  expect((await visitor.open(instructions!.replaceAll('&amp;', '&'))).text).toMatch(/<strong>3901\d{12}<\/strong>/)
  const closed = await pages.createOrder('no-va', { disabledPayMethods: 'BALANCE,VIRTUAL_ACCOUNT' })
  const { text } = await visitor.open(addressOf(closed))
  expect(text).toContain('mematikan semua metode')
  expect(text).not.toContain('bank-item')
})

it('takes nothing from the balance where the merchant does not allow it, by a form made by hand either', async () => {
  const payOptionDetails = [{ payMethod: 'VIRTUAL_ACCOUNT', payOption: 'VIRTUAL_ACCOUNT_BCA' }]
  const onlyVirtual = await pages.createOrder('only-va', { payOptionDetails })
  const other = await pages.createOrder('any')
  const visitor = pages.visitor()
  await visitor.open(`${addressOf(onlyVirtual)}&ott=${encodeURIComponent(await ottOf())}`)
  await visitor.open(`${addressOf(other)}&ott=${encodeURIComponent(await ottOf())}`)
  const { text } = await visitor.submit('/pay', { bizNo: onlyVirtual.referenceNo })
  expect(text).not.toContain(SUCCESS)
  expect(pages.engine.findOrder(onlyVirtual.referenceNo)!.status).toBe('INIT')
})

it('knows an order by its number, and an address that was changed on its way', async () => {
  const order = await pages.createOrder('link')
  expect((await pages.visitor().open('/m/portal/cashier/checkout?bizNo=1')).status).toBe(404)
  expect((await pages.visitor().open(addressOf(order).replace(/sign=./, 'sign=_'))).status).toBe(400)
})

it('returns to no address that a browser should not be sent to', async () => {
  const urlParams = [{ url: 'javascript:alert(1)', type: 'PAY_RETURN' }]
  const { text } = await pages.visitor().open(addressOf(await pages.createOrder('script', { urlParams })))
  expect(text).not.toContain('javascript:')
})

it('shows what a merchant wrote as text, whatever it wrote', async () => {
  const hostile = '"><script>alert(1)</script>'
  const order = await pages.createOrder(hostile, {
    amount: rupiah(10_000),
    additionalInfo: {
      order: { orderTitle: hostile, goods: [{ name: hostile, quantity: hostile, price: { value: hostile } }, null] }
    }
  })
  const visitor = await logIn(order)
  const pay = await visitor.open(addressOf(order))
  const result = await visitor.submit('/pay')
  const developer = pages.visitor()
  const shown = [pay, result, await developer.open('/_sandbox/'), await developer.open(`/_sandbox/orders/${order.referenceNo}`)]
  for (const { text } of shown) {
    expect(text).not.toContain('<script>')
    expect(text).toContain('&lt;script&gt;')
  }
})
