/** `processing` until the bank has answered. A bank that doesn't answer is asked again; that never makes an account invalid. */
export type AccountValidationStatus = 'processing' | 'valid' | 'invalid'

/** A row of `account_validations`. */
export type AccountValidationRow = {
  merchantId: string
  id: string
  isLive: boolean
  /** As the list of banks writes it; what it doesn't know, in lower case. */
  bankCode: string
  accountNumber: string
  status: AccountValidationStatus
  /** The owner's name as the bank states it; '' until it has, and for an invalid account. */
  accountHolder: string
  /** How often the bank was asked. */
  checkCount: number
}

/** The columns of {@link AccountValidationRow}, for SELECT and RETURNING. */
export const ACCOUNT_VALIDATION_COLUMNS = `
  merchant_id AS "merchantId", id, is_live AS "isLive", bank_code AS "bankCode", account_number AS "accountNumber", status,
  account_holder AS "accountHolder", check_count AS "checkCount"`
