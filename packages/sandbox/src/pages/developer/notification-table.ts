import type { Notification } from '../../notifications/notification.js'
import { html, type Markup } from '../html/html.js'
import type { PagesContext } from '../pages-context.js'
import { formatTime } from '../texts/format-time.js'
import type { Texts } from '../texts/texts.js'
import type { Visit } from '../visits/visit.js'
import { table, tag } from './table.js'

export function notificationTag({ state }: Notification, { developer }: Texts): Markup {
  return state === 'delivered'
    ? tag(developer.delivered, 'good')
    : tag(developer.undelivered, state === 'failed' ? 'bad' : 'warn')
}

export function notificationTable(
  { texts, language }: Visit,
  { engine }: PagesContext,
  notifications: readonly Notification[]
): Markup {
  const { developer } = texts
  return table<Notification>(
    developer.menu.notifications,
    [
      {
        name: developer.kind,
        cell: ({ id, kind, status }) =>
          html`<a href="/_sandbox/notifications/${id}">${kind}${status !== undefined && ` ${status}`}</a>`
      },
      {
        name: developer.about,
        cell: ({ referenceNo, userId }) =>
          referenceNo === undefined
            ? engine.findUser(userId ?? '')?.name
            : (engine.findOrder(referenceNo)?.partnerReferenceNo ?? referenceNo)
      },
      { name: developer.sentTo, cell: ({ url }) => html`<code>${url}</code>` },
      { name: developer.time, cell: ({ createdAt }) => formatTime(createdAt, language, { withSeconds: true }) },
      { name: developer.attempts, cell: ({ attempts }) => attempts.length },
      { name: developer.status, cell: (notification) => notificationTag(notification, texts) }
    ],
    notifications,
    developer.none
  )
}
