import { type AskContext, askAboutItems } from '../items/ask-about-items.js'
import { claimRangeToValidate, endClaim } from '../items/claim-range.js'
import { callRail } from '../rails/call-rail.js'
import type { BatchRecorder } from '../workers/create-batch-recorder.js'
import type { InquiryReport } from './record-inquiries.js'

const MAX_ITEMS = 500

/**
 * Asks the bank about the accounts of the next items to be validated. The first answer counts.
 *
 * @returns how many were claimed.
 */
export async function validateItems({
  recorder,
  workerId,
  ...context
}: AskContext & { recorder: BatchRecorder<InquiryReport>; workerId: string }): Promise<number> {
  const { pool, leaseMs } = context
  return await askAboutItems(context, {
    batchStatus: 'validating',
    itemStatuses: ['need_validation'],
    maxItems: MAX_ITEMS,
    range: {
      claim: (batch) => claimRangeToValidate(pool, batch, { limit: MAX_ITEMS, leaseMs, workerId }),
      // Should it fail, somebody looks at the range after its lease, and finds nothing to do.
      end: (batch, range) => endClaim(pool, batch, { ...range, purpose: 'validate' }).catch(() => {})
    },
    ask: (rail, { bankCode, accountNumber, accountOwnerName }) =>
      callRail(rail, 'inquire', { bankCode, accountNumber, accountOwnerName }, context.clock),
    record: (batch, { ordinal, checkCount }, outcome) => recorder.add(batch, { ordinal, checkCount, outcome })
  })
}
