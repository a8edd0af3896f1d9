import type { Connection } from '../database/create-pool.js'
import { ApiError } from '../errors/api-error.js'

/**
 * Locks a merchant against others who lock it, until the transaction's end: work that only refers to the merchant goes
 * on meanwhile. @throws ApiError DPAY_NOT_FOUND when there is no such merchant.
 */
export async function lockMerchant(connection: Connection, merchantId: string): Promise<void> {
  const { rowCount } = await connection.query({
    text: 'SELECT FROM merchants WHERE id = $1 FOR NO KEY UPDATE',
    values: [merchantId]
  })
  if (rowCount === 0) throw new ApiError('DPAY_NOT_FOUND', { message: `there is no merchant ${merchantId}` })
}
