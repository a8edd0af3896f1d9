import type { Pool } from '../database/create-pool.js'
import { type EventScope, readEventRecord } from './event-record.js'

/**
 * Sends an event again, now and with the whole schedule of retries, to each endpoint that wants it: also to those which
 * acknowledged it, and to those which were made later.
 *
 * @throws ApiError DPAY_NOT_FOUND
 */
export async function resendEvent(pool: Pool, scope: EventScope, eventId: string): Promise<void> {
  await readEventRecord(pool, scope, eventId)
  await restartDeliveries(pool, scope.merchantId, eventId)
}

/** The fence goes up, so that an attempt in flight can't take this one for done. */
async function restartDeliveries(pool: Pool, merchantId: string, eventId: string): Promise<void> {
  await pool.query({
    name: 'resend-event',
    text: `
      INSERT INTO deliveries AS delivery (merchant_id, event_id, endpoint_id)
      SELECT event.merchant_id, event.id, endpoint.id
      FROM events AS event JOIN webhook_endpoints AS endpoint USING (merchant_id, is_live)
      WHERE event.merchant_id = $1 AND event.id = $2
        AND endpoint.deleted_at IS NULL AND (endpoint.events IS NULL OR event.type = ANY (endpoint.events))
      ORDER BY endpoint.id
      ON CONFLICT (merchant_id, event_id, endpoint_id) DO UPDATE
      SET status = 'pending', next_attempt_at = arus_now(), round_start = delivery.attempts, fence = delivery.fence + 1, updated_at = arus_now()`,
    values: [merchantId, eventId]
  })
}
