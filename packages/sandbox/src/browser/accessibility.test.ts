import type { Page } from 'playwright-core'
import { describe, expect, it, type TestContext } from 'vitest'
import { findAccessibilityFaults } from '../testing/find-accessibility-faults.js'
import { POOR, SITI, TEST_MS, useBrowser, type Visit } from '../testing/use-browser.js'

const open = useBrowser()

async function look(page: Page, what: string): Promise<void> {
  const url = page.url()
  expect({ what, url, faults: await findAccessibilityFaults(page) }).toEqual({ what, url, faults: [] })
}

async function bindingPages(visit: Visit): Promise<void> {
  const { page } = visit
  await page.goto(visit.bindingUrl({ lang: 'id' }))
  await look(page, 'phone')
  await page.fill('.txt-input-phone-number-field', '12')
  await Promise.all([page.waitForEvent('load'), page.click('.btn-continue')])
  await look(page, 'phone that is none')
  await page.fill('.txt-input-phone-number-field', '081999999999')
  await page.click('.btn-continue')
  await page.waitForSelector('#new-pin')
  await look(page, 'registration')
  await page.goBack()
  await page.fill('.txt-input-phone-number-field', SITI.phone)
  await page.click('.btn-continue')
  await page.waitForSelector('.scopes')
  await look(page, 'consent')
  await page.click('.btn-continue.fs-unmask')
  for (const what of ['PIN', 'wrong PIN']) {
    await page.waitForSelector('#pin')
    await look(page, what)
    await Promise.all([page.waitForEvent('load'), page.locator('#pin').pressSequentially('000000')])
  }
  await Promise.all([page.waitForEvent('load'), page.locator('#pin').pressSequentially('000000')])
  await look(page, 'blocked')
  await page.goto(visit.bindingUrl({ partnerId: 'nobody' }))
  await look(page, 'fault')
  await page.goto(`${visit.sandbox.url}/n/link/binding/none/phone`)
  await look(page, 'session that ended')
}

async function cashierPages(visit: Visit): Promise<void> {
  const { page } = visit
  const { url } = await visit.order()
  await page.goto(url)
  await look(page, 'login')
  await page.click('a[href*="VIRTUAL_ACCOUNT"]')
  await look(page, 'virtual account')
  await page.goto(url)
  await page.fill('.txt-input-phone-number-field', POOR.phone)
  await page.click('.btn-continue')
  await page.waitForSelector('#pin')
  await look(page, 'PIN')
  await page.locator('#pin').pressSequentially(POOR.pin)
  await page.waitForSelector('.btn-pay')
  await look(page, 'too little to pay')
  await page.click('.btn-pay')
  await page.waitForSelector('.lbl-failed-payment')
  await look(page, 'failure')
  await page.goto(await visit.withOtt((await visit.order()).url))
  await look(page, 'pay')
  await page.click('.btn-pay')
  await page.waitForSelector('.lbl-success')
  await look(page, 'success')
  await page.goBack()
  await look(page, 'paid before')
  await page.goto(`${visit.sandbox.url}/m/portal/cashier/checkout?bizNo=none`)
  await look(page, 'no such order')
}

async function walletPages(visit: Visit): Promise<void> {
  const { page, sandbox } = visit
  await sandbox.pay(await visit.withOtt((await visit.order()).url))
  await page.goto(`${sandbox.url}/m/portal/topup`)
  await look(page, 'login to top up')
  await page.fill('.txt-input-phone-number-field', SITI.phone)
  await page.click('.btn-continue')
  await page.waitForSelector('#pin')
  await look(page, 'PIN to top up')
  await page.locator('#pin').pressSequentially(SITI.pin)
  for (const [amount, shown] of [
    ['nothing', '#error .notice-bad'],
    ['25.000', '.notice-good']
  ] as const) {
    await page.waitForSelector('#amount')
    await look(page, 'top up')
    await page.fill('#amount', amount)
    await page.click('.btn-primary')
    await page.waitForSelector(shown)
    await look(page, `top up of ${amount}`)
  }
  await page.goto(`${sandbox.url}/m/portal/transaction`)
  expect(await page.locator('.movements li').count()).toBe(3)
  await look(page, 'transactions')
}

async function developerPages(visit: Visit): Promise<void> {
  const { page, sandbox } = visit
  const linksIn = async (selector: string) => {
    const links = await page.locator(selector).all()
    return [...new Set(await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? '')))]
  }
  const menu = 'nav a[href^="/_sandbox/"]:not([href*="lang="])'
  // First with nothing in them, then with something in each.
  await page.goto(`${sandbox.url}/_sandbox/`)
  const pages = await linksIn(menu)
  expect(pages.length).toBeGreaterThanOrEqual(8)
  for (const link of pages) {
    await page.goto(sandbox.url + link)
    await look(page, `empty ${link}`)
  }
  const { url, partnerReferenceNo } = await visit.order()
  await sandbox.pay(await visit.withOtt(url))
  await visit.order()
  await visit.merchant.query('unknown')
  await sandbox.idle()
  sandbox.fault({ kind: 'delay', delayMs: 1, operation: 'cancelOrder' })
  await sandbox.control.trigger('refund', { reference: partnerReferenceNo, amountSen: 100_000n })
  for (const link of pages) {
    await page.goto(sandbox.url + link)
    await look(page, link)
    const details = link === '/_sandbox/' ? [] : (await linksIn(`main a[href^="${link}/"]`)).slice(0, 3)
    for (const detail of details) {
      await page.goto(sandbox.url + detail)
      await look(page, detail)
    }
  }
  await page.goto(`${sandbox.url}/_sandbox/none`)
  await look(page, 'no such page')
}

const LOOKS: [string, (visit: Visit) => Promise<void>][] = [
  ['of a binding', bindingPages],
  ['of the cashier', cashierPages],
  ['of a user', walletPages],
  ['for the developer', developerPages]
]

describe.concurrent('axe-core', { timeout: TEST_MS }, () => {
  it('finds what is wrong with a page that is', async (test) => {
    const { page } = await open(test)
    await page.setContent(
      '<html lang="id"><title>x</title><img src="x"><p style="color:#eee;background:#fff">pale</p><input style="width:5000px">'
    )
    const faults = (await findAccessibilityFaults(page)).map((fault) => fault.split(':')[0])
    const found = ['color-contrast', 'image-alt', 'label', 'too-wide']
    expect(faults).toEqual(['phone', 'desktop'].flatMap((screen) => found.map((id) => `${id} (${screen})`)))
  })

  it.for(LOOKS)(
    'finds nothing serious on the pages %s, on a phone and on a desktop',
    async ([, lookAtPages], test: TestContext) => {
      await lookAtPages(await open(test))
    }
  )
})
