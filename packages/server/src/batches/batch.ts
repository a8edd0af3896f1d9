import type { BatchStatus } from './batch-states.js'

/** A row of `batches`. Amounts in sen, times as RFC 3339 text. */
export type BatchRow = {
  merchantId: string
  id: string
  isLive: boolean
  batchKey: string | null
  name: string
  description: string
  forceDisburse: boolean
  skipValidation: boolean
  status: BatchStatus
  rail: string
  totalAmountSen: bigint
  itemCount: number
  unvalidatedItems: number
  invalidItems: number
  invalidAmountSen: bigint
  unreleasedItems: number
  openItems: number
  doneItems: number
  doneAmountSen: bigint
  failedItems: number
  failedAmountSen: bigint
  feePerItemSen: bigint
  amountHoldId: bigint | null
  feeHoldId: bigint | null
  approver: string | null
  rejectReason: string
  createdAt: string
  updatedAt: string
  validatedAt: string | null
  approvedAt: string | null
  completedAt: string | null
}

/** The columns of {@link BatchRow}, for SELECT and RETURNING. */
export const BATCH_COLUMNS = `
  merchant_id AS "merchantId", id, is_live AS "isLive", batch_key AS "batchKey", name, description,
  force_disburse AS "forceDisburse", skip_validation AS "skipValidation", status, rail,
  total_amount_sen AS "totalAmountSen", item_count AS "itemCount", unvalidated_items AS "unvalidatedItems",
  invalid_items AS "invalidItems", invalid_amount_sen AS "invalidAmountSen", unreleased_items AS "unreleasedItems",
  open_items AS "openItems", done_items AS "doneItems", done_amount_sen AS "doneAmountSen",
  failed_items AS "failedItems", failed_amount_sen AS "failedAmountSen", fee_per_item_sen AS "feePerItemSen",
  amount_hold_id AS "amountHoldId", fee_hold_id AS "feeHoldId", approver, reject_reason AS "rejectReason",
  created_at AS "createdAt", updated_at AS "updatedAt", validated_at AS "validatedAt", approved_at AS "approvedAt",
  completed_at AS "completedAt"`

/** Whose data a caller may see: one merchant's, in one mode. */
export type Scope = { merchantId: string; isLive: boolean }

/** A scope, and who acts in it: an API key's id, `worker`, `operator`. */
export type ActorScope = Scope & { actor: string }
