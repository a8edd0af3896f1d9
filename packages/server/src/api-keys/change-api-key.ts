import { appendAudit } from '../audit/append-audit.js'
import type { Connection, Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { ApiError } from '../errors/api-error.js'
import { API_KEY_COLUMNS, type ApiKeyRow } from './api-key.js'
import { describeKeyTerms } from './describe-key-terms.js'
import { checkKeyTerms, type KeyTerms, refuseSubmitAndApprove } from './key-terms.js'
import { lockApiKey } from './lock-api-key.js'

export type ApiKeyChange = {
  merchantId: string
  apiKeyId: string
  /** What isn't said stays. */
  terms: Partial<KeyTerms>
  /** Without it, a live key is given no scopes that hold both submit and approve. One that has them keeps them. */
  maySubmitAndApprove?: boolean
  actor?: string
}

/**
 * Changes what a key may do, from where, and how much: from its next request on.
 *
 * @throws ApiError DPAY_NOT_FOUND; DPAY_INVALID_REQUEST for terms that can't be, or when the key is revoked
 *
 * @example
 * await changeApiKey(pool, { merchantId, apiKeyId, terms: { maxDayAmountSen: 50_000_000_00n } })
 */
export async function changeApiKey(pool: Pool, change: ApiKeyChange): Promise<ApiKeyRow> {
  const { merchantId, apiKeyId, terms, actor = 'operator' } = change
  return withTransaction(pool, async (connection) => {
    const before = await lockApiKey(connection, merchantId, apiKeyId)
    if (before.revokedAt !== null) throw new ApiError('DPAY_INVALID_REQUEST', { message: `API key ${apiKeyId} is revoked` })
    if (terms.scopes !== undefined && change.maySubmitAndApprove !== true) refuseSubmitAndApprove(before.isLive, terms.scopes)
    const after = await setTerms(connection, before, checkKeyTerms({ ...before, ...terms }))
    await appendAudit(connection, {
      merchantId,
      isLive: before.isLive,
      actor,
      action: 'key.changed',
      subject: apiKeyId,
      detail: { before: describeKeyTerms(before), after: describeKeyTerms(after) }
    })
    return after
  })
}

async function setTerms(connection: Connection, { merchantId, id }: ApiKeyRow, terms: KeyTerms): Promise<ApiKeyRow> {
  const { rows } = await connection.query<ApiKeyRow>({
    text: `UPDATE api_keys SET scopes = $3, allowed_addresses = $4, max_batch_amount_sen = $5, max_batch_items = $6,
             max_day_amount_sen = $7, max_day_items = $8
           WHERE merchant_id = $1 AND id = $2 RETURNING ${API_KEY_COLUMNS}`,
    values: [
      merchantId,
      id,
      terms.scopes,
      terms.allowedAddresses,
      terms.maxBatchAmountSen,
      terms.maxBatchItems,
      terms.maxDayAmountSen,
      terms.maxDayItems
    ]
  })
  return rows[0]!
}
