import { html } from '../html/html.js'
import { sendDeveloperPage } from '../layout/send-page.js'
import type { PagesContext } from '../pages-context.js'
import { formatTime } from '../texts/format-time.js'
import type { RouteAdder } from '../visits/add-routes.js'
import { formOf } from '../visits/visit.js'
import { act } from './act.js'
import { orderTable } from './order-table.js'
import { requestTable } from './requests-pages.js'
import { facts, tag } from './table.js'

/** The first page: how the sandbox is doing, and the latest of everything. */
export function addOverviewRoutes({ get, post }: RouteAdder, context: PagesContext): void {
  const { engine, settings, notifier, control } = context
  get('/_sandbox/', async (visit) => {
    await engine.closeExpired()
    const { developer } = visit.texts
    const isLive = (token: { revokedAt?: number; refreshExpiresAt: number }) =>
      token.revokedAt === undefined && token.refreshExpiresAt > engine.now()
    const figures: [string, string, number][] = [
      ['orders', developer.menu.orders, engine.listOrders().length],
      ['bindings', developer.openBindings, engine.listTokens().filter(isLive).length],
      ['notifications', developer.menu.notifications, notifier.list().length],
      ['requests', developer.menu.requests, control.listRequests().length]
    ]
    const faults = engine.verify()
    const yesNo = (value: boolean) => (value ? developer.yes : developer.no)
    return sendDeveloperPage(visit, {
      title: developer.menu.overview,
      body: html`<div class="page-title"><h1>${developer.menu.overview}</h1><p class="muted">${developer.overviewText}</p></div>
<div class="figures">${figures.map(([page, name, count]) => html`<a class="figure" href="/_sandbox/${page}"><strong>${count}</strong><span>${name}</span></a>`)}</div>
<section class="panel">${facts([
        [developer.address, html`<code>${settings.publicUrl}</code>`],
        [developer.now, formatTime(engine.now(), visit.language, { withSeconds: true })],
        [developer.strict, yesNo(settings.strict)],
        [developer.magic, yesNo(settings.magic)],
        [
          developer.books,
          faults.length === 0
            ? tag(developer.booksBalanced, 'good')
            : html`<span class="notice-bad tag-text" lang="en">${faults.join('; ')}</span>`
        ]
      ])}</section>
<h2>${developer.latestOrders}</h2>
${orderTable(visit, context, engine.listOrders().slice(-5).reverse())}
<h2>${developer.latestRequests}</h2>
${requestTable(visit, control.listRequests().slice(0, 5))}
<details class="panel"><summary>${developer.reset}</summary><p>${developer.resetText}</p>${formOf(
        visit,
        '/_sandbox/reset',
        html`<button class="btn btn-danger" type="submit">${developer.reset}</button>`
      )}</details>`
    })
  })

  post('/_sandbox/reset', (visit) => act(visit, '/_sandbox/', () => control.reset()))
}
