import type {
  Disbursement,
  DisbursementDetails,
  DisbursementItem,
  DisbursementStatus,
  DisbursementSummary,
  SubmitDisbursementRequest
} from '../generated/models.js'
import type { Pages } from '../pages/page.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { type ApproveOptions, approveBatch } from './approve-batch.js'
import { deleteBatch } from './delete-batch.js'
import { getBatch } from './get-batch.js'
import { getBatchByKey } from './get-batch-by-key.js'
import { getBatchStatus } from './get-batch-status.js'
import { type ListBatchesOptions, listBatches } from './list-batches.js'
import { type ListItemsOptions, listItems } from './list-items.js'
import { rejectBatch } from './reject-batch.js'
import { type SubmitOptions, submitBatch } from './submit-batch.js'

/** Batches of payments: `client.disbursements`. */
export interface Disbursements {
  /**
   * Submits a batch. It is taken whole or not at all; its items are validated afterwards.
   *
   * Repeated safely: every try carries the same request key and the same batch key. After an error whose `outcome` is
   * `unknown`, look the batch up with {@link Disbursements.getByKey}, or call again with the same `idempotencyKey` and
   * the error's `requestKey`.
   *
   * @throws {InvalidRequestError} with a `fieldErrors` entry per faulty field (`items[3].amount`)
   * @throws {ForbiddenError} `DISBURSEMENT_ALREADY_EXIST_WITH_GIVEN_IDEMPOTENCY_KEY`: fetch it with `getByKey`
   *
   * @example
   * await storePayout({ key: 'payroll-2026-07' })
   * const batch = await client.disbursements.submit(
   *   { name: 'July payroll', items: [{ account_owner_name: 'Siti', bank_code: 'bca', account_number: '0071234568', amount: '4750000' }] },
   *   { idempotencyKey: 'payroll-2026-07' }
   * )
   */
  submit(batch: SubmitDisbursementRequest, options: SubmitOptions): Promise<DisbursementSummary>
  /**
   * Approves a batch that waits for it: holds its amounts and fees on the balance and starts paying.
   *
   * @throws {ForbiddenError} `INVALID_DISBURSEMENT_STATUS` (not waiting, or invalid items without `ignoreInvalid`) or
   *   `INSUFFICIENT_BALANCE`; the batch stays as it is
   */
  approve(id: string, options?: ApproveOptions): Promise<DisbursementSummary>
  /**
   * Rejects a batch before it is approved; nothing of it is ever paid. Not repeated after an unknown outcome, since it
   * carries no key: fetch the batch to see.
   */
  reject(id: string, reason: string, options?: CallOptions): Promise<DisbursementSummary>
  /** Fetches a batch. Its `signature` is there once its status is final. */
  get(id: string, options?: CallOptions): Promise<DisbursementDetails>
  /** Fetches a batch by the `idempotencyKey` it was submitted with: what to ask after a submit that was never answered. */
  getByKey(idempotencyKey: string, options?: CallOptions): Promise<DisbursementDetails>
  /**
   * A batch's items, in the order in which they were submitted.
   *
   * @example
   * for await (const item of client.disbursements.items(id, { status: 'failed' })) console.log(item.failure_reason)
   */
  items(id: string, options?: ListItemsOptions): Pages<DisbursementItem>
  /** The batches, newest first. */
  list(options?: ListBatchesOptions): Pages<Disbursement>
  /** Whether a batch is done, with the signature that proves who says so. */
  status(id: string, options?: CallOptions): Promise<DisbursementStatus>
  /**
   * Deletes a batch before it is approved. Repeated like a read: deleted twice is deleted. When a try without an answer
   * comes before a 404, the error is a {@link NotFoundError} whose `outcome` is `unknown`: that try may have done it.
   */
  delete(id: string, options?: CallOptions): Promise<void>
}

/** Binds the calls about batches to a client. */
export function createDisbursements(transport: Transport): Disbursements {
  return {
    submit: (batch, options) => submitBatch(transport, batch, options),
    approve: (id, options) => approveBatch(transport, id, options),
    reject: (id, reason, options) => rejectBatch(transport, id, reason, options),
    get: (id, options) => getBatch(transport, id, options),
    getByKey: (idempotencyKey, options) => getBatchByKey(transport, idempotencyKey, options),
    items: (id, options) => listItems(transport, id, options),
    list: (options) => listBatches(transport, options),
    status: (id, options) => getBatchStatus(transport, id, options),
    delete: (id, options) => deleteBatch(transport, id, options)
  }
}
