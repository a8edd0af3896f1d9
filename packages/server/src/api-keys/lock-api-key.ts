import type { Connection } from '../database/create-pool.js'
import { ApiError } from '../errors/api-error.js'
import { API_KEY_COLUMNS, type ApiKeyRow } from './api-key.js'

/** Locks a key until the transaction's end. @throws ApiError DPAY_NOT_FOUND when the merchant has no such key. */
export async function lockApiKey(connection: Connection, merchantId: string, apiKeyId: string): Promise<ApiKeyRow> {
  const { rows } = await connection.query<ApiKeyRow>({
    text: `SELECT ${API_KEY_COLUMNS} FROM api_keys WHERE merchant_id = $1 AND id = $2 FOR UPDATE`,
    values: [merchantId, apiKeyId]
  })
  if (rows[0] === undefined)
    throw new ApiError('DPAY_NOT_FOUND', { message: `merchant ${merchantId} has no API key ${apiKeyId}` })
  return rows[0]
}
