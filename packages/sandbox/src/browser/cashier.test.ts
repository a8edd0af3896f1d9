import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { POOR, SITI, TEST_MS, useBrowser } from '../testing/use-browser.js'

const open = useBrowser()

const PIN = '.txt-input-pin-field'
const PAY = '.btn-pay'
const FAILED = '.lbl-failed-payment'
const SUCCESS = '.lbl-success'

async function logIn(page: Page, { phone, pin }: { phone: string; pin: string }): Promise<void> {
  await page.fill('.txt-input-phone-number-field', phone)
  await page.click('.btn-continue')
  await page.locator(PIN).pressSequentially(pin)
  await page.waitForSelector(PAY)
}

/** What there is of Rp100.000.000 after one order of Rp10.000. */
const PAID_ONCE = '99990000.00'
const PAID_NEVER = '100000000.00'

describe.concurrent('paying in a browser', { timeout: TEST_MS }, () => {
  it('needs no login with a one-time token, tells the merchant, and leads back there', async (test) => {
    const visit = await open(test)
    const { page, sandbox } = visit
    const { url, partnerReferenceNo, referenceNo } = await visit.order()
    await page.goto(await visit.withOtt(url))
    expect(await page.isVisible('.txt-input-phone-number-field')).toBe(false)
    // The token doesn't stay in the address, which history and logs would keep.
    expect(page.url()).not.toContain('ott=')
    await page.click(PAY)
    await page.waitForSelector(SUCCESS)
    expect(visit.balanceOf(SITI.phone)).toBe(PAID_ONCE)
    await sandbox.idle()
    expect(visit.received.map(({ path }) => path)).toEqual(['/v1.0/debit/notify'])
    const link = new URL((await page.getAttribute('.btn-return', 'href')) ?? '')
    expect(Object.fromEntries(link.searchParams)).toEqual({
      originalReferenceNo: referenceNo,
      originalPartnerReferenceNo: partnerReferenceNo,
      merchantId: sandbox.credentials.merchantId,
      status: 'SUCCESS'
    })
  })

  it('asks for phone and PIN without one', async (test) => {
    const visit = await open(test)
    const { page } = visit
    await page.goto((await visit.order()).url)
    await logIn(page, SITI)
    await page.click(PAY)
    await page.waitForSelector(SUCCESS)
    expect(visit.balanceOf(SITI.phone)).toBe(PAID_ONCE)
  })

  it('says that a PIN is wrong, and takes the right one', async (test) => {
    const visit = await open(test)
    const { page } = visit
    await page.goto((await visit.order()).url)
    await page.fill('.txt-input-phone-number-field', SITI.phone)
    await page.click('.btn-continue')
    await Promise.all([page.waitForEvent('load'), page.locator(PIN).pressSequentially('000000')])
    expect(await page.textContent('[role=alert]')).toContain('PIN salah')
    await page.locator(PIN).pressSequentially(SITI.pin)
    await page.click(PAY)
    await page.waitForSelector(SUCCESS)
  })

  it('asks for a login when the token was used or ran out', async (test) => {
    const visit = await open(test)
    const { page } = visit
    const first = await visit.withOtt((await visit.order()).url)
    await page.goto(first)
    await page.waitForSelector(PAY)
    const used = new URL(first).searchParams.get('ott')!
    await page.goto(`${(await visit.order()).url}&ott=${used}`)
    expect(await page.textContent('.notice-warn')).toMatch(/masuk/i)
    expect(await page.isVisible(PAY)).toBe(false)

    const late = await visit.withOtt((await visit.order()).url)
    await visit.sandbox.clock.move(10 * 60_000)
    await page.goto(late)
    expect(await page.isVisible(PAY)).toBe(false)
    await logIn(page, SITI)
    await page.click(PAY)
    await page.waitForSelector(SUCCESS)
  })

  it('takes nothing from a balance that is too small', async (test) => {
    const visit = await open(test)
    const { page } = visit
    const { url, referenceNo } = await visit.order()
    await page.goto(url)
    await logIn(page, POOR)
    await page.click(PAY)
    await page.waitForSelector(FAILED)
    expect(await page.textContent('.card-header-content')).toContain('tidak cukup')
    expect(visit.balanceOf(POOR.phone)).toBe('5000.00')
    expect(visit.sandbox.control.findOrder(referenceNo).status).toBe('INIT')
  })

  it('says that an order has run out, when it is opened and when it is paid too late', async (test) => {
    const visit = await open(test)
    const { page } = visit
    const { url } = await visit.order()
    await page.goto(await visit.withOtt(url))
    await page.waitForSelector(PAY)
    await visit.sandbox.clock.move(21 * 60_000)
    await page.click(PAY)
    await page.waitForSelector(FAILED)
    await page.goto(url)
    expect(await page.textContent('.card-header-content')).toContain('kedaluwarsa')
    expect(await page.isVisible(PAY)).toBe(false)
    expect(visit.balanceOf(SITI.phone)).toBe(PAID_NEVER)
  })

  it('refuses to take an order’s money again', async (test) => {
    const visit = await open(test)
    const { page } = visit
    const { url } = await visit.order()
    await visit.sandbox.pay(url, { phone: SITI.phone })
    await page.goto(url)
    await page.click(PAY)
    await page.waitForSelector(FAILED)
    expect(visit.balanceOf(SITI.phone)).toBe(PAID_ONCE)
  })

  it('pays once when the user goes back and presses again', async (test) => {
    const visit = await open(test)
    const { page } = visit
    await page.goto(await visit.withOtt((await visit.order()).url))
    await page.click(PAY)
    await page.waitForSelector(SUCCESS)
    await page.goBack()
    await page.click(PAY)
    await page.waitForSelector(`${SUCCESS}, ${FAILED}`)
    expect(visit.balanceOf(SITI.phone)).toBe(PAID_ONCE)
  })

  it.for([true, false])('pays once for a double click (scripts: %s)', async (javaScriptEnabled, test) => {
    const visit = await open(test, { browsing: { javaScriptEnabled } })
    const { page } = visit
    await page.goto(await visit.withOtt((await visit.order()).url))
    await page.dblclick(PAY)
    await page.waitForSelector(SUCCESS)
    expect(visit.balanceOf(SITI.phone)).toBe(PAID_ONCE)
  })

  it('pays once from two windows: one says that it was paid before', async (test) => {
    const visit = await open(test)
    const { url } = await visit.order()
    const pages = [visit.page, await visit.context.newPage()]
    await visit.page.goto(await visit.withOtt(url))
    await pages[1]!.goto(url)
    await Promise.all(pages.map((page) => page.click(PAY)))
    const ends = await Promise.all(
      pages.map(async (page) => {
        await page.waitForSelector(`${SUCCESS}, ${FAILED}`)
        return page.isVisible(SUCCESS)
      })
    )
    expect(ends.filter((isPaid) => isPaid)).toHaveLength(1)
    expect(visit.balanceOf(SITI.phone)).toBe(PAID_ONCE)
  })

  it('lets somebody else pay', async (test) => {
    const visit = await open(test)
    const { page } = visit
    await page.goto(await visit.withOtt((await visit.order('4000.00')).url))
    await page.click('button:has-text("Bukan Anda?")')
    await logIn(page, POOR)
    await page.click(PAY)
    await page.waitForSelector(SUCCESS)
    expect([visit.balanceOf(SITI.phone), visit.balanceOf(POOR.phone)]).toEqual([PAID_NEVER, '1000.00'])
  })

  it('shows no order for an address that was changed', async (test) => {
    const visit = await open(test)
    const { url } = await visit.order()
    const response = await visit.page.goto(url.replace(/sign=.{6}/, 'sign=AAAAAA'))
    expect(response?.status()).toBe(400)
    expect(await visit.page.isVisible(PAY)).toBe(false)
  })
})
