import type { Queryable } from '../database/create-pool.js'

export type Balance = {
  /** What can be spent now. */
  availableSen: bigint
  /** What approved batches have set aside and not paid yet; not part of what is available. */
  onHoldSen: bigint
}

/** Reads a merchant's balance from the ledger. */
export async function readBalance(
  database: Queryable,
  { merchantId, isLive }: { merchantId: string; isLive: boolean }
): Promise<Balance> {
  const { rows } = await database.query<Balance>({
    name: 'read-balance',
    text: `SELECT credits_posted - debits_posted - debits_pending AS "availableSen", debits_pending AS "onHoldSen"
           FROM ledger_accounts WHERE merchant_id = $1 AND is_live = $2 AND kind = 'available'`,
    values: [merchantId, isLive]
  })
  if (rows[0] === undefined) throw new Error(`merchant ${merchantId} has no account to read a balance from`)
  return rows[0]
}
