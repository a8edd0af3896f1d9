import type { Pool } from '../database/create-pool.js'
import type { ClaimedDelivery } from './claim-deliveries.js'

export type DeliveryResult = {
  status: 'pending' | 'delivered' | 'given_up'
  /** With `pending`: how long until the next try. */
  retryAfterMs: number | null
  statusCode: number | null
  error: string
}

/**
 * Writes what became of an attempt.
 *
 * @returns false when the delivery is no longer this claim's: another worker took it after the lease, or it was resent
 * or given up meanwhile. Then nothing is written.
 */
export async function recordDelivery(pool: Pool, delivery: ClaimedDelivery, result: DeliveryResult): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'record-delivery',
    text: `
      UPDATE deliveries
      SET status = $5, next_attempt_at = arus_now() + make_interval(secs => $6::double precision / 1000), last_status_code = $7, last_error = $8,
        updated_at = arus_now()
      WHERE merchant_id = $1 AND event_id = $2 AND endpoint_id = $3 AND fence = $4 AND status = 'pending'`,
    values: [
      delivery.merchantId,
      delivery.eventId,
      delivery.endpointId,
      delivery.fence,
      result.status,
      result.retryAfterMs,
      result.statusCode,
      result.error
    ]
  })
  return rowCount === 1
}
