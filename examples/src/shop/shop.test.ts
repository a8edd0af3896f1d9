import { createPrivateKey } from 'node:crypto'
import { Dana, generateTestNotification } from '@arus/dana'
import { PUBLISHED_KEYS, type Sandbox, startSandbox } from '@arus/sandbox'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createShop } from './create-shop.js'

const SITI = '083811223355'

/** A browser's part of the shop's tests: it keeps cookies and follows nothing by itself. */
function createVisitor(shopUrl: string) {
  let cookie = ''
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(new URL(path, shopUrl), { redirect: 'manual', ...init, headers: { cookie } })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return { status: response.status, location: response.headers.get('location') ?? '', text: await response.text() }
  }
  const get = (path: string) => send(path)
  const post = (path: string, fields: Record<string, string> = {}) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields) })
  return { get, post }
}

type Visitor = ReturnType<typeof createVisitor>

async function openShop(): Promise<{ sandbox: Sandbox; shopUrl: string; visitor: Visitor; errors: unknown[] }> {
  const sandbox = await startSandbox({ port: 0 })
  const { partnerId, privateKey, origin, merchantId, danaPublicKey } = sandbox.credentials
  const errors: unknown[] = []
  const dana = new Dana({ partnerId, privateKey, origin, baseUrl: sandbox.url, webUrl: sandbox.url, debugMode: 'false' })
  const shop = createShop({ dana, danaPublicKey, merchantId, onError: (error) => errors.push(error) })
  const shopUrl = await shop.start()
  onTestFinished(async () => {
    await shop.stop()
    await sandbox.stop()
  })
  return { sandbox, shopUrl, visitor: createVisitor(shopUrl), errors }
}

async function bind(sandbox: Sandbox, visitor: Visitor): Promise<void> {
  const { location } = await visitor.get('/dana/bind')
  const { redirectUrl } = await sandbox.authorize(location, { phone: SITI })
  await visitor.get(redirectUrl)
}

/** Buys the first coffee, Rp85.000. Gives its order and the cashier's address. */
async function buy(sandbox: Sandbox, visitor: Visitor): Promise<{ number: string; payUrl: string }> {
  const { location: payUrl } = await visitor.post('/orders', { product: 'gayo' })
  return { number: sandbox.control.listOrders()[0]!.partnerReferenceNo, payUrl }
}

function balanceOf({ users }: Sandbox): string {
  return users.find(({ phone }) => phone.endsWith(SITI.slice(1)))!.balance
}

