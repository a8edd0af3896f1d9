import type { BatchRow } from '../batches/batch.js'
import type { Submission, SubmittedItem } from '../batches/submission.js'
import { submitBatch } from '../batches/submit-batch.js'
import type { Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'

/** An item to submit, of which a test names only what it is about. */
export function testItem(overrides: Partial<SubmittedItem> = {}): SubmittedItem {
  return {
    accountOwnerName: 'Siti Rahayu',
    bankCode: 'bca',
    accountNumber: '8422640',
    amountSen: 10_000_00n,
    emailRecipient: '',
    phoneNumber: '',
    notes: '',
    senderInformation: undefined,
    ...overrides
  }
}

/** Submits a batch in test mode, paid over the simulated bank. */
export async function submitTestBatch(
  pool: Pool,
  merchantId: string,
  submission: Partial<Submission> & { items: SubmittedItem[] },
  feePerItemSen = 0n
): Promise<BatchRow> {
  const context = { merchantId, isLive: false, actor: 'test', rail: 'simulated_bank', feePerItemSen }
  return await withTransaction(pool, (connection) =>
    submitBatch(connection, context, {
      batchKey: undefined,
      name: '',
      description: '',
      forceDisburse: false,
      skipValidation: false,
      ...submission
    })
  )
}
