export type MerchantRow = { id: string; name: string; createdAt: string }

/** The columns of {@link MerchantRow}, for SELECT and RETURNING. */
export const MERCHANT_COLUMNS = 'id, name, created_at AS "createdAt"'
