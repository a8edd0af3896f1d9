import type { RecordedEvent } from '../generated/models.js'
import { pathPart } from '../requests/path-part.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Sends an event again: see {@link Events.resend}. */
export async function resendEvent(transport: Transport, id: string, options: CallOptions = {}): Promise<RecordedEvent> {
  const path = `/events/${pathPart('id', id)}/resend`
  return sendRequest(transport, { method: 'POST', path, read: (body) => readData<RecordedEvent>(body, ['id', 'event']) }, options)
}
