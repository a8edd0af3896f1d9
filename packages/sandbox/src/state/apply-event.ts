import { applyAccountEvent } from '../accounts/apply-account-event.js'
import { applyBindingEvent } from '../bindings/apply-binding-event.js'
import { applyNotificationEvent } from '../notifications/apply-notification-event.js'
import { applyOrderEvent } from '../orders/apply-order-event.js'
import type { Event } from './event.js'
import { emptyState, type State } from './state.js'

/** Puts what happened into the state: the only thing that changes it. */
export function applyEvent(state: State, event: Event): void {
  switch (event.type) {
    case 'merchant.added':
    case 'merchant.changed':
    case 'user.added':
    case 'user.changed':
    case 'user.topped_up':
    case 'login.refused':
    case 'login.accepted':
      applyAccountEvent(state, event)
      break
    case 'auth_code.granted':
    case 'token.issued':
    case 'token.refreshed':
    case 'binding.ended':
    case 'ott.applied':
    case 'ott.consumed':
      applyBindingEvent(state, event)
      break
    case 'order.created':
    case 'order.paying':
    case 'order.paid':
    case 'order.refunded':
    case 'order.cancelled':
    case 'order.closed':
      applyOrderEvent(state, event)
      break
    case 'clock.moved':
      state.offsetMs = event.offsetMs
      break
    case 'sandbox.reset':
      Object.assign(state, emptyState())
  }
  applyNotificationEvent(state, event)
  state.sequence = event.sequence
}

/**
 * The state that events lead to.
 *
 * @param from where they start: nothing by default; it is changed
 */
export function replay(events: Iterable<Event>, from: State = emptyState()): State {
  for (const event of events) applyEvent(from, event)
  return from
}
