import { createHmac } from 'node:crypto'
import { formatAmount } from '../money/format-amount.js'
import type { BatchRow } from './batch.js'
import { isFinalBatchStatus } from './batch-states.js'

/**
 * The signature by which a caller knows that an answer about a completed batch comes from who holds its key: lower-case
 * hex HMAC-SHA256 of `id|total amount`. Undefined until the batch is completed.
 */
export function signCompletedBatch(
  batch: Pick<BatchRow, 'id' | 'status' | 'totalAmountSen'>,
  secretKey: string
): string | undefined {
  if (!isFinalBatchStatus(batch.status)) return undefined
  return createHmac('sha256', secretKey)
    .update(`${batch.id}|${formatAmount(batch.totalAmountSen)}`)
    .digest('hex')
}
