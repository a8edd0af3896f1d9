import type { Queryable } from '../database/create-pool.js'
import { API_KEY_COLUMNS, type ApiKeyRow } from './api-key.js'

/** Lists a merchant's keys of both modes, oldest first, revoked ones too. Secret keys can't be listed. */
export async function listApiKeys(database: Queryable, merchantId: string): Promise<ApiKeyRow[]> {
  const { rows } = await database.query<ApiKeyRow>({
    text: `SELECT ${API_KEY_COLUMNS} FROM api_keys WHERE merchant_id = $1 ORDER BY created_at, id`,
    values: [merchantId]
  })
  return rows
}
