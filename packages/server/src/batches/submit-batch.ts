import { countKeyUsage } from '../api-keys/count-key-usage.js'
import { appendAudit } from '../audit/append-audit.js'
import type { NewAuditEntry } from '../audit/audit-entry.js'
import { findBank } from '../banks/find-bank.js'
import type { Connection } from '../database/create-pool.js'
import { ApiError } from '../errors/api-error.js'
import { deriveItemIdentifier } from '../identifiers/derive-item-identifier.js'
import { makeIdentifier } from '../identifiers/make-identifier.js'
import { insertItems, type NewItem } from '../items/insert-items.js'
import type { InvalidField } from '../items/item.js'
import { formatAmount } from '../money/format-amount.js'
import { admitBatch } from '../quarantine/admit-batch.js'
import { guardNewBatch } from '../quarantine/guard-new-batch.js'
import { approveWhenForced } from './approve-when-forced.js'
import { type ActorScope, BATCH_COLUMNS, type BatchRow } from './batch.js'
import { completeValidation } from './complete-validation.js'
import { logBatch } from './log-batch.js'
import { readBatch } from './read-batch.js'
import type { Submission, SubmittedItem } from './submission.js'

export type SubmitContext = ActorScope & { rail: string; feePerItemSen: bigint }

const UNKNOWN_BANK: InvalidField[] = [{ key: 'bank_code', message: 'Invalid BankCode/AccountNumber' }]

/**
 * Creates a batch with its items, within the caller's transaction. An item whose bank nobody knows is invalid from the
 * start; it is not a fault of the request.
 *
 * @throws ApiError DISBURSEMENT_ALREADY_EXIST_WITH_GIVEN_IDEMPOTENCY_KEY when the batch key was used before, also by a
 * batch that was deleted or rejected since; KEY_LIMIT_EXCEEDED; DATABASE_QUARANTINED.
 */
export async function submitBatch(connection: Connection, context: SubmitContext, submission: Submission): Promise<BatchRow> {
  const admission = await admitBatch(connection, context.isLive)
  const batchId = makeIdentifier('batch')
  const items = submission.items.map((item, ordinal) => prepareItem(context, submission, item, ordinal))
  await insertBatch(connection, context, submission, batchId, items)
  await insertTurn(connection, context.merchantId, batchId)
  await insertItems(connection, context.merchantId, batchId, items)
  await guardNewBatch(connection, admission, { merchantId: context.merchantId, batchId })
  await logBatch(connection, {
    merchantId: context.merchantId,
    batchId,
    fromStatus: null,
    toStatus: 'validating',
    actor: context.actor
  })
  await countSubmission(connection, context, submission, items)

  const nothingToAsk = submission.skipValidation || items.every((item) => item.status === 'invalid')
  if (nothingToAsk) await completeValidation(connection, context, batchId)
  const entry = describeSubmission(context, submission, batchId, items)
  if (nothingToAsk && submission.forceDisburse) await approveWhenForced(connection, context, batchId, [entry])
  else await appendAudit(connection, entry)
  return await readBatch(connection, context, batchId)
}

/** With `force_disburse` the key approves as well, all of it, whatever the bank will say of single items. */
async function countSubmission(
  connection: Connection,
  { merchantId, actor }: SubmitContext,
  { forceDisburse }: Submission,
  items: NewItem[]
): Promise<void> {
  const use = { merchantId, actor, amountSen: sumAmounts(items), items: items.length }
  await countKeyUsage(connection, { ...use, kind: 'submit' })
  if (forceDisburse) await countKeyUsage(connection, { ...use, kind: 'approve' })
}

function describeSubmission(
  { merchantId, isLive, actor, rail }: SubmitContext,
  submission: Submission,
  batchId: string,
  items: NewItem[]
): NewAuditEntry {
  return {
    merchantId,
    isLive,
    actor,
    action: 'batch.submitted',
    subject: batchId,
    detail: {
      batch_key: submission.batchKey ?? null,
      item_count: items.length,
      total_amount: formatAmount(sumAmounts(items)),
      force_disburse: submission.forceDisburse,
      skip_validation: submission.skipValidation,
      rail
    }
  }
}

function prepareItem(context: SubmitContext, { batchKey }: Submission, submitted: SubmittedItem, ordinal: number): NewItem {
  const bank = findBank(submitted.bankCode)
  const bankCode = bank?.code ?? submitted.bankCode
  const { merchantId, isLive } = context
  const { accountOwnerName, accountNumber, amountSen, emailRecipient, phoneNumber, notes, senderInformation } = submitted
  // Name by name: a spread of each of 100,000 items took as long as writing them down as JSON.
  return {
    accountOwnerName,
    accountNumber,
    amountSen,
    emailRecipient,
    phoneNumber,
    notes,
    senderInformation,
    // Without a key nothing says that a batch which comes again is the same one.
    id:
      batchKey === undefined
        ? makeIdentifier('item')
        : deriveItemIdentifier({ merchantId, isLive, batchKey, ordinal, bankCode, accountNumber, amountSen }),
    bankCode,
    status: bank === undefined ? 'invalid' : 'need_validation',
    invalidFields: bank === undefined ? UNKNOWN_BANK : undefined
  }
}

async function insertBatch(
  connection: Connection,
  context: SubmitContext,
  submission: Submission,
  batchId: string,
  items: NewItem[]
): Promise<BatchRow> {
  const invalid = items.filter((item) => item.status === 'invalid')
  const { rows } = await connection.query<BatchRow>({
    name: 'insert-batch',
    // DO NOTHING, so that the one that comes second waits for the first to commit and is then told, by no row.
    text: `INSERT INTO batches (merchant_id, id, is_live, batch_key, name, description, force_disburse, skip_validation, status, rail,
             total_amount_sen, item_count, unvalidated_items, invalid_items, invalid_amount_sen, created_at, updated_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'validating', $9, $10, $11, $12, $13, $14, arus_now(), arus_now())
           ON CONFLICT (merchant_id, is_live, batch_key) DO NOTHING
           RETURNING ${BATCH_COLUMNS}`,
    values: [
      context.merchantId,
      batchId,
      context.isLive,
      submission.batchKey ?? null,
      submission.name,
      submission.description,
      submission.forceDisburse,
      submission.skipValidation,
      context.rail,
      sumAmounts(items),
      items.length,
      submission.skipValidation ? 0 : items.length - invalid.length,
      invalid.length,
      sumAmounts(invalid)
    ]
  })
  if (rows[0] === undefined) throw new ApiError('DISBURSEMENT_ALREADY_EXIST_WITH_GIVEN_IDEMPOTENCY_KEY')
  return rows[0]
}

function sumAmounts(items: NewItem[]): bigint {
  return items.reduce((sum, item) => sum + item.amountSen, 0n)
}

async function insertTurn(connection: Connection, merchantId: string, batchId: string): Promise<void> {
  await connection.query({
    name: 'insert-turn',
    text: `WITH merchant AS (INSERT INTO merchant_turns (merchant_id) VALUES ($1) ON CONFLICT DO NOTHING),
             cursor AS (INSERT INTO batch_cursors (merchant_id, batch_id) VALUES ($1, $2))
           INSERT INTO batch_turns (merchant_id, batch_id) VALUES ($1, $2)`,
    values: [merchantId, batchId]
  })
}
