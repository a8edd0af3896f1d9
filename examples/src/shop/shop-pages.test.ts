import { Dana } from '@arus/dana'
import { startSandbox } from '@arus/sandbox'
import { findAccessibilityFaults, openBrowser } from '@arus/sandbox/testing'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { createShop } from './create-shop.js'

let browser: Browser | undefined
// Where there is no Chromium it is installed first.
beforeAll(async () => {
  browser = await openBrowser(process.env)
}, 600_000)
afterAll(() => browser?.close())

it('the pages are accessible, and fit a phone and a desktop', { timeout: 300_000 }, async () => {
  const sandbox = await startSandbox({ port: 0 })
  const { partnerId, privateKey, origin, merchantId, danaPublicKey } = sandbox.credentials
  const dana = new Dana({ partnerId, privateKey, origin, baseUrl: sandbox.url, webUrl: sandbox.url, debugMode: 'false' })
  const shop = createShop({ dana, danaPublicKey, merchantId })
  const shopUrl = await shop.start()
  const context = await browser!.newContext()
  onTestFinished(async () => {
    await context.close()
    await shop.stop()
    await sandbox.stop()
  })
  const page = await context.newPage()
  const look = async (what: string) => expect({ what, faults: await findAccessibilityFaults(page) }).toEqual({ what, faults: [] })

  await page.goto(shopUrl)
  await look('products')
  const { redirectUrl } = await sandbox.authorize(
    (await page.request.get(`${shopUrl}/dana/bind`, { maxRedirects: 0 })).headers().location!
  )
  await page.goto(redirectUrl)
  await look('bound')
  await page.click('#buy-gayo')
  await page.waitForSelector('.btn-pay')
  const number = sandbox.control.listOrders()[0]!.partnerReferenceNo
  await page.goto(`${shopUrl}/orders/${number}`)
  await look('order that waits')
  await page.click('#pay')
  await page.click('.btn-pay')
  await page.click('.btn-return')
  await look('return')
  await page.click('#to-order')
  await page.click('#refund-half')
  await page.waitForSelector('#refund-status')
  await look('refunded')
  await page.goto(`${shopUrl}/none?lang=en`)
  await look('not found')
})
