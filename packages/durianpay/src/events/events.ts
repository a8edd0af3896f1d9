import type { RecordedEvent, RecordedEventSummary } from '../generated/models.js'
import type { Pages } from '../pages/page.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { getEvent } from './get-event.js'
import { type ListEventsOptions, listEvents } from './list-events.js'
import { resendEvent } from './resend-event.js'

/** What was sent to webhook endpoints, and what became of it: `client.events`. */
export interface Events {
  /** The events, newest first, without their lists of items. */
  list(options?: ListEventsOptions): Pages<RecordedEventSummary>
  /** Fetches an event with everything that its webhook carries. */
  get(id: string, options?: CallOptions): Promise<RecordedEvent>
  /** Sends an event again to each endpoint that takes it, whatever became of it before. */
  resend(id: string, options?: CallOptions): Promise<RecordedEvent>
}

/** Binds the calls about events to a client. */
export function createEvents(transport: Transport): Events {
  return {
    list: (options) => listEvents(transport, options),
    get: (id, options) => getEvent(transport, id, options),
    resend: (id, options) => resendEvent(transport, id, options)
  }
}
