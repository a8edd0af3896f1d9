import type { RecordedEvent } from '../generated/models.js'
import { requireToken } from '../requests/require-token.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Fetches an event: see {@link Events.get}. */
export async function getEvent(transport: Transport, id: string, options: CallOptions = {}): Promise<RecordedEvent> {
  const path = `/events/${encodeURIComponent(requireToken('id', id))}`
  return sendRequest(transport, { method: 'GET', path, read: (body) => readData<RecordedEvent>(body, ['id', 'event']) }, options)
}
