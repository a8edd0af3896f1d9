import type { Queryable } from '../database/create-pool.js'

/** What became of an event at one endpoint, as the API shows it. */
export type PresentedDelivery = {
  endpoint_id: string
  status: 'pending' | 'delivered' | 'given_up'
  attempts: number
  last_status_code: number | null
  last_error: string
  next_attempt_at: string | null
}

/** Reads the deliveries of several events, by the event's id; an event that has none is left out. */
export async function readDeliveries(
  database: Queryable,
  merchantId: string,
  eventIds: string[]
): Promise<Map<string, PresentedDelivery[]>> {
  const { rows } = await database.query<PresentedDelivery & { event_id: string }>({
    name: 'read-deliveries',
    text: `
      SELECT event_id, endpoint_id, status, attempts, last_status_code, last_error, next_attempt_at
      FROM deliveries WHERE merchant_id = $1 AND event_id = ANY ($2) ORDER BY created_at, endpoint_id`,
    values: [merchantId, eventIds]
  })
  const byEvent = new Map<string, PresentedDelivery[]>()
  for (const { event_id, ...delivery } of rows) {
    const deliveries = byEvent.get(event_id)
    if (deliveries) deliveries.push(delivery)
    else byEvent.set(event_id, [delivery])
  }
  return byEvent
}
