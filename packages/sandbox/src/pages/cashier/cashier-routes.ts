import { randomBytes } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { normalisePhone } from '../../accounts/normalise-phone.js'
import { userAccount } from '../../state/ledger-entry.js'
import { loginError } from '../binding/login-error.js'
import { checkoutSign } from '../checkout-url.js'
import { expiredPage, messagePage } from '../layout/expired-page.js'
import { sendPage } from '../layout/send-page.js'
import type { PagesContext } from '../pages-context.js'
import type { RouteAdder } from '../visits/add-routes.js'
import { remember } from '../visits/session-data.js'
import { goTo, type Visit } from '../visits/visit.js'
import { cashierAddress, cashierPinPage, instructionsPage, loginPage, payPage, resultPage, type Sale } from './cashier-pages.js'
import { type Attempt, type Checkout, type FailureKind, failureOf } from './checkout.js'
import { payChoicesOf } from './pay-choices.js'

/** The pages on which an order is paid: methods, login where no OTT opened them, PIN, pay button, result. */
export function addCashierRoutes({ get, post }: RouteAdder, { engine }: PagesContext): void {
  /** Runs a page for the order that the address or the form names. */
  const withSale =
    (handler: (visit: Visit, sale: Sale, checkout: Checkout) => FastifyReply | Promise<FastifyReply>) => async (visit: Visit) => {
      await engine.closeExpired()
      const fields = visit.request.method === 'POST' ? visit.form : visit.query
      const order = engine.findOrder(fields.get('bizNo') ?? '')
      if (order === undefined) return sendPage(visit, messagePage(404, visit.texts.notFoundTitle, visit.texts.notFoundText))
      const merchantName = engine.findMerchant(order.merchantId)?.name ?? order.merchantId
      const { checkouts } = visit.session.data
      const checkout = checkouts.get(order.referenceNo) ?? { attempts: new Map() }
      remember(checkouts, order.referenceNo, checkout)
      return handler(visit, { order, merchantName }, checkout)
    }

  const checkout = withSale(async (visit, sale, checkout) => {
    const { order } = sale
    const sign = visit.query.get('sign')
    if (sign !== undefined && sign !== checkoutSign(order))
      return sendPage(visit, messagePage(400, visit.texts.errorTitle, visit.texts.badLinkText))
    const closed = whyClosed(sale)
    if (closed !== undefined) return sendPage(visit, resultPage(visit, sale, closed))

    const ott = visit.query.get('ott')
    if (ott !== undefined) {
      const opened = engine.checkOtt(ott)
      const consumed = !opened.refused && opened.ott.partnerId === order.partnerId ? await engine.consumeOtt(ott) : undefined
      if (consumed !== undefined && !consumed.refused) checkout.userId = consumed.userId
      else if (checkout.userId === undefined) checkout.warning = visit.texts.ottUnusable
      // Without the OTT in it, so that the address can be loaded anew, and isn't left in the browser's history.
      return goTo(visit, cashierAddress('checkout', order))
    }

    const user = checkout.userId === undefined ? undefined : engine.findUser(checkout.userId)
    const canPay = user !== undefined && payChoicesOf(order).hasBalance
    if (canPay || order.status === 'SUCCESS') {
      const attempt = randomBytes(12).toString('base64url')
      const balanceSen = user === undefined ? 0n : engine.balanceOf(userAccount(user.id))
      return sendPage(visit, payPage(visit, sale, { user, balanceSen, attempt }))
    }
    const { error, warning, phone } = checkout
    delete checkout.error
    delete checkout.warning
    return sendPage(
      visit,
      loginPage(visit, sale, {
        ...(phone === undefined ? {} : { phone }),
        ...(error === undefined ? {} : { error }),
        ...(warning === undefined ? {} : { notice: warning })
      })
    )
  })
  get('/m/portal/cashier/checkout', checkout)
  get('/n/cashier/new/checkout', checkout)

  get(
    '/m/portal/cashier/pin',
    withSale((visit, sale, checkout) => {
      if (checkout.phone === undefined || checkout.userId !== undefined || whyClosed(sale) !== undefined)
        return goTo(visit, cashierAddress('checkout', sale.order))
      const { error, phone } = checkout
      delete checkout.error
      return sendPage(visit, cashierPinPage(visit, sale, { phone, error }))
    })
  )

  get(
    '/m/portal/cashier/instructions',
    withSale((visit, sale) => {
      const bank = payChoicesOf(sale.order).banks.find(({ payOption }) => payOption === visit.query.get('option'))
      if (bank === undefined || sale.order.status !== 'INIT') return goTo(visit, cashierAddress('checkout', sale.order))
      return sendPage(visit, instructionsPage(visit, sale, bank))
    })
  )

  get(
    '/m/portal/cashier/result',
    withSale(async (visit, sale, checkout) => {
      const attempt = await checkout.attempts.get(visit.query.get('attempt') ?? '')
      const isSettled = attempt !== undefined || sale.order.status === 'SUCCESS'
      if (!isSettled) return goTo(visit, cashierAddress('checkout', sale.order))
      return sendPage(visit, resultPage(visit, sale, attempt?.failure))
    })
  )

  post(
    '/m/portal/cashier/phone',
    withSale((visit, { order }, checkout) => {
      const phone = normalisePhone(visit.form.get('phone') ?? '')
      if (phone === undefined) checkout.error = visit.texts.phoneFormat
      else {
        checkout.phone = phone
        if (engine.findUserByPhone(phone) !== undefined) return goTo(visit, cashierAddress('pin', order))
        checkout.error = visit.texts.unknownPhone
      }
      return goTo(visit, cashierAddress('checkout', order))
    })
  )

  post(
    '/m/portal/cashier/pin',
    withSale(async (visit, { order }, checkout) => {
      const { phone } = checkout
      if (phone === undefined) return goTo(visit, cashierAddress('checkout', order))
      const opened = await engine.login({ phone, pin: visit.form.get('pin') ?? '' })
      if (!opened.refused) {
        checkout.userId = opened.user.id
        return goTo(visit, cashierAddress('checkout', order))
      }
      checkout.error = loginError(opened, phone, engine, visit.texts)
      return goTo(visit, cashierAddress('pin', order))
    })
  )

  post(
    '/m/portal/cashier/logout',
    withSale((visit, { order }, checkout) => {
      delete checkout.userId
      delete checkout.phone
      return goTo(visit, cashierAddress('checkout', order))
    })
  )

  post(
    '/m/portal/cashier/pay',
    withSale(async (visit, { order }, checkout) => {
      const number = visit.form.get('attempt') ?? ''
      const { userId } = checkout
      if (number === '' || number.length > 64) return sendPage(visit, expiredPage(visit))
      // The button of an order that is paid needs nobody to press it: it only says so.
      if (userId === undefined && order.status !== 'SUCCESS') return goTo(visit, cashierAddress('checkout', order))
      // Nor is the form shown then, but anybody can make one.
      if (order.status === 'INIT' && !payChoicesOf(order).hasBalance) return goTo(visit, cashierAddress('checkout', order))
      const attempt = checkout.attempts.get(number) ?? pay(order.referenceNo, userId)
      remember(checkout.attempts, number, attempt)
      await attempt
      return goTo(visit, cashierAddress('result', order, { attempt: number }))
    })
  )

  async function pay(referenceNo: string, userId: string | undefined): Promise<Attempt> {
    const paid = await engine.payOrder({ referenceNo, payMethod: 'BALANCE', ...(userId === undefined ? {} : { userId }) })
    return paid.refused ? { failure: failureOf(paid.reason) } : {}
  }
}

function whyClosed({ order }: Sale): FailureKind | undefined {
  if (order.status === 'CANCELLED') return 'cancelled'
  if (order.status === 'CLOSED') return 'expired'
  return undefined
}
