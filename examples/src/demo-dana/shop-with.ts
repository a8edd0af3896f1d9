import type { Page } from 'playwright-core'

/** Who buys: a user of the sandbox. */
export type Customer = { phone: string; pin: string }

/** What a customer saw on the shop's own pages. */
export type Visit = {
  orderNumber: string
  /** Rupiah, two decimals, as DANA told the shop. */
  balanceBefore: string
  balanceAfter: string
  /** What the order page said, before anything was refunded. */
  status: string
  /** What a query told the shop. */
  answer: string
  isNotified: boolean
  refundStatus: string
  isUnbound: boolean
}

/** Runs one step, and keeps its time. */
export type TellStage = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>

export type VisitOptions = {
  shopUrl: string
  customer: Customer
  /** Keeps a picture of the page as it is. */
  keep: (name: string) => Promise<void>
  stage: TellStage
  /** Resolves when DANA has told the merchant all it has to tell. */
  notified: () => Promise<void>
}

/** Goes through the shop and DANA's pages as a customer does: with eyes, fingers and a PIN, and nothing else. */
export async function shopWith(page: Page, { shopUrl, customer, keep, stage, notified }: VisitOptions): Promise<Visit> {
  await stage('bind the account', async () => {
    await page.goto(shopUrl)
    await keep('shop')
    await page.click('#connect')
    await page.locator('.txt-input-phone-number-field').fill(customer.phone)
    await keep('binding-phone')
    await page.click('button.btn-continue')
    await page.waitForSelector('.btn-continue.fs-unmask')
    await keep('binding-consent')
    await page.click('.btn-continue.fs-unmask')
    await page.waitForSelector('.txt-input-pin-field')
    await keep('binding-pin')
    // The page goes on by itself after the sixth digit.
    await page.locator('.txt-input-pin-field').pressSequentially(customer.pin)
    await page.waitForSelector('.balance')
    await keep('shop-bound')
  })
  const balanceBefore = await shownBalance(page)

  await stage('order and pay', async () => {
    await page.click('#buy-gayo')
    await page.waitForSelector('.btn-pay')
    await keep('cashier')
    await page.click('.btn-pay')
    await page.waitForSelector('.lbl-success')
    await keep('cashier-result')
    await page.click('.btn-return')
    await page.waitForSelector('#to-order')
    await keep('shop-return')
  })

  const paid = await stage('notification and query', async () => {
    await notified()
    await page.click('#to-order')
    await page.waitForSelector('#status')
    await keep('shop-order')
    return {
      orderNumber: (await page.textContent('#number')) ?? '',
      status: (await page.getAttribute('#status', 'data-status')) ?? '',
      answer: (await page.textContent('#answer')) ?? '',
      isNotified: (await page.getAttribute('#notification', 'data-received')) === 'yes'
    }
  })

  const refundStatus = await stage('refund half', async () => {
    await page.click('#refund-half')
    await page.waitForSelector('#refund-status')
    await keep('shop-refunded')
    return (await page.getAttribute('#refund-status', 'data-status')) ?? ''
  })

  return stage('unbind', async () => {
    await page.goto(shopUrl)
    const balanceAfter = await shownBalance(page)
    await page.click('#disconnect')
    await page.waitForSelector('.notice')
    await keep('shop-unbound')
    const isUnbound = await page.locator('#connect').isVisible()
    return { ...paid, balanceBefore, balanceAfter, refundStatus, isUnbound }
  })
}

async function shownBalance(page: Page): Promise<string> {
  return (await page.getAttribute('.balance', 'data-balance')) ?? ''
}
