import type { Pool } from '../database/create-pool.js'
import { type EventScope, readEventRecord } from './event-record.js'
import { readDeliveries } from './read-deliveries.js'
import { writeEventData } from './write-event-data.js'

/**
 * Reads one event with everything that its webhook carries, lists of items included.
 *
 * @param scope with the API key that asked, which signs `data`
 * @returns the event as JSON text in pieces, since it can be as large as a batch
 * @throws ApiError DPAY_NOT_FOUND before the first piece
 */
export async function readEvent(
  pool: Pool,
  scope: EventScope & { secretKey: string },
  eventId: string
): Promise<AsyncIterable<string>> {
  const event = await readEventRecord(pool, scope, eventId)
  const deliveries = (await readDeliveries(pool, scope.merchantId, [eventId])).get(eventId) ?? []
  const end = JSON.stringify({ is_live: event.isLive, created_at: event.createdAt, deliveries }).slice(1)
  return (async function* () {
    yield `{"id":${JSON.stringify(event.id)},"event":${JSON.stringify(event.type)},"data":`
    yield* writeEventData(pool, event, scope.secretKey)
    yield `,${end}`
  })()
}
