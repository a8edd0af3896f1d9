import { type Html, html } from '../html.js'
import type { Order } from '../orders.js'
import { PRODUCTS, type Product } from '../products.js'
import { formatRupiah } from '../rupiah.js'
import type { Session } from '../sessions.js'
import { TEXTS, type Texts } from '../texts.js'
import { page } from './layout.js'

/** What there is to buy, the wallet and the session's orders. */
export function productPage(session: Session, { balance, orders }: { balance: string | undefined; orders: Order[] }): string {
  const texts = TEXTS[session.language]
  return page(session, {
    title: 'Kopi',
    path: '/',
    content: html`<h1>${texts.tagline}</h1>
${walletCard(texts, { isBound: session.accessToken !== undefined, balance })}
<ul class="products">
${PRODUCTS.map((product) => productCard(texts, product))}
</ul>
${orders.length > 0 && orderList(texts, orders)}`
  })
}

function walletCard(texts: Texts, { isBound, balance }: { isBound: boolean; balance: string | undefined }): Html {
  if (!isBound)
    return html`<section class="card wallet" aria-labelledby="wallet">
<div><h2 id="wallet">${texts.wallet}</h2><p>${texts.walletOff}</p></div>
<a class="button dana" id="connect" href="/dana/bind">${texts.connect}</a>
</section>`
  return html`<section class="card wallet" aria-labelledby="wallet">
<div><h2 id="wallet">${texts.wallet}</h2>
${
  balance === undefined
    ? html`<p>${texts.balanceUnknown}</p>`
    : html`<p><span class="label">${texts.balance}</span> <strong class="balance" data-balance="${balance}">${formatRupiah(balance)}</strong></p>`
}</div>
<form method="post" action="/dana/unbind"><button class="button quiet" id="disconnect">${texts.disconnect}</button></form>
</section>`
}

function productCard(texts: Texts, product: Product): Html {
  return html`<li class="card product">
${bag(product)}
<div class="words"><h2>${product.name}</h2><p>${texts[product.about]}</p>
<p class="price">${formatRupiah(product.price)}</p>
<form method="post" action="/orders"><input type="hidden" name="product" value="${product.id}">
<button class="button dana" id="buy-${product.id}" aria-label="${texts.buy}: ${product.name}">${texts.buy}</button></form></div>
</li>`
}

function orderList(texts: Texts, orders: Order[]): Html {
  return html`<section class="card" aria-labelledby="orders"><h2 id="orders">${texts.orders}</h2>
<ul class="orders">
${orders.map(
  ({ number, product, status }) =>
    html`<li><a href="/orders/${number}">${product.name}</a> <span class="badge ${status}">${texts[status]}</span></li>`
)}
</ul></section>`
}

/** The product, drawn: a bag of coffee. */
function bag({ colors: [ground, label], origin }: Product): Html {
  return html`<svg class="bag" viewBox="0 0 120 140" aria-hidden="true">
<path d="M26 20h68l8 22v82a8 8 0 0 1-8 8H26a8 8 0 0 1-8-8V42z" fill="${ground}"/>
<path d="M26 20h68v-8H26z" fill="${ground}" opacity=".75"/><path d="M18 42h84" stroke="#0003" stroke-width="2"/>
<rect x="34" y="56" width="52" height="58" rx="4" fill="${label}"/>
<ellipse cx="60" cy="78" rx="11" ry="15" fill="${ground}" transform="rotate(24 60 78)"/>
<path d="M55 66c8 6 2 16 9 24" fill="none" stroke="${label}" stroke-width="2.4"/>
<text x="60" y="107" text-anchor="middle" font-size="${origin.length > 7 ? 8.5 : 10}" font-weight="700" fill="${ground}">${origin}</text>
</svg>`
}
