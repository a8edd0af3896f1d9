import type { DisbursementItemInput, SubmitDisbursementRequest } from '@arus/durianpay'
import { formatAmount } from '../money/format-amount.js'
import type { PayrollFile, PayrollRow } from './payroll-file.js'

/** Makes the request of a payroll file that has no problem. Fields that the file leaves empty are left out. */
export function buildSubmission(file: PayrollFile, batch: { name: string; description: string }): SubmitDisbursementRequest {
  return {
    ...(batch.name === '' ? {} : { name: batch.name }),
    ...(batch.description === '' ? {} : { description: batch.description }),
    items: file.rows.map(buildItem)
  }
}

function buildItem(row: PayrollRow): DisbursementItemInput {
  return {
    account_owner_name: row.accountOwnerName,
    bank_code: row.bankCode,
    account_number: row.accountNumber,
    amount: formatAmount(row.amountSen),
    ...(row.emailRecipient === '' ? {} : { email_recipient: row.emailRecipient }),
    ...(row.phoneNumber === '' ? {} : { phone_number: row.phoneNumber }),
    ...(row.notes === '' ? {} : { notes: row.notes })
  }
}
