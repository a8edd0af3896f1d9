import { appendAudit } from '../audit/append-audit.js'
import type { Connection, Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { ApiError } from '../errors/api-error.js'
import { lockMerchant } from '../merchants/lock-merchant.js'
import { API_KEY_COLUMNS, type ApiKeyRow } from './api-key.js'
import { lockApiKey } from './lock-api-key.js'

/**
 * Ends a key: from the next request on it is refused like an unknown one. Revoking it again changes nothing.
 *
 * @throws ApiError DPAY_NOT_FOUND; DPAY_INVALID_REQUEST while the key signs, since webhooks would go out unsigned
 */
export async function revokeApiKey(
  pool: Pool,
  { merchantId, apiKeyId, actor = 'operator' }: { merchantId: string; apiKeyId: string; actor?: string }
): Promise<ApiKeyRow> {
  return withTransaction(pool, async (connection) => {
    await lockMerchant(connection, merchantId)
    const apiKey = await lockApiKey(connection, merchantId, apiKeyId)
    if (apiKey.revokedAt !== null) return apiKey
    if (apiKey.isSigning) {
      throw new ApiError('DPAY_INVALID_REQUEST', {
        message: `API key ${apiKeyId} signs this merchant's ${apiKey.isLive ? 'live' : 'test'} webhooks: choose another key to sign with, then revoke this one`
      })
    }
    const changed = await setRevoked(connection, merchantId, apiKeyId)
    await appendAudit(connection, { merchantId, isLive: apiKey.isLive, actor, action: 'key.revoked', subject: apiKeyId })
    return changed
  })
}

async function setRevoked(connection: Connection, merchantId: string, apiKeyId: string): Promise<ApiKeyRow> {
  const { rows } = await connection.query<ApiKeyRow>({
    text: `UPDATE api_keys SET revoked_at = arus_now() WHERE merchant_id = $1 AND id = $2 RETURNING ${API_KEY_COLUMNS}`,
    values: [merchantId, apiKeyId]
  })
  return rows[0]!
}
