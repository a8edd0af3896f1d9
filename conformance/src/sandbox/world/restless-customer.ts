import { jakartaTime } from '../clients/bare-client.js'
import type { Answer, Client } from '../clients/client.js'
import { bindOnPages, openBrowser, saysPaid } from './browse.js'
import type { KnownOrder, KnownState } from './known-state.js'
import { rupiah, succeeded } from './start-world.js'

/** A customer of a merchant, of whom everything that the sandbox acknowledged is kept. */
export type RestlessCustomer = {
  phone: string
  /** What was acknowledged, and what holds as well when a step is done of which no answer came. */
  knownStates(): KnownState[]
  /** What the state was found to be: from there it goes on. */
  resume(state: KnownState): void
  /** Takes one step at random. Fails when nobody answers. */
  step(merchant: Merchant): Promise<void>
}

/** Who the customer buys from, and where. */
export type Merchant = { client: Client; merchantId: string }

type Change = (state: KnownState) => void

export const FIRST_BALANCE_SEN = 100_000_00
const PIN = '123456'

/** @param random gives whole numbers from 0 up to what it is given */
export function createRestlessCustomer(phone: string, random: (below: number) => number): RestlessCustomer {
  let state: KnownState = { balanceSen: FIRST_BALANCE_SEN, orders: {}, tokens: {}, liveTokens: 0 }
  let underWay: Change | undefined
  let token: { access: string; refresh: string } | undefined
  let count = 0

  /** Does something of which the change is known before; it holds once it is answered. */
  const acknowledge = async <Result>(change: Change, act: () => Promise<Result>): Promise<Result> => {
    underWay = change
    const result = await act()
    change(state)
    underWay = undefined
    return result
  }
  const withChange = (change: Change): KnownState => {
    const changed = structuredClone(state)
    change(changed)
    return changed
  }
  const endTokens: Change = (changed) => {
    for (const access of Object.keys(changed.tokens)) changed.tokens[access] = false
    changed.liveTokens = 0
  }
  const keepToken = ({ body }: Answer) => {
    token = { access: body.accessToken, refresh: body.refreshToken }
    state.tokens[body.accessToken] = true
  }
  const pick = (suits: (order: KnownOrder) => boolean): [string, KnownOrder] | undefined => {
    const suitable = Object.entries(state.orders).filter(([, order]) => suits(order))
    return suitable[random(suitable.length)]
  }
  const named = (reference: string, { merchantId }: Merchant) => ({ merchantId, originalPartnerReferenceNo: reference })
  const customer = () => ({ additionalInfo: { accessToken: token!.access, deviceId: 'web-1', endUserIpAddress: '127.0.0.1' } })

  const bind = async ({ client, merchantId }: Merchant) => {
    const binding = { externalId: phone, merchantId, redirectUrl: 'https://shop.example/bound', state: 's' }
    const authCode = await bindOnPages(client.oauthUrl(binding), { phone, pin: PIN })
    const issue: Change = (changed) => void changed.liveTokens++
    const call = () => client.call('applyToken', { grantType: 'AUTHORIZATION_CODE', authCode })
    keepToken(succeeded(await acknowledge(issue, call)))
  }

  const refresh = async ({ client }: Merchant) => {
    const { access, refresh } = token!
    const renew: Change = (changed) => {
      changed.tokens[access] = false
    }
    const call = () => client.call('applyToken', { grantType: 'REFRESH_TOKEN', refreshToken: refresh })
    keepToken(succeeded(await acknowledge(renew, call)))
  }

  const unbind = async ({ client, merchantId }: Merchant) => {
    succeeded(await acknowledge(endTokens, () => client.call('accountUnbinding', { merchantId, ...customer() })))
    token = undefined
  }

  const order = async ({ client, merchantId }: Merchant): Promise<{ reference: string; checkout: string }> => {
    const reference = `${phone}-${++count}`
    const amountSen = (random(900) + 100) * 1_00
    const payment = {
      partnerReferenceNo: reference,
      merchantId,
      amount: rupiah((amountSen / 100).toFixed(2)),
      validUpTo: jakartaTime(Date.now() + 20 * 60_000),
      additionalInfo: {
        productCode: '51051000100000000001',
        mcc: '5732',
        order: { orderTitle: 'Kopi' },
        envInfo: { sourcePlatform: 'IPG', terminalType: 'WEB' }
      },
      urlParams: [{ url: 'https://shop.example/done', type: 'PAY_RETURN', isDeeplink: 'N' }]
    }
    const create: Change = (changed) => {
      changed.orders[reference] = { status: 'INIT', amountSen, refunds: {} }
    }
    const { body } = succeeded(await acknowledge(create, () => client.call('widgetPayment', payment)))
    return { reference, checkout: body.webRedirectUrl }
  }

  const pay = async (merchant: Merchant) => {
    const { reference, checkout } = await order(merchant)
    const request = { userResources: ['OTT'], ...customer() }
    const { body } = succeeded(await merchant.client.call('applyOTT', request))
    const address = new URL(checkout)
    address.searchParams.set('ott', body.userResources[0].value)
    const browser = openBrowser()
    const page = await browser.open(address.href)
    const settle: Change = (changed) => {
      const order = changed.orders[reference]!
      order.status = 'SUCCESS'
      changed.balanceSen -= order.amountSen
    }
    const paid = await acknowledge(settle, () => browser.submit(page, '/pay'))
    if (!saysPaid(paid)) throw new Error(`order ${reference} was not paid: ${paid.text}`)
  }

  const refund = async (merchant: Merchant) => {
    const found = pick(({ status, amountSen, refunds }) => status === 'SUCCESS' && sum(refunds) < amountSen)
    if (found === undefined) return
    const [reference, { amountSen, refunds }] = found
    const left = amountSen - sum(refunds)
    const refundedSen = Math.min(left, (random(300) + 1) * 1_00)
    const partnerRefundNo = `${reference}-${++count}`
    const giveBack: Change = (changed) => {
      changed.orders[reference]!.refunds[partnerRefundNo] = refundedSen
      changed.balanceSen += refundedSen
    }
    const refundAmount = rupiah((refundedSen / 100).toFixed(2))
    const request = { ...named(reference, merchant), partnerRefundNo, refundAmount }
    succeeded(await acknowledge(giveBack, () => merchant.client.call('refundOrder', request)))
  }

  const cancel = async (merchant: Merchant) => {
    const found = pick(({ status, refunds }) => status !== 'CANCELLED' && Object.keys(refunds).length === 0)
    if (found === undefined) return
    const [reference] = found
    const giveUp: Change = (changed) => {
      const order = changed.orders[reference]!
      if (order.status === 'SUCCESS') changed.balanceSen += order.amountSen
      order.status = 'CANCELLED'
    }
    succeeded(await acknowledge(giveUp, () => merchant.client.call('cancelOrder', named(reference, merchant))))
  }

  return {
    phone,
    knownStates: () => [structuredClone(state), ...(underWay === undefined ? [] : [withChange(underWay)])],
    resume(found) {
      state = structuredClone(found)
      underWay = undefined
      // The answer with the newest tokens may be what never came.
      const live = Object.entries(state.tokens).filter(([, isLive]) => isLive)
      if (token !== undefined && !live.some(([access]) => access === token!.access)) token = undefined
    },
    async step(merchant) {
      if (token === undefined) return bind(merchant)
      const steps = [pay, pay, pay, order, refund, refund, refund, cancel, refresh, unbind]
      await steps[random(steps.length)]!(merchant)
    }
  }
}

function sum(refunds: Record<string, number>): number {
  return Object.values(refunds).reduce((total, sen) => total + sen, 0)
}
