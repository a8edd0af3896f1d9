import type { Pool } from '../database/create-pool.js'
import { ENDPOINT_COLUMNS, type Endpoint, type EndpointScope } from './endpoint.js'

/** Lists a merchant's endpoints of one mode, newest first. `count` is how many there are in all, not on this page. */
export async function listEndpoints(
  pool: Pool,
  scope: EndpointScope,
  page: { skip: number; limit: number }
): Promise<{ endpoints: Endpoint[]; count: number }> {
  const { rows: endpoints } = await pool.query<Endpoint>({
    name: 'list-endpoints',
    text: `
      SELECT ${ENDPOINT_COLUMNS} FROM webhook_endpoints WHERE merchant_id = $1 AND is_live = $2 AND deleted_at IS NULL
      ORDER BY webhook_endpoints.created_at DESC, id OFFSET $3 LIMIT $4`,
    values: [scope.merchantId, scope.isLive, page.skip, page.limit]
  })
  return { endpoints, count: await countEndpoints(pool, scope) }
}

async function countEndpoints(pool: Pool, { merchantId, isLive }: EndpointScope): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    name: 'count-endpoints',
    text: 'SELECT count(*)::integer AS count FROM webhook_endpoints WHERE merchant_id = $1 AND is_live = $2 AND deleted_at IS NULL',
    values: [merchantId, isLive]
  })
  return rows[0]!.count
}
