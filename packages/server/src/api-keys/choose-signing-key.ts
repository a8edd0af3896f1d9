import { appendAudit } from '../audit/append-audit.js'
import type { Connection, Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { ApiError } from '../errors/api-error.js'
import { lockMerchant } from '../merchants/lock-merchant.js'
import { API_KEY_COLUMNS, type ApiKeyRow } from './api-key.js'
import { lockApiKey } from './lock-api-key.js'

/**
 * Makes a key the one that signs webhooks of its merchant and mode, in place of the one that did. Receivers should
 * accept both before and for a while after (`verifyWebhook` takes a list), as deliveries that failed come again.
 *
 * @throws ApiError DPAY_NOT_FOUND; DPAY_INVALID_REQUEST when the key is revoked
 */
export async function chooseSigningKey(
  pool: Pool,
  { merchantId, apiKeyId, actor = 'operator' }: { merchantId: string; apiKeyId: string; actor?: string }
): Promise<ApiKeyRow> {
  return withTransaction(pool, async (connection) => {
    await lockMerchant(connection, merchantId)
    const apiKey = await lockApiKey(connection, merchantId, apiKeyId)
    if (apiKey.revokedAt !== null) throw new ApiError('DPAY_INVALID_REQUEST', { message: `API key ${apiKeyId} is revoked` })
    if (apiKey.isSigning) return apiKey
    await clearSigningKey(connection, apiKey)
    const changed = await setSigningKey(connection, apiKey)
    await appendAudit(connection, { merchantId, isLive: apiKey.isLive, actor, action: 'key.signing_chosen', subject: apiKeyId })
    return changed
  })
}

// A statement of its own: the index that allows one signing key checks each row as it is written.
async function clearSigningKey(connection: Connection, { merchantId, isLive }: ApiKeyRow): Promise<void> {
  await connection.query({
    text: 'UPDATE api_keys SET is_signing = false WHERE merchant_id = $1 AND is_live = $2 AND is_signing',
    values: [merchantId, isLive]
  })
}

async function setSigningKey(connection: Connection, { merchantId, id }: ApiKeyRow): Promise<ApiKeyRow> {
  const { rows } = await connection.query<ApiKeyRow>({
    text: `UPDATE api_keys SET is_signing = true WHERE merchant_id = $1 AND id = $2 RETURNING ${API_KEY_COLUMNS}`,
    values: [merchantId, id]
  })
  return rows[0]!
}
