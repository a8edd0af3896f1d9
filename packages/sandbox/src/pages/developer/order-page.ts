import { userAccount } from '../../state/ledger-entry.js'
import type { Order } from '../../state/order.js'
import { BANKS } from '../cashier/pay-choices.js'
import { checkoutUrl } from '../checkout-url.js'
import { type Content, html, type Markup } from '../html/html.js'
import { selectField, textField } from '../layout/fields.js'
import type { Page } from '../layout/send-page.js'
import type { PagesContext } from '../pages-context.js'
import { formatPhone } from '../texts/format-phone.js'
import { formatRupiah } from '../texts/format-rupiah.js'
import { formatTime } from '../texts/format-time.js'
import { formOf, type Visit } from '../visits/visit.js'
import { notificationTable } from './notification-table.js'
import { orderStatusTag } from './order-table.js'
import { facts } from './table.js'

/** One order: what it is, what happened to it, and what can be done with it. */
export function orderPage(visit: Visit, context: PagesContext, order: Order): Page {
  const { texts, language } = visit
  const { developer } = texts
  const { engine, notifier } = context
  const payer = order.payerId === undefined ? undefined : engine.findUser(order.payerId)
  const time = (at: number | undefined) => (at === undefined ? undefined : formatTime(at, language, { withSeconds: true }))
  const happenings = order.timeline.map(
    ({ at, what, detail }) =>
      html`<li><strong>${developer.happenings[what]}</strong><span class="small muted">${time(at)}</span>${detail !== undefined && html`<span class="small">${detail}</span>`}</li>`
  )
  const notifications = notifier.list().filter(({ referenceNo }) => referenceNo === order.referenceNo)
  return {
    title: order.partnerReferenceNo,
    body: html`<div class="page-title"><h1>${order.title}</h1><p>${orderStatusTag(order)} <strong class="number">${formatRupiah(order.amountSen)}</strong></p></div>
<div class="panels"><section class="panel">${facts([
      [developer.partnerReference, html`<code>${order.partnerReferenceNo}</code>`],
      [developer.reference, html`<code>${order.referenceNo}</code>`],
      ['X-EXTERNAL-ID', order.externalId && html`<code>${order.externalId}</code>`],
      [developer.merchant, engine.findMerchant(order.merchantId)?.name ?? order.merchantId],
      [developer.created, time(order.createdAt)],
      [developer.validUntil, time(order.validUpTo)],
      [developer.payer, payer && html`<a href="/_sandbox/users/${payer.id}">${payer.name}</a>`],
      [developer.payMethod, [order.payMethod, order.payOption].filter((part) => part !== undefined).join(' · ')],
      [developer.refunded, order.refundedSen > 0n && formatRupiah(order.refundedSen)],
      [developer.notificationUrl, order.notificationUrl && html`<code>${order.notificationUrl}</code>`],
      [developer.returnUrl, order.returnUrl && html`<code>${order.returnUrl}</code>`]
    ])}</section>
<section class="panel"><h2>${developer.timeline}</h2><ol class="timeline">${happenings}</ol></section></div>
<section class="panel"><h2>${developer.actions}</h2>${actions(visit, context, order)}</section>
<h2>${developer.menu.notifications}</h2>${notificationTable(visit, context, notifications)}
<details class="panel"><summary>${developer.requestBody}</summary><pre tabindex="0">${JSON.stringify(order.request, null, 2)}</pre></details>`
  }
}

function actions(visit: Visit, { engine, settings }: PagesContext, order: Order): Content {
  const { developer } = visit.texts
  const address = (action: string) => `/_sandbox/orders/${order.referenceNo}/${action}`
  const isOpen = order.status === 'INIT' || order.status === 'PAYING'
  const parts: Markup[] = []
  if (isOpen) {
    const users = engine
      .listUsers()
      .map(({ id, name, phone }): [string, string] => [
        id,
        `${name} · ${formatPhone(phone)} · ${formatRupiah(engine.balanceOf(userAccount(id)))}`
      ])
    const banks = BANKS.map(({ payOption, name }): [string, string] => [payOption, developer.payByBank(name)])
    parts.push(
      html`<p><a class="btn btn-quiet" href="${checkoutUrl({ publicUrl: settings.publicUrl, order })}">${developer.openCashier}</a></p>`,
      formOf(
        visit,
        address('pay'),
        [
          selectField('payer', developer.payAs, [...users, ...banks]),
          html`<button class="btn btn-strong" type="submit">${developer.pay}</button>`
        ],
        { className: 'form-row' }
      )
    )
  }
  const left = order.amountSen - order.refundedSen
  if (order.status === 'SUCCESS' && left > 0n) {
    const hint = `${formatRupiah(left)} · ${developer.balanceHint}`
    parts.push(
      formOf(
        visit,
        address('refund'),
        [
          textField('amount', developer.refundAmount, { hint, inputmode: 'decimal' }),
          html`<button class="btn btn-strong" type="submit">${developer.refund}</button>`
        ],
        { className: 'form-row' }
      )
    )
  }
  const small: Markup[] = []
  if (order.status === 'INIT')
    small.push(formOf(visit, address('expire'), html`<button class="btn btn-quiet" type="submit">${developer.expire}</button>`))
  if (isOpen || (order.status === 'SUCCESS' && order.refundedSen === 0n))
    small.push(formOf(visit, address('cancel'), html`<button class="btn btn-danger" type="submit">${developer.cancel}</button>`))
  if (small.length > 0) parts.push(html`<div class="actions">${small}</div>`)
  return parts.length === 0 ? html`<p class="muted">${developer.noActions}</p>` : parts
}
