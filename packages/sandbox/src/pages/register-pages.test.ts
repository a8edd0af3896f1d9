import { afterEach, beforeEach, expect, it } from 'vitest'
import { bind } from '../testing/make-test-engine.js'
import { bindingPath, openPages, type TestPages } from '../testing/visit-pages.js'
import { ASSETS } from './assets/assets.js'

let pages: TestPages
beforeEach(() => {
  pages = openPages()
})
afterEach(() => pages.close())

const CHECKOUT = '/m/portal/cashier/checkout?bizNo='

it('sends every page with headers that keep it to itself', async () => {
  const order = await pages.createOrder('headers')
  for (const path of [bindingPath(), bindingPath({ partnerId: 'x' }), CHECKOUT + order.referenceNo, CHECKOUT, '/_sandbox/']) {
    const { headers } = (await pages.visitor().open(path)).response
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).toContain("default-src 'none'; style-src 'self'; script-src 'self'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['referrer-policy']).toBe('same-origin')
  }
})

it('lets only the forms of the binding end at the merchant', async () => {
  const policyOf = async (path: string) => String((await pages.visitor().open(path)).response.headers['content-security-policy'])
  expect(await policyOf(bindingPath())).toContain("form-action 'self' http: https:;")
  expect(await policyOf('/_sandbox/')).toContain("form-action 'self';")
})

it('has no script, style or handler in its markup, marks every page as a sandbox, and says its language', async () => {
  const order = await pages.createOrder('markup')
  const visitor = pages.visitor()
  for (const path of [bindingPath(), CHECKOUT + order.referenceNo, '/_sandbox/', `/_sandbox/orders/${order.referenceNo}`]) {
    const { text } = await visitor.open(path)
    expect(text.match(/<script[^>]*>(.*?)<\/script>/gs)).toEqual([`<script src="${ASSETS.script.path}" defer></script>`])
    expect(text).not.toMatch(/\son\w+=|\sstyle=|<style/)
    expect(text).toContain('class="sandbox-banner"')
    expect(text).toContain('<html lang="id">')
  }
})

it('keeps the session in a cookie that no script reads, one for customers and one for the developer', async () => {
  const cookieOf = async (path: string) => String((await pages.visitor().open(path)).response.headers['set-cookie'])
  expect(await cookieOf('/_sandbox/')).toMatch(
    /^arus_sandbox_developer_\w+=[\w-]{32}; HttpOnly; Path=\/_sandbox; SameSite=Strict$/
  )
  expect(await cookieOf(bindingPath({ partnerId: 'x' }))).toMatch(
    /^arus_sandbox_customer_\w+=[\w-]{32}; HttpOnly; Path=\/; SameSite=Lax$/
  )
})

it('takes no form without the token of its own session', async () => {
  const order = await pages.createOrder('forged')
  const { accessToken } = await bind(pages.engine, pages.user.id)
  const unbind = { userId: pages.user.id, partnerId: order.partnerId }
  const [mine, other] = [pages.visitor(), pages.visitor()]
  for (const visitor of [mine, other]) await visitor.open('/_sandbox/bindings')
  const [, token] = /name="_token" value="([^"]*)"/.exec((await other.open('/_sandbox/bindings')).text)!
  for (const fields of [unbind, { ...unbind, _token: '' }, { ...unbind, _token: token! }]) {
    const { status, text } = await mine.post('/_sandbox/bindings/unbind', fields)
    expect(status).toBe(403)
    expect(text).toContain('Sesi berakhir')
  }
  expect((await pages.visitor().post('/_sandbox/reset', { _token: token! })).status).toBe(403)
  expect(pages.engine.findToken(accessToken)!.revokedAt).toBeUndefined()
  await mine.open('/_sandbox/bindings')
  await mine.submit('/unbind')
  expect(pages.engine.findToken(accessToken)!.revokedAt).toBeDefined()
})

it('opens the developer’s pages under its own names only, and for forms of its own origin', async () => {
  const visitor = pages.visitor()
  await visitor.open('/_sandbox/')
  const foreign = await pages.app.inject({ url: '/_sandbox/users', headers: { host: 'evil.test' } })
  expect(foreign.statusCode).toBe(403)
  expect(foreign.body).not.toContain('181818')
  const posted = await visitor.post('/_sandbox/reset', {}, { origin: 'http://evil.test' })
  expect(posted.status).toBe(403)
  expect(posted.text).toContain('Alamat asing')
  expect((await pages.app.inject({ url: '/_sandbox/nowhere', headers: { host: 'evil.test' } })).statusCode).toBe(403)
})

it('shows a page for what is not there', async () => {
  for (const path of ['nowhere', 'orders/1', 'users/1', 'notifications/1', 'requests/1']) {
    const { status, text } = await pages.visitor().open(`/_sandbox/${path}`)
    expect(status, path).toBe(404)
    expect(text).toContain('sandbox-banner')
  }
})

it('switches the language on any page, and remembers it', async () => {
  const visitor = pages.visitor()
  const order = await pages.createOrder('language')
  const { text } = await visitor.open(CHECKOUT + order.referenceNo)
  const [, english] = /<a href="([^"]*)" lang="en"/.exec(text)!
  expect((await visitor.open(english!.replaceAll('&amp;', '&'))).text).toContain('Payment method')
  expect((await visitor.open(CHECKOUT + order.referenceNo)).text).toContain('<html lang="en">')
  expect((await visitor.open(`${CHECKOUT + order.referenceNo}&lang=xx`)).text).toContain('<html lang="en">')
})

it('serves stylesheet, script and icon under names that change with them, to be kept', async () => {
  for (const { path, type, text } of Object.values(ASSETS)) {
    const { body, headers } = await pages.app.inject(path)
    expect(body).toBe(text)
    expect(headers['content-type']).toBe(type)
    expect(headers['cache-control']).toContain('immutable')
    expect(path).toMatch(/-[0-9a-f]{12}\.\w+$/)
  }
})

it('takes forms only, and no large ones', async () => {
  const json = await pages.app.inject({ method: 'POST', url: '/m/portal/cashier/pay', payload: { bizNo: '1' } })
  expect(json.statusCode).toBe(415)
  const visitor = pages.visitor()
  expect((await visitor.post('/m/portal/cashier/pay', { bizNo: '1'.repeat(20_000) })).status).toBe(413)
})

it('forgets customers’ sessions when the sandbox starts over', async () => {
  const visitor = pages.visitor()
  await visitor.open(bindingPath())
  await pages.engine.reset()
  expect((await visitor.submit('/phone', { phone: '083811223355' })).status).toBe(403)
})
