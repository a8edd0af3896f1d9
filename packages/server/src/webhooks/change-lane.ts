import type { Pool } from '../database/create-pool.js'
import type { ClaimedDelivery } from './claim-deliveries.js'

/** An endpoint that answers in time leaves the slow lane at once; one that nobody sends to, after this. */
const SLOW_MINUTES = 60

/** Sends an endpoint's deliveries through the slow lane from now on, or through the fast one again. */
export async function changeLane(pool: Pool, { merchantId, endpointId }: ClaimedDelivery, isSlow: boolean): Promise<void> {
  await pool.query({
    name: 'change-lane',
    text: `
      UPDATE webhook_endpoints SET slow_until = CASE WHEN $3 THEN arus_now() + interval '${SLOW_MINUTES} minutes' END
      WHERE merchant_id = $1 AND id = $2`,
    values: [merchantId, endpointId, isSlow]
  })
}
