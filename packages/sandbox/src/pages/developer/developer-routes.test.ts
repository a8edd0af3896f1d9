import { afterEach, beforeEach, expect, it } from 'vitest'
import type { SeenRequest } from '../../request-log/create-request-log.js'
import { must, PARTNER_ID, START } from '../../testing/make-test-engine.js'
import { openPages, type TestPages } from '../../testing/visit-pages.js'

let pages: TestPages
beforeEach(() => {
  pages = openPages()
})
afterEach(() => pages.close())

const loggedRequest = (): SeenRequest => ({
  at: START,
  operation: 'queryPayment',
  method: 'POST',
  path: '/rest/v1.1/debit/status',
  headers: { 'x-partner-id': 'partner' },
  body: Buffer.from('{"a":"<b>"}'),
  stringToSign: () => 'POST:/rest/v1.1/debit/status:abc:2026',
  signature: 'is of another body',
  httpStatus: 401,
  responseCode: '4015500',
  responseBody: '{"responseCode":"4015500"}',
  durationMs: 2
})

it('shows how the sandbox is doing', async () => {
  await pages.createOrder('overview-1')
  const { text } = await pages.visitor().open('/_sandbox/?lang=en')
  expect(text).toContain('overview-1')
  expect(text).toContain('balanced')
  expect(text).toContain('http://127.0.0.1:4190')
})

it('pays, refunds and cancels orders, and shows what happened to them', async () => {
  const order = await pages.createOrder('actions')
  const visitor = pages.visitor()
  const path = `/_sandbox/orders/${order.referenceNo}?lang=en`
  await visitor.open(path)
  const paid = await visitor.submit('/pay', { payer: pages.user.id })
  expect(paid.text).toMatch(/<strong>Paid<\/strong>/)
  expect(paid.text).toContain('notice-good')
  const refunded = await visitor.submit('/refund', { amount: '4000' })
  expect(refunded.text).toContain('Rp4.000')
  expect(pages.engine.findOrder(order.referenceNo)!.refundedSen).toBe(400_000n)
  const tooMuch = await visitor.submit('/refund', { amount: '999999' })
  expect(tooMuch.text).toContain('notice-bad')
  expect((await visitor.open(path)).text).not.toContain('notice-bad')

  const other = await pages.createOrder('by-bank')
  await visitor.open(`/_sandbox/orders/${other.referenceNo}`)
  await visitor.submit('/pay', { payer: 'VIRTUAL_ACCOUNT_BCA' })
  expect(pages.engine.findOrder(other.referenceNo)).toMatchObject({ status: 'SUCCESS', payOption: 'VIRTUAL_ACCOUNT_BCA' })
  await visitor.submit('/cancel')
  expect(pages.engine.findOrder(other.referenceNo)!.status).toBe('CANCELLED')

  const third = await pages.createOrder('expires')
  await visitor.open(`/_sandbox/orders/${third.referenceNo}`)
  await visitor.submit('/expire')
  expect(pages.engine.findOrder(third.referenceNo)!.status).toBe('CLOSED')
})

it('shows every attempt at a notification, and sends one again', async () => {
  const order = await pages.createOrder('notified')
  const visitor = pages.visitor()
  await visitor.open(`/_sandbox/orders/${order.referenceNo}?lang=en`)
  await visitor.submit('/pay', { payer: pages.user.id })
  const read = async () => (await visitor.open('/_sandbox/notifications')).text
  await expect.poll(read).toContain('>delivered<')
  const link = /href="(\/_sandbox\/notifications\/[^"]+)"/.exec(await read())![1]!
  const { text } = await visitor.open(link)
  for (const part of ['Attempt 1', '2005600', 'POST:/notify:', 'X-SIGNATURE', 'https://shop.example/notify'])
    expect(text.toLowerCase()).toContain(part.toLowerCase())
  expect((await visitor.submit('/resend')).text).toContain('Attempt 2')
})

it('cuts long lists into pages', async () => {
  for (let count = 1; count <= 120; count++) await pages.createOrder(`listed-${String(count).padStart(3, '0')}`)
  const visitor = pages.visitor()
  const listed = (text: string) => [...text.matchAll(/>(listed-\d+)</g)].map(([, reference]) => reference)
  const first = (await visitor.open('/_sandbox/orders?lang=en')).text
  expect([listed(first).length, listed(first)[0], listed(first).at(-1)]).toEqual([50, 'listed-120', 'listed-071'])
  expect(first).toContain('Page 1 of 3')
  const [, next] = /rel="next" href="([^"]+)"/.exec(first)!
  const second = (await visitor.open(next!.replaceAll('&amp;', '&'))).text
  expect([listed(second)[0], /rel="prev"/.test(second), /rel="next"/.test(second)]).toEqual(['listed-070', true, true])
  const last = (await visitor.open('/_sandbox/orders?page=3')).text
  expect([listed(last).length, listed(last).at(-1), /rel="next"/.test(last)]).toEqual([20, 'listed-001', false])
  for (const asked of ['0', '-1', 'x', '1e9', '99999999999'])
    expect(listed((await visitor.open(`/_sandbox/orders?page=${asked}`)).text)[0]).toBe('listed-120')

  for (let count = 0; count < 60; count++) await pages.engine.addUser({ phone: `0812999900${String(count).padStart(2, '0')}` })
  for (let count = 0; count < 60; count++) {
    const partner = {
      partnerId: PARTNER_ID,
      userId: pages.user.id,
      scopes: [],
      externalId: 'e',
      redirectUrl: 'https://shop.example'
    }
    const { authCode } = must(await pages.engine.grantAuthCode(partner))
    await pages.engine.exchangeAuthCode({ partnerId: PARTNER_ID, authCode: authCode.code })
    pages.requestLog.add(loggedRequest())
  }
  for (const page of ['users', 'bindings']) expect((await visitor.open(`/_sandbox/${page}`)).text).toContain('Page 1 of 2')
  // The log of these tests keeps ten.
  expect((await visitor.open('/_sandbox/requests')).text).not.toContain('class="paging"')
})

