/**
 * `processing` until the merchant's transfer has come in, `completed` from then on. `expired` is never stored: it is
 * what `processing` reads as after the expiry date. Money that comes in later completes the top-up all the same.
 */
type TopupStatus = 'processing' | 'completed' | 'expired'

/** A row of `topups`. Amounts in sen, times as RFC 3339 text. */
export type TopupRow = {
  merchantId: string
  merchantName: string
  id: string
  isLive: boolean
  /** The code of the bank that the merchant transfers from. */
  senderBank: string
  amountSen: bigint
  /** Whole rupiah, added to the amount so that the transfer can be told apart. */
  uniqueCode: number
  totalAmountSen: bigint
  status: TopupStatus
  expiresAt: string
  receivingBank: string
  receivingAccount: string
  receivingHolder: string
  /** The bank's reference of the transfer that came in. */
  externalReference: string | null
  createdAt: string
  completedAt: string | null
}

/** The columns of {@link TopupRow}, for SELECT and RETURNING. */
export const TOPUP_COLUMNS = `
  merchant_id AS "merchantId", (SELECT name FROM merchants WHERE merchants.id = merchant_id) AS "merchantName", id, is_live AS "isLive",
  sender_bank AS "senderBank", amount_sen AS "amountSen", unique_code AS "uniqueCode", total_amount_sen AS "totalAmountSen",
  CASE WHEN status = 'processing' AND expires_at <= arus_now() THEN 'expired' ELSE status END AS status, expires_at AS "expiresAt",
  receiving_bank AS "receivingBank", receiving_account AS "receivingAccount", receiving_holder AS "receivingHolder",
  external_reference AS "externalReference", created_at AS "createdAt", completed_at AS "completedAt"`