describe('the shop', () => {
  it('binds, shows the balance, and is paid with a one-time token', async () => {
    const { sandbox, visitor } = await openShop()
    await bind(sandbox, visitor)
    expect((await visitor.get('/')).text).toContain('data-balance="100000000.00"')
    const { number, payUrl } = await buy(sandbox, visitor)
    expect(payUrl).toContain('ott=')
    expect((await visitor.get(`/orders/${number}`)).text).toContain('data-status="waiting"')
    await sandbox.pay(payUrl)
    await sandbox.idle()
    const { text } = await visitor.get(`/orders/${number}`)
    expect(text).toContain('data-status="paid"')
    expect(text).toContain('data-received="yes"')
    expect(sandbox.notifications[0]).toMatchObject({ state: 'delivered' })
    expect((await visitor.get('/')).text).toContain('data-balance="99915000.00"')
  })

  it('binds nobody by an address that another session began', async () => {
    const { sandbox, shopUrl, visitor } = await openShop()
    const { location } = await visitor.get('/dana/bind')
    const { redirectUrl } = await sandbox.authorize(location, { phone: SITI })
    const victim = createVisitor(shopUrl)
    await victim.get('/dana/bind')
    await victim.get(redirectUrl)
    const { text } = await victim.get('/')
    expect(text).toContain('bukan milik sesi Anda')
    expect(text).not.toContain('data-balance')
    // The one whose it is can still come back, once.
    await visitor.get(redirectUrl)
    expect((await visitor.get('/')).text).toContain('data-balance')
  })

  it('is paid without a binding', async () => {
    const { sandbox, visitor } = await openShop()
    await visitor.get('/')
    const { number, payUrl } = await buy(sandbox, visitor)
    expect(payUrl).not.toContain('ott=')
    await sandbox.pay(payUrl, { phone: SITI })
    // A query finds out, also when no notification were to come.
    expect((await visitor.get(`/orders/${number}/return`)).text).toContain('Terima kasih!')
  })

  it('gives half back once, however often it is pressed', async () => {
    const { sandbox, visitor } = await openShop()
    await visitor.get('/')
    const { number, payUrl } = await buy(sandbox, visitor)
    await sandbox.pay(payUrl, { phone: SITI })
    await sandbox.idle()
    await Promise.all([visitor.post(`/orders/${number}/refund`), visitor.post(`/orders/${number}/refund`)])
    await visitor.post(`/orders/${number}/refund`)
    expect((await visitor.get(`/orders/${number}`)).text).toContain('data-status="done"')
    expect(sandbox.control.findOrder(number).refunds.map(({ amount }) => amount)).toEqual(['42500.00'])
    expect(balanceOf(sandbox)).toBe('99957500.00')
  })

  it('asks again under the same number when it is not known whether a refund was made', async () => {
    const { sandbox, visitor } = await openShop()
    await visitor.get('/')
    const { number, payUrl } = await buy(sandbox, visitor)
    await sandbox.pay(payUrl, { phone: SITI })
    await sandbox.idle()
    // Made, and never answered, each of the three times that the client tries.
    sandbox.fault({ kind: 'html_502', operation: 'refundOrder', times: 3, afterWork: true })
    await visitor.post(`/orders/${number}/refund`)
    expect((await visitor.get(`/orders/${number}`)).text).toContain('data-status="unknown"')
    await visitor.post(`/orders/${number}/refund`)
    expect((await visitor.get(`/orders/${number}`)).text).toContain('data-status="done"')
    expect(sandbox.control.findOrder(number).refunds).toHaveLength(1)
    expect(balanceOf(sandbox)).toBe('99957500.00')
  })

  it('shows an order whose payment request got no answer, and lets the user pay it', async () => {
    const { sandbox, visitor } = await openShop()
    await visitor.get('/')
    sandbox.fault({ kind: 'html_502', operation: 'widgetPayment', times: 3 })
    const { location } = await visitor.post('/orders', { product: 'gayo' })
    expect(location).toMatch(/^\/orders\//)
    expect((await visitor.get(location)).text).toContain('data-status="waiting"')
    const { location: payUrl } = await visitor.post(`${location}/pay`)
    await sandbox.pay(payUrl, { phone: SITI })
    expect((await visitor.get(location)).text).toContain('data-status="paid"')
    expect(sandbox.control.listOrders()).toHaveLength(1)
  })

  it('says why DANA refused an order', async () => {
    const { sandbox, visitor } = await openShop()
    await visitor.get('/')
    sandbox.fault({ kind: 'answer', operation: 'widgetPayment', responseCode: '4035415' })
    const { location } = await visitor.post('/orders', { product: 'gayo' })
    const { text } = await visitor.get(location)
    expect(text).toContain('data-status="refused"')
    expect(text).toContain('Transaction Not Permitted')
  })

  it('books no notification of another amount, and none that DANA did not sign', async () => {
    const { sandbox, shopUrl, visitor, errors } = await openShop()
    await visitor.get('/')
    const { number } = await buy(sandbox, visitor)
    const privateKey = createPrivateKey({ key: PUBLISHED_KEYS.sandbox, format: 'jwk' })
    const notify = async (value: string, headers: Record<string, string> = {}) => {
      const notification = { originalPartnerReferenceNo: number, amount: { value, currency: 'IDR' } }
      const sent = generateTestNotification({ privateKey, notification })
      return (await fetch(shopUrl + sent.path, { method: 'POST', headers: { ...sent.headers, ...headers }, body: sent.body }))
        .status
    }
    expect(await notify('1.00')).toBe(500)
    expect(await notify('85000.00', { 'X-SIGNATURE': 'bm9uZQ==' })).toBe(401)
    expect(errors).toHaveLength(2)
    expect((await visitor.get(`/orders/${number}`)).text).toContain('data-status="waiting"')
  })

  it('shows an order to nobody but its session', async () => {
    const { sandbox, shopUrl, visitor } = await openShop()
    await visitor.get('/')
    const { number } = await buy(sandbox, visitor)
    const other = createVisitor(shopUrl)
    for (const { status } of [await other.get(`/orders/${number}`), await other.post(`/orders/${number}/refund`)])
      expect(status).toBe(404)
  })

  it('unbinds, and forgets a wallet that the user took back inside DANA', async () => {
    const { sandbox, visitor } = await openShop()
    await bind(sandbox, visitor)
    await visitor.post('/dana/unbind')
    expect((await visitor.get('/')).text).toContain('DANA sudah diputuskan.')
    await bind(sandbox, visitor)
    await sandbox.control.trigger('unbind', { phone: SITI })
    expect((await visitor.get('/')).text).toContain('Hubungkan DANA')
  })

  it('speaks English when asked to, and escapes what it shows', async () => {
    const { visitor } = await openShop()
    expect((await visitor.get('/?lang=en')).text).toContain('Connect DANA')
    const { status, text } = await visitor.get('/%3Cscript%3E')
    expect(status).toBe(404)
    expect(text).not.toContain('<script>')
  })
})