it('says which words on a page are English', async () => {
  const visitor = pages.visitor()
  await visitor.open(`/_sandbox/users/${pages.user.id}`)
  const refused = await visitor.submit(`/users/${pages.user.id}`, { pin: '12' })
  expect(refused.text).toContain('<p class="notice notice-bad" lang="en">pin must be six digits')
  await visitor.open('/_sandbox/clock')
  expect((await visitor.submit('/set', { time: 'besok' })).text).toContain('<p class="notice notice-bad">Waktu ini tidak terbaca')
  pages.requestLog.add(loggedRequest())
  expect((await visitor.open('/_sandbox/requests')).text).toContain('lang="en">is of another body</span>')
})

it('adds and changes users', async () => {
  const visitor = pages.visitor()
  expect((await visitor.open('/_sandbox/users')).text).toContain('Siti Rahmawati')
  await visitor.submit('/users', { name: 'Wati', phone: '087712345678', pin: '123456', balance: '250000' })
  const wati = pages.engine.findUserByPhone('087712345678')!
  expect(pages.engine.balanceOf(`user:${wati.id}`)).toBe(25_000_000n)
  await visitor.open(`/_sandbox/users/${wati.id}`)
  await visitor.submit(`/users/${wati.id}`, { status: 'frozen', balance: '1000' })
  expect(pages.engine.findUser(wati.id)!.status).toBe('frozen')
  expect(pages.engine.balanceOf(`user:${wati.id}`)).toBe(100_000n)
  expect((await visitor.submit(`/users/${wati.id}`, { pin: '12' })).text).toContain('pin must be six digits')
})

it('moves, sets and resets the clock', async () => {
  const visitor = pages.visitor()
  await visitor.open('/_sandbox/clock?lang=en')
  await visitor.submit('/move', { by: 'halfHour' })
  expect(pages.engine.now()).toBe(START + 30 * 60_000)
  await visitor.submit('/set', { time: '2027-02-03T04:05' })
  expect(pages.engine.now()).toBe(Date.parse('2027-02-03T04:05:00+07:00'))
  expect((await visitor.submit('/set', { time: 'tomorrow' })).text).toContain('can’t be read')
  expect((await visitor.submit('/move', { by: 'constructor' })).text).toContain('notice-bad')
  await visitor.submit('/reset')
  expect(pages.engine.now()).toBe(START)
})

it('adds, removes and clears faults', async () => {
  const visitor = pages.visitor()
  await visitor.open('/_sandbox/faults?lang=en')
  const added = await visitor.submit('/faults', { kind: 'delay', operation: 'queryPayment', times: '2', delayMs: '300' })
  for (const part of ['Late answer', 'queryPayment', '300 ms']) expect(added.text).toContain(part)
  expect((await visitor.submit('/faults', { kind: 'nothing' })).text).toContain('notice-bad')
  expect((await visitor.submit('/faults', { kind: 'drop', times: 'many' })).text).toContain('How many times is not a number')
  await visitor.submit('/remove')
  await visitor.submit('/faults', { kind: 'drop' })
  expect((await visitor.submit('/clear')).text).not.toContain('/remove"')
})

it('shows requests with what should have been signed, and why a signature failed', async () => {
  pages.requestLog.add(loggedRequest())
  const visitor = pages.visitor()
  const { text } = await visitor.open('/_sandbox/requests')
  const [, path] = /href="(\/_sandbox\/requests\/\d+)"/.exec(text)!
  const shown = (await visitor.open(path!)).text
  for (const part of ['is of another body', 'POST:/rest/v1.1/debit/status:abc:2026', '4015500', 'x-partner-id: partner'])
    expect(shown).toContain(part)
  expect(shown).toContain('&quot;&lt;b&gt;&quot;')
  await visitor.open('/_sandbox/requests')
  expect((await visitor.submit('/forget')).text).toContain('Belum ada')
})

it('shows merchants with their keys, and starts over', async () => {
  const visitor = pages.visitor()
  expect((await visitor.open('/_sandbox/merchants')).text).toContain('BEGIN PUBLIC KEY')
  await pages.createOrder('gone')
  await visitor.open('/_sandbox/')
  await visitor.submit('/reset')
  expect(pages.engine.listOrders()).toEqual([])
})
