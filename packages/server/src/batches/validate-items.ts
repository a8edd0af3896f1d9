import { type AskContext, askAboutItems } from '../items/ask-about-items.js'
import { callRail } from '../rails/call-rail.js'
import type { BatchRecorder } from '../workers/create-batch-recorder.js'
import type { InquiryReport } from './record-inquiries.js'

/**
 * Asks the bank about the accounts of the next items to be validated. The first answer counts.
 *
 * @returns how many were claimed.
 */
export async function validateItems({
  recorder,
  ...context
}: AskContext & { recorder: BatchRecorder<InquiryReport> }): Promise<number> {
  return await askAboutItems(context, {
    batchStatus: 'validating',
    itemStatuses: ['need_validation'],
    maxItems: 500,
    ask: (rail, { bankCode, accountNumber, accountOwnerName }) =>
      callRail(rail, 'inquire', { bankCode, accountNumber, accountOwnerName }, context.clock),
    record: (batch, { ordinal, checkCount }, outcome) => recorder.add(batch, { ordinal, checkCount, outcome })
  })
}
