import { appendAudit } from '../audit/append-audit.js'
import type { Connection, Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { ApiError } from '../errors/api-error.js'
import type { EndpointActor } from './endpoint.js'

/**
 * Removes an endpoint: nothing more is sent to it, not even what waits to be tried again.
 *
 * @throws ApiError DPAY_NOT_FOUND
 */
export async function deleteEndpoint(
  pool: Pool,
  { merchantId, isLive, actor }: EndpointActor,
  endpointId: string
): Promise<void> {
  await withTransaction(pool, async (connection) => {
    const { rowCount } = await connection.query({
      name: 'delete-endpoint',
      text: `UPDATE webhook_endpoints SET deleted_at = arus_now()
             WHERE merchant_id = $1 AND is_live = $2 AND id = $3 AND deleted_at IS NULL`,
      values: [merchantId, isLive, endpointId]
    })
    if (rowCount !== 1) throw new ApiError('DPAY_NOT_FOUND', { message: 'webhook endpoint not found' })
    await giveUpDeliveries(connection, merchantId, endpointId)
    await appendAudit(connection, { merchantId, isLive, actor, action: 'endpoint.deleted', subject: endpointId })
  })
}

/** An event that is being written at this moment may add one more; the deliverer finds the endpoint gone, and gives it up. */
async function giveUpDeliveries(connection: Connection, merchantId: string, endpointId: string): Promise<void> {
  await connection.query({
    name: 'give-up-deliveries',
    text: `
      UPDATE deliveries
      SET status = 'given_up', next_attempt_at = NULL, fence = fence + 1, last_error = 'the endpoint was deleted', updated_at = arus_now()
      WHERE merchant_id = $1 AND endpoint_id = $2 AND status = 'pending'`,
    values: [merchantId, endpointId]
  })
}
