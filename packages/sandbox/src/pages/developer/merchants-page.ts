import { merchantAccount } from '../../state/ledger-entry.js'
import { html } from '../html/html.js'
import { sendDeveloperPage } from '../layout/send-page.js'
import type { PagesContext } from '../pages-context.js'
import { formatRupiah } from '../texts/format-rupiah.js'
import type { RouteAdder } from '../visits/add-routes.js'
import { facts } from './table.js'

/** Who is paid: ids, keys and what they have. */
export function addMerchantsRoutes({ get }: RouteAdder, { engine }: PagesContext): void {
  get('/_sandbox/merchants', (visit) => {
    const { developer } = visit.texts
    const panels = engine.listMerchants().map(
      (merchant) =>
        html`<section class="panel"><h2>${merchant.name}</h2>${facts([
          [developer.balance, html`<strong>${formatRupiah(engine.balanceOf(merchantAccount(merchant.merchantId)))}</strong>`],
          [developer.partnerId, html`<code>${merchant.partnerId}</code>`],
          [developer.merchantId, html`<code>${merchant.merchantId}</code>`],
          [developer.clientSecret, html`<code>${merchant.clientSecret}</code>`],
          [developer.unbindNotifyUrl, merchant.unbindNotifyUrl && html`<code>${merchant.unbindNotifyUrl}</code>`],
          [developer.status, merchant.status]
        ])}<details><summary>${developer.publicKey}</summary><pre tabindex="0">${merchant.publicKey}</pre></details></section>`
    )
    return sendDeveloperPage(visit, {
      title: developer.menu.merchants,
      body: html`<div class="page-title"><h1>${developer.menu.merchants}</h1></div><div class="panels">${panels}</div>`
    })
  })
}
