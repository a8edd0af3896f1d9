import type { ItemStatus } from './item-states.js'

/** A field that the bank's check found wrong, as the wire shows it. */
export type InvalidField = { key: string; message: string }

/** A row of `items`. Amounts in sen, times as RFC 3339 text. */
export type ItemRow = {
  merchantId: string
  batchId: string
  ordinal: number
  id: string
  status: ItemStatus
  attempt: number
  amountSen: bigint
  feeSen: bigint
  bankCode: string
  accountNumber: string
  accountOwnerName: string
  realName: string
  emailRecipient: string
  phoneNumber: string
  notes: string
  senderInformation: Record<string, unknown> | null
  invalidFields: InvalidField[] | null
  failureCode: string
  failureReason: string
  receipt: string
  correctedFrom: 'done' | 'failed' | null
  createdAt: string
  updatedAt: string
  statusSetAt: string | null
}

/** The columns of {@link ItemRow}, for SELECT and RETURNING. */
export const ITEM_COLUMNS = `
  merchant_id AS "merchantId", batch_id AS "batchId", ordinal, id, status, attempt, amount_sen AS "amountSen",
  fee_sen AS "feeSen", bank_code AS "bankCode", account_number AS "accountNumber",
  account_owner_name AS "accountOwnerName", real_name AS "realName", email_recipient AS "emailRecipient",
  phone_number AS "phoneNumber", notes, sender_information AS "senderInformation", invalid_fields AS "invalidFields",
  failure_code AS "failureCode", failure_reason AS "failureReason", receipt, corrected_from AS "correctedFrom",
  created_at AS "createdAt", updated_at AS "updatedAt", status_set_at AS "statusSetAt"`
