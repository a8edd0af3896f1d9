import { appendAudit } from '../audit/append-audit.js'
import type { Connection, Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { ApiError } from '../errors/api-error.js'
import type { MasterKey } from '../secrets/master-key.js'
import { sealSecret } from '../secrets/seal-secret.js'
import { ENDPOINT_COLUMNS, type Endpoint, type EndpointActor, type EndpointScope } from './endpoint.js'
import { makeEndpointSecret } from './make-endpoint-secret.js'

/** For so long the secret that was replaced signs too. One that was replaced before it is gone at once. */
const PREVIOUS_SECRET_HOURS = 24

/**
 * Gives an endpoint a new secret. Webhooks carry a signature of each until the old one expires, so that the receiver can
 * change over without refusing any.
 *
 * @returns the endpoint, and its new secret, which can't be shown again
 * @throws ApiError DPAY_NOT_FOUND
 */
export async function rotateEndpointSecret(
  { pool, masterKey }: { pool: Pool; masterKey: MasterKey },
  scope: EndpointActor,
  endpointId: string
): Promise<{ endpoint: Endpoint; secret: string }> {
  const secret = makeEndpointSecret()
  const sealedSecret = sealSecret(masterKey, secret, {
    table: 'webhook_endpoints',
    merchantId: scope.merchantId,
    id: endpointId
  })
  const endpoint = await withTransaction(pool, async (connection) => {
    const rotated = await replaceSecret(connection, scope, endpointId, sealedSecret)
    await appendAudit(connection, { ...scope, action: 'endpoint.secret_rotated', subject: endpointId })
    return rotated
  })
  return { endpoint, secret }
}

async function replaceSecret(
  connection: Connection,
  { merchantId, isLive }: EndpointScope,
  endpointId: string,
  sealedSecret: Buffer
): Promise<Endpoint> {
  const { rows } = await connection.query<Endpoint>({
    name: 'rotate-endpoint-secret',
    text: `
      UPDATE webhook_endpoints
      SET sealed_previous_secret = sealed_secret, sealed_secret = $4,
        previous_secret_expires_at = arus_now() + interval '${PREVIOUS_SECRET_HOURS} hours'
      WHERE merchant_id = $1 AND is_live = $2 AND id = $3 AND deleted_at IS NULL
      RETURNING ${ENDPOINT_COLUMNS}`,
    values: [merchantId, isLive, endpointId, sealedSecret]
  })
  if (rows[0] === undefined) throw new ApiError('DPAY_NOT_FOUND', { message: 'webhook endpoint not found' })
  return rows[0]
}
