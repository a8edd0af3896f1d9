import { sign } from 'node:crypto'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { SITI, TEST_MS, useBrowser, type Visit } from '../testing/use-browser.js'

const open = useBrowser()

const PIN = '.txt-input-pin-field'

async function enterPhone(page: Page, phone = SITI.phone): Promise<void> {
  await page.fill('.txt-input-phone-number-field', phone)
  await page.click('button.btn-continue')
}

async function goToPin(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await enterPhone(page)
  await page.click('.btn-continue.fs-unmask')
  await page.waitForSelector(PIN)
}

/** The parameters with which the browser came back to the merchant. */
async function comeBack({ page, merchantUrl }: Visit): Promise<Record<string, string>> {
  await page.waitForURL((url) => url.origin === merchantUrl)
  return Object.fromEntries(new URL(page.url()).searchParams)
}

/** Waits for the page to be another one, whatever its address. */
async function andTheNextPage(page: Page, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), act()])
}

describe.concurrent('binding in a browser', { timeout: TEST_MS }, () => {
  it('gives the merchant a code for the right PIN, which is sent by itself', async (test) => {
    const visit = await open(test)
    await goToPin(visit.page, visit.bindingUrl())
    await visit.page.locator(PIN).pressSequentially(SITI.pin)
    const { authCode, ...rest } = await comeBack(visit)
    expect(rest).toEqual({ responseCode: '2001000', responseMessage: 'Successful', state: 'state-1' })
    const { body } = await visit.merchant.applyToken(authCode!)
    expect(body).toMatchObject({ responseCode: '2007400', accessToken: expect.any(String) })
  })

  it('works by its buttons where no script runs', async (test) => {
    const visit = await open(test, { browsing: { javaScriptEnabled: false } })
    await goToPin(visit.page, visit.bindingUrl())
    await visit.page.fill(PIN, SITI.pin)
    await visit.page.click('button:has-text("Lanjutkan")')
    expect(await comeBack(visit)).toMatchObject({ responseCode: '2001000', authCode: expect.any(String) })
  })

  it('can be done by the keyboard alone', async (test) => {
    const visit = await open(test)
    const { page } = visit
    await page.goto(visit.bindingUrl())
    await page.focus('.txt-input-phone-number-field')
    await page.keyboard.type(SITI.phone)
    await andTheNextPage(page, () => page.keyboard.press('Enter'))
    await page.focus('.btn-continue.fs-unmask')
    await andTheNextPage(page, () => page.keyboard.press('Enter'))
    // The PIN field gets the focus by itself.
    await page.locator(`${PIN}:focus`).waitFor()
    await page.keyboard.type(SITI.pin)
    expect(await comeBack(visit)).toMatchObject({ responseCode: '2001000' })
  })

  it('says that a PIN is wrong, counts the tries, and takes the right one', async (test) => {
    const visit = await open(test)
    const { page } = visit
    await goToPin(page, visit.bindingUrl())
    await andTheNextPage(page, () => page.locator(PIN).pressSequentially('000000'))
    expect(await page.textContent('[role=alert]')).toMatch(/PIN salah.*2/)
    expect(await page.getAttribute(PIN, 'aria-invalid')).toBe('true')
    expect(await page.inputValue(PIN)).toBe('')
    await page.locator(PIN).pressSequentially(SITI.pin)
    expect(await comeBack(visit)).toMatchObject({ responseCode: '2001000' })
  })

  it('blocks the account after three wrong PINs, and goes back to the merchant without a code', async (test) => {
    const visit = await open(test)
    const { page } = visit
    await goToPin(page, visit.bindingUrl())
    for (const pin of ['000000', '111111', '222222']) await andTheNextPage(page, () => page.locator(PIN).pressSequentially(pin))
    expect(await page.isVisible(PIN)).toBe(false)
    await page.click('main form button')
    const answer = await comeBack(visit)
    expect(answer).toMatchObject({ responseCode: '4031011', state: 'state-1' })
    expect(answer).not.toHaveProperty('authCode')
  })

  it('fills in the phone that signed seamless data name, and lets nobody change it', async (test) => {
    const visit = await open(test)
    const { page } = visit
    await page.goto(visit.bindingUrl(seamless(visit, { mobileNumber: SITI.phone })))
    const field = page.locator('.txt-input-phone-number-field')
    expect((await field.inputValue()).replace(/\D/g, '')).toBe(SITI.phone)
    expect(await field.isEditable()).toBe(false)
    await page.click('button.btn-continue')
    await page.click('.btn-continue.fs-unmask')
    await page.locator(PIN).pressSequentially(SITI.pin)
    expect(await comeBack(visit)).toMatchObject({ responseCode: '2001000' })
  })

  it('refuses seamless data that somebody else signed', async (test) => {
    const visit = await open(test)
    const parameters = seamless(visit, { mobileNumber: SITI.phone })
    const response = await visit.page.goto(
      visit.bindingUrl({ ...parameters, seamlessData: parameters.seamlessData!.replace('3355', '3356') })
    )
    expect(response?.status()).toBe(401)
    expect(await visit.page.textContent('[role=alert]')).toContain('seamless')
  })

  it('tells the merchant that the user did not agree', async (test) => {
    const visit = await open(test)
    await visit.page.goto(visit.bindingUrl())
    await enterPhone(visit.page)
    await visit.page.waitForSelector('.scopes')
    await visit.page.click('button:has-text("Batalkan")')
    const answer = await comeBack(visit)
    expect(answer).toMatchObject({ responseCode: '4011000', state: 'state-1' })
    expect(answer).not.toHaveProperty('authCode')
  })

  it('gives a code that works once, and for ten minutes', async (test) => {
    const visit = await open(test)
    const bind = async () => {
      await goToPin(visit.page, visit.bindingUrl())
      await visit.page.locator(PIN).pressSequentially(SITI.pin)
      return (await comeBack(visit)).authCode!
    }
    const used = await bind()
    expect((await visit.merchant.applyToken(used)).body.responseCode).toBe('2007400')
    expect((await visit.merchant.applyToken(used)).body).toMatchObject({
      responseCode: '4017400',
      responseMessage: expect.stringContaining('Auth Code Used')
    })
    const late = await bind()
    await visit.sandbox.clock.move(10 * 60_000)
    expect((await visit.merchant.applyToken(late)).body.responseCode).toMatch(/^40174/)
  })

  it('can be gone back in, and is over once it ended', async (test) => {
    const visit = await open(test)
    const { page } = visit
    await goToPin(page, visit.bindingUrl())
    await page.goBack()
    await page.waitForSelector('.scopes')
    await page.goBack()
    await enterPhone(page)
    await page.click('.btn-continue.fs-unmask')
    await page.locator(PIN).pressSequentially(SITI.pin)
    const { authCode } = await comeBack(visit)
    await page.goBack()
    // Its form leads to where it ended, and never to a second code.
    if (await page.isVisible(PIN)) {
      await page.locator(PIN).pressSequentially(SITI.pin)
      expect((await comeBack(visit)).authCode).toBe(authCode)
    } else expect(await page.textContent('h1')).toBe('Sudah selesai')
  })

  it('speaks English when the merchant or the user asks for it', async (test) => {
    const visit = await open(test)
    const { page } = visit
    await page.goto(visit.bindingUrl({ lang: 'en' }))
    expect(await page.textContent('h1')).toBe('Link your DANA account')
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    await page.click('a[hreflang=id]')
    expect(await page.textContent('h1')).toBe('Hubungkan akun DANA')
  })
})

function seamless({ sandbox }: Visit, data: object): Record<string, string> {
  const seamlessData = JSON.stringify(data)
  const signature = sign('sha256', Buffer.from(seamlessData), sandbox.credentials.privateKey).toString('base64')
  return { seamlessData, seamlessSign: signature }
}
