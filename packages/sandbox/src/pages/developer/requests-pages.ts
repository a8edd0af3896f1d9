import { type LoggedRequest, REASONS_OF_A_LIST } from '../../request-log/create-request-log.js'
import { html, type Markup } from '../html/html.js'
import { messagePage } from '../layout/expired-page.js'
import { partOf } from '../layout/paging.js'
import { sendDeveloperPage } from '../layout/send-page.js'
import type { PagesContext } from '../pages-context.js'
import { formatTime } from '../texts/format-time.js'
import type { Texts } from '../texts/texts.js'
import type { RouteAdder } from '../visits/add-routes.js'
import { formOf, type Visit } from '../visits/visit.js'
import { act } from './act.js'
import { headerLines } from './notifications-pages.js'
import { facts, table, tag } from './table.js'

/** What merchants sent to the API: what should have been signed, and why a signature failed. */
export function addRequestsRoutes({ get, post }: RouteAdder, { control }: PagesContext): void {
  get('/_sandbox/requests', (visit) => {
    const { developer } = visit.texts
    const { shown, paging } = partOf(visit, control.listRequests({ reasons: REASONS_OF_A_LIST }))
    return sendDeveloperPage(visit, {
      title: developer.menu.requests,
      body: [
        html`<div class="page-title"><h1>${developer.menu.requests}</h1><p class="muted">${developer.requestsText}</p></div>`,
        requestTable(visit, shown),
        paging,
        formOf(
          visit,
          '/_sandbox/requests/forget',
          html`<button class="btn btn-quiet" type="submit">${developer.forgetRequests}</button>`
        )
      ]
    })
  })

  post('/_sandbox/requests/forget', (visit) => act(visit, '/_sandbox/requests', () => control.clearRequests()))

  get('/_sandbox/requests/:id', (visit) => {
    const { developer } = visit.texts
    const { id } = visit.request.params as { id: string }
    const request = control.listRequests().find((logged) => String(logged.id) === id)
    if (request === undefined) return sendDeveloperPage(visit, messagePage(404, developer.notFound, developer.notFoundText))
    return sendDeveloperPage(visit, {
      title: `${request.method} ${request.path}`,
      body: html`<div class="page-title"><h1>${request.operation || developer.unknownOperation}</h1><p><code>${request.method} ${request.path}</code></p></div>
<section class="panel">${facts([
        [developer.time, formatTime(request.at, visit.language, { withSeconds: true })],
        [developer.duration, `${Math.round(request.durationMs)} ms`],
        [developer.result, resultTag(request)],
        [developer.signature, signatureTag(request, visit.texts)],
        [developer.menu.faults, request.fault]
      ])}</section>
<section class="panel"><h2>${developer.stringToSign}</h2>${block(request.stringToSign)}</section>
<div class="panels"><section class="panel"><h2>${developer.requestBody}</h2>${block(prettyJson(request.body))}</section>
<section class="panel"><h2>${developer.responseBody}</h2>${block(prettyJson(request.responseBody))}</section></div>
<details class="panel"><summary>${developer.headers}</summary>${block(headerLines(request.headers))}</details>`
    })
  })
}

export function requestTable({ texts, language }: Visit, requests: readonly LoggedRequest[]): Markup {
  const { developer } = texts
  return table<LoggedRequest>(
    developer.menu.requests,
    [
      {
        name: developer.operation,
        cell: ({ id, operation }) => html`<a href="/_sandbox/requests/${id}">${operation || developer.unknownOperation}</a>`
      },
      { name: developer.path, cell: ({ path }) => html`<code>${path}</code>` },
      { name: developer.signature, cell: (request) => signatureTag(request, texts) },
      { name: developer.result, cell: resultTag },
      { name: developer.time, cell: ({ at }) => formatTime(at, language, { withSeconds: true }) }
    ],
    requests,
    developer.none
  )
}

function signatureTag({ signature }: LoggedRequest, { developer }: Texts): Markup {
  if (signature === 'ok') return tag(developer.signatureGood, 'good')
  if (signature === 'not checked') return tag(developer.notChecked, 'plain')
  return html`<span class="notice-bad tag-text" lang="en">${signature}</span>`
}

function resultTag({ httpStatus, responseCode }: LoggedRequest): Markup {
  return tag(responseCode || `HTTP ${httpStatus}`, httpStatus < 300 ? 'good' : 'bad')
}

function block(text: string): Markup {
  return html`<pre tabindex="0">${text}</pre>`
}

function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
