import type { Queryable } from '../database/create-pool.js'
import { type EventRecord, SELECT_EVENT } from '../events/event-record.js'
import type { MasterKey } from '../secrets/master-key.js'
import type { ClaimedDelivery } from './claim-deliveries.js'
import { findSigningKeys } from './find-signing-keys.js'

/** What the webhooks of claimed deliveries are made from, read for all of them at once. */
export type DeliveryContents = {
  /** @throws Error when there is no such event */
  findEvent(delivery: ClaimedDelivery): EventRecord
  /** Finds the API key that signs a merchant's webhooks of one mode; undefined where none was chosen. Never logged. */
  findSigningKey(delivery: ClaimedDelivery): string | undefined
}

/** Reads the events of claimed deliveries and the keys that sign them: two statements, however many there are. */
export async function readDeliveryContents(
  database: Queryable,
  masterKey: MasterKey,
  deliveries: readonly ClaimedDelivery[]
): Promise<DeliveryContents> {
  const [events, findSigningKey] = await Promise.all([
    readEvents(database, deliveries),
    findSigningKeys(database, masterKey, deliveries)
  ])
  return {
    findEvent({ merchantId, eventId }) {
      const event = events.get(`${merchantId} ${eventId}`)
      if (event === undefined) throw new Error(`there is no event ${eventId}`)
      return event
    },
    findSigningKey
  }
}

async function readEvents(database: Queryable, deliveries: readonly ClaimedDelivery[]): Promise<Map<string, EventRecord>> {
  const { rows } = await database.query<EventRecord>({
    name: 'read-events-to-deliver',
    text: `
      SELECT found.* FROM unnest($1::text[], $2::text[], $3::boolean[]) AS claimed (merchant_id, event_id, is_live)
      CROSS JOIN LATERAL (${SELECT_EVENT}
        WHERE event.merchant_id = claimed.merchant_id AND event.id = claimed.event_id AND event.is_live = claimed.is_live OFFSET 0) AS found`,
    values: [
      deliveries.map(({ merchantId }) => merchantId),
      deliveries.map(({ eventId }) => eventId),
      deliveries.map(({ isLive }) => isLive)
    ]
  })
  return new Map(rows.map((event) => [`${event.merchantId} ${event.id}`, event]))
}
