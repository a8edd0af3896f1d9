import { createHash } from 'node:crypto'
import { forgetSurplus } from '../bindings/caps.js'
import { writeValue } from '../journal/value-text.js'
import type { Event } from '../state/event.js'
import type { State } from '../state/state.js'
import type { OrderEnd } from './finish-notify.js'
import type { NotificationRecord } from './notification-record.js'

/** How many are kept; when there are more, an old one that needs no further attempt goes first. */
const MAX_NOTIFICATIONS = 1_000

/**
 * Puts into the state what merchants are to be told, along with the event that they are told of: so that none is lost between
 * the two, whenever the process ends.
 */
export function applyNotificationEvent(state: State, event: Event): void {
  if (event.type === 'notification.attempted') {
    const record = state.notifications.get(event.id)
    if (record === undefined) return
    const { nextAttemptAt: _, ...others } = record
    state.notifications.set(event.id, {
      ...others,
      state: event.state,
      attempts: [...record.attempts, event.attempt],
      tries: record.tries + (event.isByHand ? 0 : 1),
      ...(event.nextAttemptAt === undefined ? {} : { nextAttemptAt: event.nextAttemptAt }),
      ...(event.fault === undefined ? {} : { fault: event.fault })
    })
    return
  }
  const told = whatToTell(state, event)
  if (told === undefined) return
  const id = notificationId(event)
  state.notifications.set(id, {
    id,
    ...told,
    createdAt: event.at - state.offsetMs,
    state: 'waiting',
    attempts: [],
    tries: 0
  })
  forgetSurplus(state.notifications, MAX_NOTIFICATIONS, (record) => record.state !== 'waiting')
}

/** The id of the notification that an event makes: another one in each sandbox, and the same whenever the event is replayed. */
export function notificationId(event: Event): string {
  const hash = createHash('sha256').update(writeValue(event)).digest('hex')
  return `${event.sequence}-${hash.slice(0, 16)}`
}

type Told = Pick<NotificationRecord, 'kind' | 'partnerId' | 'referenceNo' | 'userId' | 'url' | 'status' | 'news'>

function whatToTell(state: State, event: Event): Told | undefined {
  if (event.type === 'notification.repeated') {
    const { kind, partnerId, referenceNo, userId, url, status, news } = state.notifications.get(event.id) ?? {}
    if (kind === undefined || partnerId === undefined || url === undefined || news === undefined) return undefined
    return {
      kind,
      partnerId,
      url,
      news,
      ...(referenceNo === undefined ? {} : { referenceNo }),
      ...(userId === undefined ? {} : { userId }),
      ...(status === undefined ? {} : { status })
    }
  }
  if (event.type === 'binding.ended') {
    const { by, at, partnerId, userId, accessTokens } = event
    const url = state.merchants.get(partnerId)?.unbindNotifyUrl
    return by === 'merchant' || url === undefined
      ? undefined
      : { kind: 'unbindNotify', partnerId, userId, url, news: { at, accessTokens } }
  }
  const end = endOf(event)
  if (end === undefined) return undefined
  const { referenceNo, news } = end
  const { partnerId, notificationUrl: url } = state.orders.get(referenceNo)!
  return url === undefined ? undefined : { kind: 'finishNotify', partnerId, referenceNo, url, status: news.status, news }
}

function endOf(event: Event): { referenceNo: string; news: OrderEnd } | undefined {
  const { type, at } = event
  if (type === 'order.paid') return { referenceNo: event.referenceNo, news: { status: '00', description: 'SUCCESS', at } }
  if (type !== 'order.cancelled' && type !== 'order.closed') return undefined
  const description = type === 'order.cancelled' ? 'CANCELLED' : 'CLOSED'
  const news = { status: '05', description, at, closedReason: event.reason ?? description } as const
  return { referenceNo: event.referenceNo, news }
}
