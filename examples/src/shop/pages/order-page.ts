import { type Html, html } from '../html.js'
import type { Order, OrderStatus, Refund } from '../orders.js'
import { formatRupiah } from '../rupiah.js'
import type { Session } from '../sessions.js'
import { TEXTS, type Texts } from '../texts.js'
import { page } from './layout.js'

const WORDS: Record<OrderStatus, keyof Texts> = {
  paid: 'thanksMore',
  waiting: 'waitingMore',
  closed: 'closedMore',
  refused: 'refusedMore',
  unsure: 'unsureMore'
}

/** Where DANA sends the user to after paying. What it says comes from a query, not from the address. */
export function returnPage(session: Session, order: Order): string {
  const texts = TEXTS[session.language]
  return page(session, {
    title: texts[order.status],
    path: `/orders/${order.number}/return`,
    content: html`<section class="card result ${order.status}">
<div class="mark" aria-hidden="true">${order.status === 'paid' ? '✓' : '…'}</div>
<h1>${order.status === 'paid' ? texts.thanks : texts[order.status]}</h1>
<p>${texts[WORDS[order.status]]}</p>
<p class="price">${formatRupiah(order.product.price)}</p>
<a class="button" id="to-order" href="/orders/${order.number}">${texts.toOrder}</a>
</section>`
  })
}

export function orderPage(session: Session, order: Order): string {
  const texts = TEXTS[session.language]
  return page(session, {
    title: texts.order,
    path: `/orders/${order.number}`,
    content: html`<section class="card" aria-labelledby="order">
<h1 id="order">${texts.order} <span class="badge ${order.status}" id="status" data-status="${order.status}">${texts[order.status]}</span></h1>
<p>${texts[WORDS[order.status]]}${order.reason !== undefined && html` <em>${order.reason}</em>`}</p>
<dl>
<dt>${order.product.name}</dt><dd>${formatRupiah(order.product.price)}</dd>
<dt>${texts.order}</dt><dd class="code" id="number">${order.number}</dd>
${order.referenceNo !== undefined && html`<dt>${texts.danaNumber}</dt><dd class="code">${order.referenceNo}</dd>`}
${order.answer !== undefined && html`<dt>${texts.query}</dt><dd id="answer">${order.answer}</dd>`}
<dt>${texts.notification}</dt>
<dd id="notification" data-received="${order.notification === undefined ? 'no' : 'yes'}">${order.notification === undefined ? texts.notificationNo : texts.notificationYes}</dd>
</dl>
${
  order.status === 'waiting' &&
  html`<form method="post" action="/orders/${order.number}/pay"><button class="button dana" id="pay">${texts.pay}</button></form>`
}
</section>
${order.status === 'paid' && refundCard(texts, order)}
<p><a href="/">← ${texts.back}</a></p>`
  })
}

function refundCard(texts: Texts, { number, refund }: Order): Html {
  return html`<section class="card" aria-labelledby="refund"><h2 id="refund">${texts.refund}</h2>
${refund === undefined ? html`<p>${texts.refundHint}</p>` : refundLine(texts, refund)}
${
  refund?.status !== 'done' &&
  html`<form method="post" action="/orders/${number}/refund"><button class="button quiet" id="refund-half">${
    refund?.status === 'unknown' ? texts.refundAgain : texts.refundHalf
  }</button></form>`
}
</section>`
}

function refundLine(texts: Texts, { status, amount, partnerRefundNo, reason }: Refund): Html {
  const words = { done: texts.refundDone, refused: texts.refundRefused, unknown: texts.refundUnknown }[status]
  return html`<dl><dt id="refund-status" data-status="${status}">${words}</dt><dd>${formatRupiah(amount)}</dd>
<dt>Nomor</dt><dd class="code">${partnerRefundNo}</dd></dl>${reason !== undefined && html`<p><em>${reason}</em></p>`}`
}
