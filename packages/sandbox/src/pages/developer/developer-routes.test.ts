import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { START } from '../../testing/make-test-engine.js'
import { openPages, type TestPages } from '../../testing/visit-pages.js'

let pages: TestPages
beforeEach(() => {
  pages = openPages()
})
afterEach(() => pages.close())

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
  const link = await vi.waitFor(async () => {
    const { text } = await visitor.open('/_sandbox/notifications')
    expect(text).toContain('>delivered<')
    return /href="(\/_sandbox\/notifications\/[^"]+)"/.exec(text)![1]!
  })
  const { text } = await visitor.open(link)
  for (const part of ['Attempt 1', '2005600', 'POST:/notify:', 'X-SIGNATURE', 'https://shop.example/notify'])
    expect(text.toLowerCase()).toContain(part.toLowerCase())
  expect((await visitor.submit('/resend')).text).toContain('Attempt 2')
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
  pages.requestLog.add({
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
