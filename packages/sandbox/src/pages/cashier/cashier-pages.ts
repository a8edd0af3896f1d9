import type { Order } from '../../state/order.js'
import type { User } from '../../state/user.js'
import { type Content, html, type Markup } from '../html/html.js'
import { phoneField, pinField } from '../layout/fields.js'
import { errorNotice, warning } from '../layout/notices.js'
import type { Page } from '../layout/send-page.js'
import { formatPhone } from '../texts/format-phone.js'
import { formatRupiah } from '../texts/format-rupiah.js'
import { formatTime } from '../texts/format-time.js'
import { formOf, type Visit } from '../visits/visit.js'
import type { FailureKind } from './checkout.js'
import { merchantReturnUrl } from './merchant-return-url.js'
import { accountNumberOf, type Bank, payChoicesOf } from './pay-choices.js'

/** An order and whose it is. */
export type Sale = { order: Order; merchantName: string }

/** @param extra more of the query */
export function cashierAddress(page: string, order: Order, extra: Readonly<Record<string, string>> = {}): string {
  return `/m/portal/cashier/${page}?${new URLSearchParams({ bizNo: order.referenceNo, ...extra })}`
}

/** Before the customer is known: the methods, and the way in. */
export function loginPage(
  visit: Visit,
  sale: Sale,
  { phone, error, notice }: { phone?: string; error?: string; notice?: string }
): Page {
  const { texts } = visit
  const { order } = sale
  const body = formOf(visit, '/m/portal/cashier/phone', [
    bizNo(order),
    html`<p class="muted">${texts.loginText}</p>`,
    phoneField(texts, { phone, hint: texts.phoneHint, isWrong: error !== undefined }),
    html`<div class="agreement__button"><button class="btn btn-strong btn-continue" type="submit">${texts.next}</button></div>`
  ])
  return checkoutPage(visit, sale, [
    notice !== undefined && warning(notice),
    errorNotice(error),
    payChoicesOf(order).hasBalance && balanceItem(visit, order, body),
    otherItems(visit, order)
  ])
}

export function cashierPinPage(visit: Visit, sale: Sale, { phone, error }: { phone: string; error: string | undefined }): Page {
  const { texts } = visit
  const { order } = sale
  return checkoutPage(
    visit,
    sale,
    [
      html`<p class="who"><span class="number">${formatPhone(phone)}</span><a class="btn btn-text" href="${cashierAddress('checkout', order)}">${texts.change}</a></p>`,
      errorNotice(error),
      formOf(visit, '/m/portal/cashier/pin', [
        bizNo(order),
        pinField(texts, { isWrong: error !== undefined }),
        html`<button class="btn btn-strong" type="submit">${texts.next}</button>`
      ])
    ],
    texts.pinTitle
  )
}

/** The customer is known, or the order is paid and a press of the button says so. The pay button is the only primary one. */
export function payPage(
  visit: Visit,
  sale: Sale,
  { user, balanceSen, attempt }: { user: User | undefined; balanceSen: bigint; attempt: string }
): Page {
  const { texts } = visit
  const { order } = sale
  const isPaid = order.status === 'SUCCESS'
  const isShort = !isPaid && balanceSen < order.amountSen
  const body = [
    user !== undefined &&
      html`<p class="balance"><span>${texts.yourBalance}</span><strong class="lbl-balance">${formatRupiah(balanceSen)}</strong></p>`,
    user !== undefined && isShort && warning(texts.notEnough),
    isPaid && warning(texts.paidBefore),
    formOf(visit, '/m/portal/cashier/pay', [
      bizNo(order),
      html`<input type="hidden" name="attempt" value="${attempt}"><button class="btn btn-primary btn-pay" type="submit">${texts.payNow(formatRupiah(order.amountSen))}</button>`
    ])
  ]
  const known =
    user !== undefined &&
    formOf(visit, '/m/portal/cashier/logout', [
      bizNo(order),
      html`<p class="who"><span>${texts.hello(user.nickname || user.name)}</span><button class="btn btn-text" type="submit">${texts.logout}</button></p>`
    ])
  return checkoutPage(visit, sale, [known, balanceItem(visit, order, body), !isPaid && otherItems(visit, order)])
}

export function instructionsPage(visit: Visit, sale: Sale, bank: Bank): Page {
  const { texts } = visit
  const { order } = sale
  return checkoutPage(
    visit,
    sale,
    [
      html`<div class="account-number"><span class="small muted">${texts.accountNumber}</span><strong>${accountNumberOf(bank, order)}</strong></div>
<ol class="instructions">${texts.instructions(bank.name).map((line) => html`<li><span>${line}</span></li>`)}</ol>`,
      warning(texts.instructionsSandbox),
      html`<a class="btn btn-quiet" href="${cashierAddress('checkout', order)}">${texts.otherMethod}</a>`
    ],
    texts.instructionsTitle(bank.name)
  )
}

