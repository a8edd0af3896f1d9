import { formatAmount } from '../money/format-amount.js'
import type { ItemRow } from './item.js'
import type { ItemStatus } from './item-states.js'

/** How each status is called on the wire: what happens between approval and the bank's last word is one thing to a caller. */
const WIRE_ITEM_STATUS = {
  need_validation: 'need_validation',
  valid: 'valid',
  invalid: 'invalid',
  ready: 'processing',
  sending: 'processing',
  accepted: 'processing',
  unknown: 'processing',
  done: 'done',
  failed: 'failed'
} as const satisfies Record<ItemStatus, string>

export type WireItemStatus = (typeof WIRE_ITEM_STATUS)[ItemStatus]

export const WIRE_ITEM_STATUSES = [
  'need_validation',
  'valid',
  'invalid',
  'processing',
  'done',
  'failed'
] as const satisfies WireItemStatus[]

const NOT_APPROVED: ItemStatus[] = ['need_validation', 'valid', 'invalid']
const FINAL: ItemStatus[] = ['invalid', 'done', 'failed']

/** An item as the API shows it. */
export function presentItem(item: ItemRow) {
  return {
    id: item.id,
    disbursement_batch_id: item.batchId,
    account_owner_name: item.accountOwnerName,
    real_name: item.realName,
    bank_code: item.bankCode,
    amount: formatAmount(item.amountSen),
    account_number: item.accountNumber,
    email_recipient: item.emailRecipient,
    phone_number: item.phoneNumber,
    ...(item.invalidFields === null ? {} : { invalid_fields: item.invalidFields.map((field) => ({ ...field, metadata: {} })) }),
    status: presentItemStatus(item.status),
    notes: item.notes,
    is_deleted: false,
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    approver_notes: '',
    created_by: null,
    updated_by: null,
    allow_retrigger: false,
    split_id: '',
    receipt: item.receipt,
    fee: NOT_APPROVED.includes(item.status) ? '' : formatAmount(item.feeSen),
    disbursement_status_set_at: FINAL.includes(item.status) ? item.statusSetAt : null,
    last_sync_status_at: null,
    failure_reason: item.failureReason,
    ...(item.correctedFrom === null ? {} : { corrected_from: item.correctedFrom })
  }
}

export function presentItemStatus(status: ItemStatus): WireItemStatus {
  return WIRE_ITEM_STATUS[status]
}

/** The statuses that one word of the wire stands for. */
export function itemStatusesOf(wireStatus: WireItemStatus): ItemStatus[] {
  return (Object.keys(WIRE_ITEM_STATUS) as ItemStatus[]).filter((status) => WIRE_ITEM_STATUS[status] === wireStatus)
}
