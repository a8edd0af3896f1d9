import { notFound } from '../../control/control-error.js'
import type { Notification, NotificationAttempt } from '../../notifications/notification.js'
import { html, type Markup } from '../html/html.js'
import { messagePage } from '../layout/expired-page.js'
import { inEnglish } from '../layout/notices.js'
import { partOf } from '../layout/paging.js'
import { sendDeveloperPage } from '../layout/send-page.js'
import type { PagesContext } from '../pages-context.js'
import { formatTime } from '../texts/format-time.js'
import type { RouteAdder } from '../visits/add-routes.js'
import { formOf, type Visit } from '../visits/visit.js'
import { act } from './act.js'
import { notificationTable, notificationTag } from './notification-table.js'
import { facts, tag } from './table.js'

/** What merchants were told: every attempt with body, signature and answer, and sending one again. */
export function addNotificationsRoutes({ get, post }: RouteAdder, context: PagesContext): void {
  const { notifier } = context
  get('/_sandbox/notifications', (visit) => {
    const { developer } = visit.texts
    const { shown, paging } = partOf(visit, notifier.list())
    return sendDeveloperPage(visit, {
      title: developer.menu.notifications,
      body: html`<div class="page-title"><h1>${developer.menu.notifications}</h1></div>${notificationTable(visit, context, shown)}${paging}`
    })
  })

  get('/_sandbox/notifications/:id', (visit) => {
    const { developer } = visit.texts
    const notification = notifier.find(idOf(visit))
    if (notification === undefined) return sendDeveloperPage(visit, messagePage(404, developer.notFound, developer.notFoundText))
    return sendDeveloperPage(visit, {
      title: notification.kind,
      body: [
        html`<div class="page-title"><h1>${notification.kind} ${notification.status}</h1><p>${notificationTag(notification, visit.texts)}</p></div>`,
        overview(visit, notification),
        notification.attempts.toReversed().map((attempt) => attemptPanel(visit, attempt))
      ]
    })
  })

  post('/_sandbox/notifications/:id/resend', (visit) => {
    const id = idOf(visit)
    return act(visit, `/_sandbox/notifications/${encodeURIComponent(id)}`, async () => {
      if ((await notifier.resend(id)) === undefined) throw notFound('such notification')
    })
  })
}

function overview(visit: Visit, notification: Notification): Markup {
  const { developer } = visit.texts
  const { id, referenceNo, userId, url, nextAttemptAt, fault } = notification
  return html`<section class="panel">${facts([
    [developer.sentTo, html`<code>${url}</code>`],
    [developer.order, referenceNo && html`<a href="/_sandbox/orders/${referenceNo}">${referenceNo}</a>`],
    [developer.user, userId && html`<a href="/_sandbox/users/${userId}">${userId}</a>`],
    [developer.nextAttempt, nextAttemptAt && formatTime(nextAttemptAt, visit.language, { withSeconds: true })],
    [developer.menu.faults, fault]
  ])}${formOf(visit, `/_sandbox/notifications/${id}/resend`, html`<button class="btn btn-strong" type="submit">${developer.resend}</button>`)}</section>`
}

function attemptPanel({ texts, language }: Visit, attempt: NotificationAttempt): Markup {
  const { developer } = texts
  const { number, at, durationMs, isDelivered, status, answer, error } = attempt
  return html`<section class="panel"><h2>${developer.attempt(number)} ${tag(isDelivered ? developer.delivered : developer.undelivered, isDelivered ? 'good' : 'bad')}</h2>${facts(
    [
      [developer.time, formatTime(at, language, { withSeconds: true })],
      [developer.duration, `${Math.round(durationMs)} ms`],
      [developer.answer, status === undefined ? developer.noAnswer : `HTTP ${status}`],
      [developer.result, error && inEnglish(error)]
    ]
  )}${answer !== undefined && html`<pre tabindex="0" aria-label="${developer.answer}">${answer}</pre>`}<details><summary>${developer.body}</summary><pre tabindex="0">${attempt.body}</pre></details><details><summary>${developer.signature}</summary><pre tabindex="0">${attempt.stringToSign}

${attempt.signature}</pre></details><details><summary>${developer.headers}</summary><pre tabindex="0">${headerLines(attempt.headers)}</pre></details></section>`
}

export function headerLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

function idOf(visit: Visit): string {
  return (visit.request.params as { id: string }).id
}