/** What a payment came to, or why the order can't be paid any more. */
export function resultPage(visit: Visit, { order, merchantName }: Sale, failure: FailureKind | undefined): Page {
  const { texts, language } = visit
  const returnUrl = merchantReturnUrl(order)
  const canTryAgain = failure !== undefined && order.status === 'INIT'
  const facts: [string, Content][] = [
    [texts.total, formatRupiah(order.amountSen)],
    [texts.merchant, merchantName],
    [texts.reference, order.partnerReferenceNo]
  ]
  if (failure === undefined && order.paidAt !== undefined) facts.push([texts.paidAt, formatTime(order.paidAt, language)])
  const head =
    failure === undefined
      ? html`<div class="result-animation sdet-img-success-payment" aria-hidden="true">✓</div><header class="card-header-content"><h1 class="card-header-content__title lbl-success sdetfe-lbl-success-payment">${texts.success}</h1><p class="muted">${texts.successText(merchantName)}</p></header>`
      : html`<div class="result-animation img-failed-payment" aria-hidden="true">!</div><header class="card-header-content"><h1 class="card-header-content__title lbl-failed-payment">${texts.failed}</h1><p class="muted">${texts.failures[failure]}</p></header>`
  return {
    title: failure === undefined ? texts.success : texts.failed,
    body: html`<section class="card result" aria-live="polite">${head}<dl class="facts">${facts.map(
      ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
    )}</dl><div class="buttons">${
      returnUrl !== undefined &&
      html`<a class="btn btn-strong btn-return" href="${returnUrl}">${texts.returnTo(merchantName)}</a>`
    }${canTryAgain && html`<a class="btn btn-quiet" href="${cashierAddress('checkout', order)}">${texts.tryAgain}</a>`}</div></section>`
  }
}

function checkoutPage(visit: Visit, sale: Sale, content: Content, heading?: string): Page {
  const { texts, language } = visit
  const { order, merchantName } = sale
  const goods = goodsOf(order)
  const returnUrl = merchantReturnUrl(order)
  return {
    title: `${texts.payTitle} · ${merchantName}`,
    className: 'checkout',
    body: html`<section class="card summary" aria-labelledby="summary"><div class="pair"><span class="monogram" aria-hidden="true">${[...merchantName][0]?.toUpperCase()}</span><div><h1 id="summary" class="small muted">${texts.payTitle}</h1><strong>${merchantName}</strong></div></div><p class="amount">${formatRupiah(order.amountSen)}</p><dl><div><dt>${texts.order}</dt><dd>${order.title}</dd></div><div><dt>${texts.reference}</dt><dd>${order.partnerReferenceNo}</dd></div><div><dt>${texts.validUntil}</dt><dd>${formatTime(order.validUpTo, language)}</dd></div></dl>${goods.length > 0 && html`<ul class="goods" aria-label="${texts.goods}">${goods.map(({ text, price }) => html`<li><span>${text}</span><span class="number">${price}</span></li>`)}</ul>`}</section>
<section class="card methods" aria-labelledby="methods"><h2 id="methods">${heading ?? texts.payWith}</h2>${content}${returnUrl !== undefined && html`<a class="btn btn-text" href="${returnUrl}">${texts.returnTo(merchantName)}</a>`}</section>`
  }
}

/** The names of DANA's own page are on it: scripts click the option before they log in. */
function balanceItem({ texts }: Visit, order: Order, body: Content): Markup {
  return html`<div class="bank-item bank-item-chosen sdetfe-lbl-dana-pay-option"><a class="dana" href="${cashierAddress('checkout', order)}" aria-current="true"><span class="bank-icon" aria-hidden="true">Rp</span><div class="bank-title">${texts.balance}</div><div class="bank-text">${texts.balanceText}</div><span class="bank-go" aria-hidden="true"></span></a><div class="bank-body">${body}</div></div>`
}

function otherItems({ texts }: Visit, order: Order): Content {
  const { banks, hasBalance } = payChoicesOf(order)
  if (banks.length === 0) return hasBalance ? undefined : warning(texts.noMethods)
  const items = banks.map(
    ({ name, payOption }) =>
      html`<div class="bank-item"><a href="${cashierAddress('instructions', order, { option: payOption })}"><span class="bank-icon" aria-hidden="true">VA</span><div class="bank-title">${texts.virtualAccount(name)}</div><div class="bank-text">${texts.virtualAccountText}</div><span class="bank-go" aria-hidden="true">›</span></a></div>`
  )
  return html`<h3 class="small muted">${texts.otherMethods}</h3>${items}`
}

function bizNo(order: Order): Markup {
  return html`<input type="hidden" name="bizNo" value="${order.referenceNo}">`
}

/** What is bought, as far as the merchant said so in a form that can be read. */
function goodsOf(order: Order): { text: string; price: string }[] {
  const goods = order.request.additionalInfo?.order?.goods
  if (!Array.isArray(goods)) return []
  return goods.slice(0, 20).flatMap((item: unknown) => {
    const { name, description, quantity, price } = (item ?? {}) as Record<string, unknown>
    const title = typeof name === 'string' ? name : description
    if (typeof title !== 'string') return []
    const value = (price as { value?: unknown } | undefined)?.value
    const isAmount = typeof value === 'string' && /^\d{1,16}\.\d\d$/.test(value)
    const count = typeof quantity === 'string' || typeof quantity === 'number' ? `${quantity} × ` : ''
    return [{ text: count + title, price: isAmount ? formatRupiah(BigInt(value.replace('.', ''))) : '' }]
  })
}
