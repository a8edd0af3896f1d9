import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, type TestContext } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import type { SandboxOptions } from '../sandbox-options.js'
import { startSandbox } from '../start-sandbox.js'
import { bareClient } from './bare-client.js'
import { openBrowser } from './open-browser.js'
import { type Received, startMerchant } from './start-merchant.js'

/** A user of the seeds to whom nothing special happens, and one with Rp5.000. */
export const SITI = { phone: '083811223355', pin: '181818' }
export const POOR = { phone: '081200000001', pin: '123456' }

/** A sandbox, a merchant and a browser profile of a test's own. */
export type Visit = {
  sandbox: Sandbox
  merchant: ReturnType<typeof bareClient>
  /** Where the merchant gets notifications, and customers come back to. */
  merchantUrl: string
  received: Received[]
  context: BrowserContext
  page: Page
  /** The binding page's address, with these parameters more or instead. */
  bindingUrl(parameters?: Record<string, string>): string
  /** An order of Rp10.000 unless told otherwise, and its cashier page. */
  order(value?: string): Promise<{ referenceNo: string; partnerReferenceNo: string; url: string }>
  /** Binds an account, and gives the cashier page's address with a one-time token. */
  withOtt(url: string, phone?: string): Promise<string>
  balanceOf(phone: string): string
}

export type VisitOptions = { browsing?: BrowserContextOptions; sandbox?: SandboxOptions }

const INSTALL_MS = 600_000
/** Far above what any step takes, also on a machine that is busy with other things; and what a test may take. */
const STEP_MS = 30_000
export const TEST_MS = 300_000

/** One browser for the tests of a file. Each test opens a visit of its own, so that they can run at once. */
export function useBrowser(): (test: TestContext, options?: VisitOptions) => Promise<Visit> {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await openBrowser(process.env)
  }, INSTALL_MS)
  afterAll(() => browser?.close())
  return async (test, options = {}) => {
    const [sandbox, server, context] = await Promise.all([
      startSandbox({ port: 0, ...options.sandbox }),
      startMerchant(),
      browser!.newContext({ locale: 'id-ID', reducedMotion: 'reduce', ...options.browsing })
    ])
    test.onTestFinished(async () => {
      await context.close()
      await sandbox.stop()
      await server.stop()
    })
    context.setDefaultTimeout(STEP_MS)
    const merchant = bareClient(sandbox)
    return {
      sandbox,
      merchant,
      merchantUrl: server.url,
      received: server.received,
      context,
      page: await context.newPage(),
      bindingUrl: (parameters = {}) => `${sandbox.url}/v1.0/get-auth-code?${bindingQuery(sandbox, server.url, parameters)}`,
      async order(value = '10000.00') {
        const partnerReferenceNo = randomUUID()
        const { body } = await merchant.pay(partnerReferenceNo, value, `${server.url}/v1.0/debit/notify`)
        return { referenceNo: String(body.referenceNo), partnerReferenceNo, url: String(body.webRedirectUrl) }
      },
      async withOtt(url, phone = SITI.phone) {
        const { authCode } = await sandbox.authorize(`${sandbox.url}/v1.0/get-auth-code?${bindingQuery(sandbox, server.url)}`, {
          phone
        })
        const { accessToken } = (await merchant.applyToken(authCode)).body
        const path = '/rest/v1.1/qr/apply-ott'
        const { body } = await merchant.callAsUser(path, String(accessToken), { userResources: ['OTT'] })
        const [{ value }] = body.userResources as [{ value: string }]
        return `${url}&ott=${encodeURIComponent(value)}`
      },
      balanceOf: (phone) => sandbox.users.find((user) => user.phone.endsWith(phone.slice(1)))!.balance
    }
  }
}

function bindingQuery({ credentials }: Sandbox, merchantUrl: string, parameters: Record<string, string> = {}): URLSearchParams {
  return new URLSearchParams({
    partnerId: credentials.partnerId,
    scopes: 'CASHIER,AGREEMENT_PAY,QUERY_BALANCE,DEFAULT_BASIC_PROFILE,MINI_DANA',
    externalId: randomUUID(),
    channelId: '202601151020304051234567',
    redirectUrl: `${merchantUrl}/bound`,
    timestamp: '2026-01-15T10:20:30.405+07:00',
    state: 'state-1',
    isSnapBI: 'true',
    merchantId: credentials.merchantId,
    ...parameters
  })
}
