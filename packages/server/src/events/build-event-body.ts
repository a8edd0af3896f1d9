import type { Queryable } from '../database/create-pool.js'
import type { EventRecord } from './event-record.js'
import { writeEventData } from './write-event-data.js'

/**
 * Builds the body of a webhook, `{event, data, retry_count, created_at}`, from the rows. Bodies aren't stored: a batch of
 * 50,000 would be kept nine times. `created_at` is when it happened, since events can arrive in any order.
 *
 * @param secretKey the API key that signs
 * @param retryCount how many attempts there were before
 *
 * @example
 * await buildEventBody(pool, event, { secretKey: 'dp_test_…', retryCount: 0 })
 */
export async function buildEventBody(
  database: Queryable,
  event: EventRecord,
  { secretKey, retryCount }: { secretKey: string; retryCount: number }
): Promise<Buffer> {
  const pieces = [Buffer.from(`{"event":${JSON.stringify(event.type)},"data":`)]
  for await (const piece of writeEventData(database, event, secretKey)) pieces.push(Buffer.from(piece))
  pieces.push(Buffer.from(`,"retry_count":${retryCount},"created_at":${JSON.stringify(event.createdAt)}}`))
  return Buffer.concat(pieces)
}
