import type { RecordedEvent } from '../generated/models.js'
import { pathPart } from '../requests/path-part.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Fetches an event: see {@link Events.get}. */
export async function getEvent(transport: Transport, id: string, options: CallOptions = {}): Promise<RecordedEvent> {
  const path = `/events/${pathPart('id', id)}`
  return sendRequest(transport, { method: 'GET', path, read: (body) => readData<RecordedEvent>(body, ['id', 'event']) }, options)
}
