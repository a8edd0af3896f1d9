import type { OrderEnd } from './finish-notify.js'
import type { Notification } from './notification.js'

/** A notification as the journal keeps it: with what has to be known to write it anew after a restart. */
export type NotificationRecord = Readonly<Notification> & {
  readonly news: OrderEnd | { readonly at: number; readonly accessTokens: readonly string[] }
  /** How often it was tried by itself, which is how far along the schedule it is. */
  readonly tries: number
}
