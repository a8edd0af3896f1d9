import type { Pool } from '../database/create-pool.js'
import type { ClaimedDelivery } from './claim-deliveries.js'

export type DeliveryResult = {
  status: 'pending' | 'delivered' | 'given_up'
  /** With `pending`: how long until the next try. */
  retryAfterMs: number | null
  statusCode: number | null
  error: string
  /** Nothing was tried: the attempt that the claim counted is taken back, and what is known of the last one stays. */
  isPostponed?: boolean
}

export type RecordedDelivery = { delivery: ClaimedDelivery; result: DeliveryResult }

/**
 * Writes what became of attempts, all in one commit.
 *
 * @returns how many were written. A delivery that is no longer its claim's (another worker took it after the lease, or it
 * was resent or given up meanwhile) is left as it is.
 */
export async function recordDeliveries(pool: Pool, recorded: readonly RecordedDelivery[]): Promise<number> {
  // Rows are locked in the order of their keys, whoever writes them.
  const inOrder = recorded.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1))
  const columnOf = <Value>(read: (one: RecordedDelivery) => Value) => inOrder.map(read)
  const { rowCount } = await pool.query({
    name: 'record-deliveries',
    text: `
      WITH result AS (
        SELECT result.*, found.row_id
        FROM unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::double precision[], $7::integer[], $8::text[], $9::boolean[])
          AS result (merchant_id, event_id, endpoint_id, fence, status, retry_after_ms, status_code, error, is_postponed)
        CROSS JOIN LATERAL (
          SELECT ctid AS row_id FROM deliveries
          WHERE merchant_id = result.merchant_id AND event_id = result.event_id AND endpoint_id = result.endpoint_id
            AND fence = result.fence AND status = 'pending'
          FOR UPDATE) AS found
      )
      UPDATE deliveries AS delivery
      SET status = result.status, next_attempt_at = arus_now() + make_interval(secs => result.retry_after_ms / 1000),
        attempts = attempts - result.is_postponed::integer,
        last_status_code = CASE WHEN result.is_postponed THEN last_status_code ELSE result.status_code END,
        last_error = CASE WHEN result.is_postponed THEN last_error ELSE result.error END,
        updated_at = arus_now()
      FROM result WHERE delivery.ctid = result.row_id`,
    values: [
      columnOf(({ delivery }) => delivery.merchantId),
      columnOf(({ delivery }) => delivery.eventId),
      columnOf(({ delivery }) => delivery.endpointId),
      columnOf(({ delivery }) => delivery.fence),
      columnOf(({ result }) => result.status),
      columnOf(({ result }) => result.retryAfterMs),
      columnOf(({ result }) => result.statusCode),
      columnOf(({ result }) => result.error),
      columnOf(({ result }) => result.isPostponed ?? false)
    ]
  })
  return rowCount ?? 0
}

function keyOf({ delivery }: RecordedDelivery): string {
  return `${delivery.merchantId} ${delivery.eventId} ${delivery.endpointId}`
}
