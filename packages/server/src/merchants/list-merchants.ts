import type { Queryable } from '../database/create-pool.js'
import { MERCHANT_COLUMNS, type MerchantRow } from './merchant.js'

/** Lists all merchants of this server, oldest first: for its operator, never for a caller of the API. */
export async function listMerchants(database: Queryable): Promise<MerchantRow[]> {
  const { rows } = await database.query<MerchantRow>(`SELECT ${MERCHANT_COLUMNS} FROM merchants ORDER BY created_at, id`)
  return rows
}
