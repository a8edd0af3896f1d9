import type { KeyTerms } from './key-terms.js'

/** A key without its secret, as it is listed. */
export type ApiKeyRow = KeyTerms & {
  merchantId: string
  id: string
  isLive: boolean
  name: string
  /** The end of the secret key, to tell keys apart. */
  lastCharacters: string
  /** Webhooks of this merchant and mode are signed with it. */
  isSigning: boolean
  createdAt: string
  revokedAt: string | null
}

/** The columns of {@link ApiKeyRow}, for SELECT and RETURNING. */
export const API_KEY_COLUMNS = `
  merchant_id AS "merchantId", id, is_live AS "isLive", name, last_characters AS "lastCharacters",
  is_signing AS "isSigning", created_at AS "createdAt", revoked_at AS "revokedAt", scopes,
  allowed_addresses AS "allowedAddresses", max_batch_amount_sen AS "maxBatchAmountSen", max_batch_items AS "maxBatchItems",
  max_day_amount_sen AS "maxDayAmountSen", max_day_items AS "maxDayItems"`

/** What a secret key looks like: its mode, and 40 letters or digits. */
export const SECRET_KEY_PATTERN = /^dp_(test|live)_[A-Za-z0-9]{40}$/
