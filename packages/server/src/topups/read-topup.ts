import type { Queryable } from '../database/create-pool.js'
import { ApiError } from '../errors/api-error.js'
import { TOPUP_COLUMNS, type TopupRow } from './topup.js'

/**
 * Reads one top-up of a merchant.
 *
 * @throws ApiError DPAY_NOT_FOUND also for another merchant's, or one of the other mode: as if it did not exist.
 */
export async function readTopup(
  database: Queryable,
  { merchantId, isLive, topupId }: { merchantId: string; isLive: boolean; topupId: string }
): Promise<TopupRow> {
  const { rows } = await database.query<TopupRow>({
    name: 'read-topup',
    text: `SELECT ${TOPUP_COLUMNS} FROM topups WHERE merchant_id = $1 AND is_live = $2 AND id = $3`,
    values: [merchantId, isLive, topupId]
  })
  if (rows[0] === undefined) throw new ApiError('DPAY_NOT_FOUND', { message: 'top-up not found' })
  return rows[0]
}
