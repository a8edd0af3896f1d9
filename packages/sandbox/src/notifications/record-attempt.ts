import { type Context, type Decision, refused } from '../state/decision.js'
import { refuse } from '../state/outcome.js'
import type { State } from '../state/state.js'
import type { NotificationAttempt } from './notification.js'
import type { NotificationRecord } from './notification-record.js'

/** An attempt that was made. */
export type AttemptInput = {
  id: string
  attempt: Omit<NotificationAttempt, 'number'>
  /** Asked for, and so no step of the schedule. */
  isByHand: boolean
  /** When the schedule goes on should the merchant not have taken it: real time. Its end, when there is none. */
  nextAttemptAt?: number
  /** What a rule makes go wrong with the notification. */
  fault?: string
}

/** Keeps what came of an attempt. */
export function recordAttempt(
  state: State,
  { id, attempt, isByHand, nextAttemptAt, fault }: AttemptInput,
  { now }: Context
): Decision<{ attempt: NotificationAttempt; notification: NotificationRecord }> {
  const record = state.notifications.get(id)
  if (record === undefined) return refused(refuse(404, '01', 'notification_unknown'))
  const made: NotificationAttempt = { number: record.attempts.length + 1, ...attempt }
  const isDelivered = attempt.isDelivered || record.state === 'delivered'
  const next = isByHand ? record.nextAttemptAt : nextAttemptAt
  const undelivered = isByHand ? record.state : next === undefined ? 'failed' : 'waiting'
  return {
    events: [
      {
        type: 'notification.attempted',
        at: now,
        id,
        attempt: made,
        isByHand,
        state: isDelivered ? 'delivered' : undelivered,
        ...(isDelivered || next === undefined ? {} : { nextAttemptAt: next }),
        ...(fault === undefined ? {} : { fault })
      }
    ],
    outcome: (after) => ({ refused: false, attempt: made, notification: after.notifications.get(id)! })
  }
}

/** Makes a second notification of the same, as a fault wants it. */
export function repeatNotification(
  state: State,
  { id }: { id: string },
  { now }: Context
): Decision<{ notification: NotificationRecord }> {
  if (!state.notifications.has(id)) return refused(refuse(404, '01', 'notification_unknown'))
  return {
    events: [{ type: 'notification.repeated', at: now, id }],
    outcome: (after) => ({ refused: false, notification: [...after.notifications.values()].at(-1)! })
  }
}
