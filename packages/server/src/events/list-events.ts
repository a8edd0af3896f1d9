import type { Pool } from '../database/create-pool.js'
import { signEvent } from '../webhooks/sign-event.js'
import { describeEvent } from './describe-event.js'
import { type EventRecord, type EventScope, SELECT_EVENT } from './event-record.js'
import type { EventType } from './event-types.js'
import { type PresentedDelivery, readDeliveries } from './read-deliveries.js'

export type EventPage = { type: EventType | undefined; skip: number; limit: number }

/** An event as the API shows it in a list: `data` comes without its lists of items. */
export type PresentedEvent = {
  id: string
  event: EventType
  data: Record<string, unknown>
  is_live: boolean
  created_at: string
  deliveries: PresentedDelivery[]
}

/**
 * Lists a merchant's events of one mode, newest first. `count` is how many there are in all, not on this page.
 *
 * @param scope with the API key that asked, which signs `data`
 */
export async function listEvents(
  pool: Pool,
  scope: EventScope & { secretKey: string },
  page: EventPage
): Promise<{ events: PresentedEvent[]; count: number }> {
  const records = await readEventPage(pool, scope, page)
  const deliveries = await readDeliveries(
    pool,
    scope.merchantId,
    records.map((event) => event.id)
  )
  const events = records.map((event) => presentEvent(event, scope.secretKey, deliveries.get(event.id) ?? []))
  return { events, count: await countEvents(pool, scope, page.type) }
}

function presentEvent(event: EventRecord, secretKey: string, deliveries: PresentedDelivery[]): PresentedEvent {
  const { fields, signedParts } = describeEvent(event)
  return {
    id: event.id,
    event: event.type,
    data: { ...fields, signature: signEvent(secretKey, signedParts) },
    is_live: event.isLive,
    created_at: event.createdAt,
    deliveries
  }
}

async function readEventPage(pool: Pool, scope: EventScope, page: EventPage): Promise<EventRecord[]> {
  const { rows } = await pool.query<EventRecord>({
    name: 'list-events',
    text: `${SELECT_EVENT}
      WHERE event.merchant_id = $1 AND event.is_live = $2 AND ($3::text IS NULL OR event.type = $3)
      ORDER BY event.created_at DESC, event.id OFFSET $4 LIMIT $5`,
    values: [scope.merchantId, scope.isLive, page.type ?? null, page.skip, page.limit]
  })
  return rows
}

async function countEvents(pool: Pool, { merchantId, isLive }: EventScope, type: EventType | undefined): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    name: 'count-events',
    text: 'SELECT count(*)::integer AS count FROM events WHERE merchant_id = $1 AND is_live = $2 AND ($3::text IS NULL OR type = $3)',
    values: [merchantId, isLive, type ?? null]
  })
  return rows[0]!.count
}
