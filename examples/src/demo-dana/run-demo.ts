import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Dana } from '@arus/dana'
import { type Sandbox, startSandbox } from '@arus/sandbox'
import { openBrowser } from '@arus/sandbox/testing'
import type { Browser, Page } from 'playwright-core'
import { createShop } from '../shop/create-shop.js'
import { PRODUCTS } from '../shop/products.js'
import { toSen } from '../shop/rupiah.js'
import { type Balances, compare, type Seen } from './compare.js'
import type { Report } from './describe-report.js'
import { DEVICES, type Device } from './devices.js'
import { shopWith, type TellStage, type Visit } from './shop-with.js'

/** DANA's published test user. */
const CUSTOMER = { phone: '083811223355', pin: '181818' }
const DEADLINE_MS = 20_000

export type DemoOptions = {
  environment: Readonly<Record<string, string | undefined>>
  /** For the pictures. What an earlier demo left there is removed. */
  folder: string
  /** Is told what begins. */
  onStage?: (name: string) => void
}

/**
 * Pays a coffee on a phone and one on a desktop, with a shop and a sandbox of its own, and compares what the customer, the shop
 * and DANA's side saw. Whatever was started is stopped, last first, also after an error.
 */
export async function runDemo({ environment, folder, onStage = () => {} }: DemoOptions): Promise<Report> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const stages: { name: string; spanMs: number }[] = []
  const complaints: string[] = []
  const closers: (() => Promise<unknown>)[] = []
  const stage: TellStage = async (name, work) => {
    onStage(name)
    const startedAtMs = performance.now()
    try {
      return await work()
    } finally {
      stages.push({ name, spanMs: performance.now() - startedAtMs })
    }
  }
  try {
    const { sandbox, shopUrl, browser } = await stage('start sandbox, shop, browser', async () => {
      const sandbox = await startSandbox({ port: 0 })
      closers.push(() => sandbox.stop())
      const shop = openShop(sandbox, (error) => complaints.push(`the shop: ${error}`))
      const shopUrl = await shop.start()
      closers.push(() => shop.stop())
      const browser = await openBrowser(environment)
      closers.push(() => browser.close())
      return { sandbox, shopUrl, browser }
    })
    let pictures = 0
    const keepIn = (page: Page, device: Device) => {
      let number = 0
      return async (name: string) => {
        const file = `${device.name}-${String(++number).padStart(2, '0')}-${name}.png`
        await page.screenshot({ path: join(folder, file), fullPage: true })
        pictures += 1
      }
    }
    const before = balancesOf(sandbox)
    const visits: Seen['visits'] = []
    for (const device of DEVICES) {
      const page = await openPage(browser, device, complaints)
      const keep = keepIn(page, device)
      const onDevice: TellStage = (name, work) => stage(`${device.name}: ${name}`, work)
      const visit = await shopWith(page, {
        shopUrl,
        customer: CUSTOMER,
        keep,
        stage: onDevice,
        notified: () => sandbox.idle()
      })
      visits.push({ device: device.name, visit, book: bookOf(sandbox, visit) })
      await onDevice('developer pages', () => visitDeveloperPages(page, sandbox.url, keep))
      await page.context().close()
    }
    const after = balancesOf(sandbox)
    const whose = (index: 0 | 1): Balances => ({
      name: before[index].name,
      beforeSen: before[index].sen,
      afterSen: after[index].sen
    })
    const priceSen = toSen(PRODUCTS[0]!.price)
    const seen: Seen = {
      visits,
      priceSen,
      refundSen: priceSen / 2n,
      customer: whose(0),
      merchant: whose(1),
      requests: sandbox.requests,
      complaints
    }
    return {
      title: `${PRODUCTS[0]!.name}, paid with DANA on a phone and on a desktop`,
      customer: seen.customer,
      merchant: seen.merchant,
      paidSen: seen.priceSen * BigInt(visits.length),
      refundedSen: seen.refundSen * BigInt(visits.length),
      stages,
      checks: compare(seen),
      pictures: { folder, count: pictures }
    }
  } finally {
    for (const close of closers.reverse()) await close()
  }
}

function openShop({ url, credentials }: Sandbox, onError: (error: unknown) => void) {
  const { partnerId, merchantId, privateKey, origin, danaPublicKey } = credentials
  const dana = new Dana({ partnerId, privateKey, origin, baseUrl: url, webUrl: url, env: 'sandbox', debugMode: 'false' })
  return createShop({ dana, danaPublicKey, merchantId, onError })
}

async function openPage(browser: Browser, device: Device, complaints: string[]): Promise<Page> {
  const context = await browser.newContext(device.options)
  const page = await context.newPage()
  page.setDefaultTimeout(DEADLINE_MS)
  page.on('pageerror', (error) => complaints.push(`${device.name}, ${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${device.name}, ${page.url()}: ${message.text()}`)
  })
  return page
}

/** Every page that the developer's menu leads to, and the first of what each of them lists. */
async function visitDeveloperPages(page: Page, url: string, keep: (name: string) => Promise<void>): Promise<void> {
  await page.goto(`${url}/_sandbox/`)
  const pages = await linksOf(page, 'nav a[href^="/_sandbox/"]:not([href*="lang="])')
  for (const link of pages) {
    await page.goto(url + link)
    const name = link.replace(/^\/_sandbox\/?/, '').replace(/\W+/g, '-') || 'overview'
    await keep(`developer-${name}`)
    const [detail] = link === '/_sandbox/' ? [] : await linksOf(page, `main a[href^="${link}/"]`)
    if (detail === undefined) continue
    await page.goto(url + detail)
    await keep(`developer-${name}-one`)
  }
}

async function linksOf(page: Page, selector: string): Promise<string[]> {
  const links = await page.locator(selector).all()
  const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
  return [...new Set(addresses.filter((address) => address !== null))]
}

function bookOf(sandbox: Sandbox, { orderNumber }: Visit) {
  const order = sandbox.control.findOrder(orderNumber)
  const isOfOrder = ({ referenceNo }: { referenceNo?: string }) => referenceNo === order.referenceNo
  return { order, notifications: sandbox.notifications.filter(isOfOrder) }
}

/** The customer's and the merchant's, by DANA's book. */
function balancesOf({ control, credentials }: Sandbox): [{ name: string; sen: bigint }, { name: string; sen: bigint }] {
  const user = control.listUsers().find(({ phone }) => phone.endsWith(CUSTOMER.phone.slice(1)))!
  const merchant = control.listMerchants().find(({ merchantId }) => merchantId === credentials.merchantId)!
  return [
    { name: user.name, sen: toSen(user.balance) },
    { name: merchant.name, sen: toSen(merchant.balance) }
  ]
}
