// DANA's own test suites drive the real sandbox's pages with these steps, selectors and waits. Each is replayed here, so that
// they can be pointed at this one. Source: the browser scripts of DANA's UAT suites for Node, Python and Go.

import { sign } from 'node:crypto'
import { devices, type Locator, type Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { SITI, TEST_MS, useBrowser } from '../testing/use-browser.js'

const open = useBrowser()

const IPHONE = {
  ...devices['iPhone 13']!,
  geolocation: { latitude: -6.2088, longitude: 106.8456 },
  permissions: ['geolocation']
}
const PIN_SELECTORS = ['.txt-input-pin-field', 'input[maxlength="6"][inputmode="numeric"]', 'input[type="password"]']
const PHONE_SELECTORS = [
  'input.txt-input-phone-number-field',
  "input[type='tel']",
  "input[placeholder='12312345678']",
  "input[maxlength='13']",
  "input[maxlength='15']"
]
const NEXT_NAMES = ['LANJUTKAN', 'Lanjutkan', 'Next', 'Continue']
const NEXT_SELECTORS = ["button[type='submit']", 'button.btn-primary', 'button.next-button', '.btn-continue', '.btn-submit']

async function firstVisible(locators: Locator[]): Promise<Locator | undefined> {
  for (const locator of locators) if (await locator.first().isVisible()) return locator.first()
  return undefined
}

/** The binding, step by step as the Node suite goes. Gives the auth code. */
async function bindAsNode(page: Page, url: string, { phone, pin }: { phone: string; pin: string }): Promise<string | null> {
  await page.goto(url, { waitUntil: 'domcontentloaded' })
  await page.waitForTimeout(2_000)
  if ((await firstVisible(PIN_SELECTORS.map((selector) => page.locator(selector)))) === undefined) {
    const field = await firstVisible(PHONE_SELECTORS.map((selector) => page.locator(selector)))
    if ((await field!.inputValue()) === '') await field!.fill(phone.replace(/^62/, '0'))
    await page.waitForTimeout(1_000)
    const next =
      (await firstVisible(NEXT_NAMES.map((name) => page.getByRole('button', { name, exact: true })))) ??
      (await firstVisible(NEXT_SELECTORS.map((selector) => page.locator(selector))))
    await next!.click()
    await page.waitForTimeout(3_000)
    const consent = page.locator('button.btn-continue.fs-unmask.btn.btn-primary')
    if (await consent.isVisible()) await consent.click()
    await page.waitForSelector(PIN_SELECTORS[0]!, { state: 'attached', timeout: 15_000 })
  }
  const arrived = page.waitForURL((address) => address.searchParams.has('authCode'), { timeout: 30_000 })
  await page.locator(PIN_SELECTORS[0]!).click()
  await page.keyboard.type(pin)
  // No click follows.
  await arrived
  return new URL(page.url()).searchParams.get('authCode')
}

describe.concurrent("DANA's binding scripts", { timeout: TEST_MS }, () => {
  it('end at the merchant with a code, as on an iPhone in Jakarta', async (test) => {
    const visit = await open(test, { browsing: IPHONE })
    const phone = `62${SITI.phone.slice(1)}`
    const authCode = await bindAsNode(visit.page, visit.bindingUrl(), { ...SITI, phone })
    expect((await visit.merchant.applyToken(authCode!)).body.responseCode).toBe('2007400')
  })

  it('are sent to google.com, which they take for the merchant by default', async (test) => {
    const { page, bindingUrl } = await open(test, { browsing: IPHONE })
    await page.goto(bindingUrl({ redirectUrl: 'https://google.com' }))
    await page.fill(PHONE_SELECTORS[0]!, SITI.phone)
    await page.click('.btn-continue')
    await page.click('.btn-continue.fs-unmask')
    const sent = page.waitForRequest((request) => request.url().startsWith('https://google.com/'))
    await page.locator(PIN_SELECTORS[0]!).pressSequentially(SITI.pin)
    expect(new URL((await sent).url()).searchParams.get('authCode')).toBeTruthy()
  })

  it('leave a phone alone that seamless data have filled in', async (test) => {
    const visit = await open(test, { browsing: IPHONE })
    const seamlessData = JSON.stringify({ mobileNumber: SITI.phone, bizScenario: 'PAYMENT' })
    const { privateKey } = visit.sandbox.credentials
    const seamlessSign = sign('sha256', Buffer.from(seamlessData), privateKey).toString('base64')
    const url = visit.bindingUrl({ seamlessData, seamlessSign })
    expect(await bindAsNode(visit.page, url, { phone: '0800000000', pin: SITI.pin })).toBeTruthy()
  })

  it('open the deep link in the browser', async (test) => {
    const visit = await open(test, { browsing: IPHONE })
    const query = new URLSearchParams({
      partnerId: visit.sandbox.credentials.partnerId,
      scopes: 'CASHIER,QUERY_BALANCE',
      terminalType: 'WEB',
      externalId: 'binding-1',
      requestId: 'request-1',
      redirectUrl: `${visit.merchantUrl}/bound`,
      state: 'state-1'
    })
    expect(await bindAsNode(visit.page, `${visit.sandbox.url}/n/link/binding?${query}`, SITI)).toBeTruthy()
  })

  it('fall back to the label of the phone field, and to any of their selectors', async (test) => {
    const { page, bindingUrl } = await open(test, { browsing: IPHONE })
    await page.goto(bindingUrl())
    await page.click('label.new-clearable-input.form-ipg-phonenumber')
    await page.keyboard.type(SITI.phone)
    expect(await page.inputValue(PHONE_SELECTORS[0]!)).toBe(SITI.phone)
    expect(await page.isVisible(PHONE_SELECTORS[1]!)).toBe(true)
    // Of these the first that is visible must be the one that goes on.
    for (const selector of ["button[type='submit']", 'button.btn-primary', '.btn-continue'])
      expect(await page.locator(selector).first().textContent()).toBe('Lanjutkan')
    await page.click('button.btn-primary')
    await page.click('button.btn-continue.fs-unmask.btn.btn-primary')
    await page.waitForSelector(PIN_SELECTORS[0]!)
    for (const selector of [...PIN_SELECTORS, 'input[maxlength="6"]']) expect(await page.isVisible(selector)).toBe(true)
  })

  it('click Continue and confirm from a script in the page, as the Python suite does', async (test) => {
    const visit = await open(test, { browsing: IPHONE })
    const { page } = visit
    await page.goto(visit.bindingUrl({ lang: 'en' }))
    await page.fill(PHONE_SELECTORS[0]!, SITI.phone)
    const clickFirst = `[...document.querySelectorAll('button')].find((button) => /continue|lanjutkan|confirm|allow/i.test(button.textContent)).click()`
    await Promise.all([page.waitForURL(/consent/), page.evaluate(clickFirst)])
    await Promise.all([page.waitForURL(/pin/), page.evaluate(clickFirst)])
    await page.locator('input[maxlength="6"]').pressSequentially(SITI.pin)
    await page.waitForURL(/authCode=/)
  })
})

/** How each suite finds its way on the cashier page. */
type CashierScript = { option: string; phone: string; typed: string; submit: string; pin: string; pay: string; success: string }

const NODE: CashierScript = {
  option: "//*[contains(@class,'dana')]/*[contains(@class,'bank-title')]",
  phone: '.desktop-input>.txt-input-phone-number-field',
  typed: SITI.phone.slice(1),
  submit: '.agreement__button>.btn-continue',
  pin: '.txt-input-pin-field',
  pay: '.btn.btn-primary',
  success: '//*[contains(@class,"lbl-success")]'
}
const CASHIER_SCRIPTS: Record<string, CashierScript> = {
  'Node and Java': NODE,
  'Node by its other option': { ...NODE, option: '.dana>.bank-title' },
  Python: { ...NODE, pay: 'button.btn-pay', success: '.result-animation.sdet-img-success-payment' },
  Go: {
    option: 'div.bank-item.sdetfe-lbl-dana-pay-option',
    phone: '//*[contains(@class,"desktop-input")]//input',
    typed: SITI.phone,
    submit: '//*[contains(@class,"agreement__button")]//button',
    pin: '//*[contains(@class,"input-pin")]//input',
    pay: '//*[contains(@class,"btn-pay")]',
    success: '//*[contains(@class,"sdetfe-lbl-success")]'
  },
  'Go by its other option': { ...NODE, option: "div.bank-title:has-text('DANA')", pay: '//*[contains(@class,"btn-pay")]' }
}

async function payAs(script: CashierScript, page: Page, url: string): Promise<void> {
  await page.goto(url)
  const option = page.locator(script.option).first()
  if (await option.isVisible()) await option.click()
  await page.locator(script.phone).fill(script.typed)
  await page.locator(script.submit).click()
  await page.locator(script.pin).fill(SITI.pin)
  await page.waitForTimeout(5_000)
  // The only one at this moment, or the locator refuses to choose.
  await page.locator(script.pay).click()
  await page.waitForSelector(script.success)
}

describe.concurrent("DANA's cashier scripts", { timeout: TEST_MS }, () => {
  it.for(Object.entries(CASHIER_SCRIPTS))('of %s pay an order', async ([, script], test) => {
    const visit = await open(test)
    const { url, referenceNo } = await visit.order()
    await payAs(script, visit.page, url)
    expect(visit.sandbox.control.findOrder(referenceNo).status).toBe('SUCCESS')
    expect(visit.balanceOf(SITI.phone)).toBe('99990000.00')
  })

  it('of Go and Python open a paid order again, press pay, and are told that it failed', async (test) => {
    const visit = await open(test)
    const { url } = await visit.order()
    await payAs(CASHIER_SCRIPTS.Go!, visit.page, url)
    await visit.page.goto(url)
    await visit.page.locator('//*[contains(@class,"btn-pay")]').click()
    for (const label of ['.lbl-failed-payment', '.card-header-content__title.lbl-failed-payment'])
      await visit.page.waitForSelector(label)
    expect(visit.balanceOf(SITI.phone)).toBe('99990000.00')
  })

  it('need no login where the address has a one-time token', async (test) => {
    const visit = await open(test)
    await visit.page.goto(await visit.withOtt((await visit.order()).url))
    await visit.page.locator(NODE.pay).click()
    await visit.page.waitForSelector(NODE.success)
  })
})
