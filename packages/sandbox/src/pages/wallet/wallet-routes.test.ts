import { afterEach, beforeEach, expect, it } from 'vitest'
import { userAccount } from '../../state/ledger-entry.js'
import { bind, MERCHANT_ID, makePaidOrder, makeRequest, must, PARTNER_ID, rupiah } from '../../testing/make-test-engine.js'
import { openPages, type TestPages, type Visitor } from '../../testing/visit-pages.js'

let pages: TestPages
beforeEach(() => {
  pages = openPages()
})
afterEach(() => pages.close())

const balance = () => pages.engine.balanceOf(userAccount(pages.user.id))

async function ott(): Promise<string> {
  const { accessToken } = await bind(pages.engine, pages.user.id)
  return must(await pages.engine.applyOtt({ partnerId: PARTNER_ID, accessToken })).ott.value
}

async function logIn(page: 'topup' | 'transaction'): Promise<Visitor> {
  const visitor = pages.visitor()
  await visitor.open(`/m/portal/${page}`)
  await visitor.submit('/phone', { phone: '083811223355' })
  await visitor.submit('/pin', { pin: '181818' })
  return visitor
}

it('puts money in after phone and PIN, once for a form that is sent twice, and says so once', async () => {
  const visitor = pages.visitor()
  expect((await visitor.open('/m/portal/topup')).text).toContain('Masuk untuk mengisi saldo')
  expect((await visitor.submit('/phone', { phone: 'nobody' })).text).toContain('tidak terbaca')
  expect((await visitor.submit('/phone', { phone: '081200009999' })).text).toContain('belum terdaftar')
  await visitor.submit('/phone', { phone: '083811223355' })
  expect((await visitor.submit('/pin', { pin: '000000' })).text).toContain('PIN salah')
  const page = await visitor.submit('/pin', { pin: '181818' })
  expect(page.text).toContain('Rp100.000.000')
  const before = balance()
  const fields = Object.fromEntries(
    [...page.text.matchAll(/name="(_token|attempt)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!])
  )
  const [first, second] = await Promise.all([
    visitor.post('/m/portal/topup', { ...fields, amount: '50.000' }),
    visitor.post('/m/portal/topup', { ...fields, amount: '50.000' })
  ])
  expect([first.text, second.text].some((text) => text.includes('Rp50.000 sudah ditambahkan'))).toBe(true)
  expect(balance() - before).toBe(50_000_00n)
  expect((await visitor.open('/m/portal/topup')).text).not.toContain('sudah ditambahkan')
  expect(pages.engine.ledgerEntries().at(-1)).toMatchObject({ debit: 'world', kind: 'top_up', amountSen: 50_000_00n })
  expect(pages.engine.verify()).toEqual([])
})

it.each(['', '0', '-5', '1,5', '1.00', '20000001', '99999999999', 'abc'])('takes %j for no amount', async (amount) => {
  const visitor = await logIn('topup')
  const before = balance()
  expect((await visitor.submit('/m/portal/topup', { amount })).text).toContain('bukan antara Rp1 dan Rp20.000.000')
  expect(balance()).toBe(before)
})

it('is opened by a one-time token, once, whichever of the pages it is given to, and forgets whose it is', async () => {
  for (const page of ['topup', 'transaction']) {
    const value = await ott()
    const visitor = pages.visitor()
    const opened = await visitor.open(`/m/portal/${page}?ott=${value}&lang=en`)
    expect(opened.path).toBe(`/m/portal/${page}`)
    expect(opened.text).toContain('Hello, ')
    const other = pages.visitor()
    expect((await other.open(`/m/portal/topup?ott=${value}`)).text).toContain('sudah dipakai atau kedaluwarsa')
    expect((await visitor.submit('/logout')).text).not.toContain('Hello, ')
  }
})

it('lists what was paid and what came back, with signs, the newest first, on pages of twenty', async () => {
  await makePaidOrder(pages.engine, pages.user.id, makeRequest('order-1'))
  const refund = { merchantId: MERCHANT_ID, partnerReferenceNo: 'order-1', partnerRefundNo: 'r-1', refundAmount: rupiah(2500) }
  must(await pages.engine.refundOrder(refund))
  const visitor = await logIn('transaction')
  const { text } = await visitor.open('/m/portal/transaction?lang=en')
  const rows = [...text.matchAll(/<li><div><strong>(.*?)<\/strong>.*?class="number (.*?)">(.*?)<\/span>/g)]
  expect(rows.map(([, ...row]) => row)).toEqual([
    ['Refund', 'money-in', '+Rp2.500'],
    ['Payment', 'money-out', '−Rp10.000'],
    ['Opening balance', 'money-in', '+Rp100.000.000']
  ])
  expect(text).toContain('Kopi susu · ')
  expect(text).not.toContain('class="paging"')
  for (let count = 0; count < 40; count++) must(await pages.engine.topUp({ userId: pages.user.id, amountSen: 1_00n }))
  const last = await visitor.open('/m/portal/transaction?page=3')
  expect(last.text).toContain('Page 3 of 3')
  expect(last.text).toContain('Opening balance')
  expect(last.text).toContain('href="/m/portal/transaction?page=2"')
  expect((await visitor.open('/m/portal/transaction?page=99')).text).toContain('Page 3 of 3')
  expect((await visitor.open('/m/portal/transaction?page=-1')).text).toContain('Page 1 of 3')
})

it('takes no form of another session, and no money for an account that can not move any', async () => {
  const visitor = await logIn('topup')
  const before = balance()
  const forged = await visitor.post('/m/portal/topup', { amount: '5000', attempt: 'x', _token: 'another' })
  expect(forged.status).toBe(403)
  expect((await pages.visitor().post('/m/portal/topup', { amount: '5000', attempt: 'x' })).status).toBe(403)
  must(await pages.engine.changeUser(pages.user.id, { status: 'frozen' }))
  await visitor.open('/m/portal/topup')
  expect((await visitor.submit('/m/portal/topup', { amount: '5000' })).text).toContain('sedang tidak dapat dipakai')
  expect(balance()).toBe(before)
})
