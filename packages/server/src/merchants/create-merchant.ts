import { appendAudit } from '../audit/append-audit.js'
import type { Connection, Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { ApiError } from '../errors/api-error.js'
import { makeIdentifier } from '../identifiers/make-identifier.js'
import { LEDGER_ACCOUNTS } from '../ledger/accounts.js'
import { postTransfer } from '../ledger/post-transfer.js'
import { MERCHANT_COLUMNS, type MerchantRow } from './merchant.js'

/** What each merchant finds in test mode: Rp 10 billion that never were. */
export const TEST_OPENING_BALANCE_SEN = 10_000_000_000_00n

/**
 * Makes a merchant with its ledger accounts in both modes, and an opening balance in test mode. Live mode starts at
 * zero. It has no API key yet.
 *
 * @param actor who makes it, for the audit log
 * @throws ApiError DPAY_INVALID_REQUEST when the name is empty
 */
export async function createMerchant(
  pool: Pool,
  { name, actor = 'operator' }: { name: string; actor?: string }
): Promise<MerchantRow> {
  if (name.trim() === '') throw new ApiError('DPAY_INVALID_REQUEST', { message: 'a merchant needs a name' })
  return withTransaction(pool, async (connection) => {
    const merchant = await insertMerchant(connection, name.trim())
    await insertLedgerAccounts(connection, merchant.id)
    await postTransfer(connection, {
      merchantId: merchant.id,
      isLive: false,
      purpose: 'opening_balance',
      debitAccount: 'external',
      creditAccount: 'available',
      amountSen: TEST_OPENING_BALANCE_SEN
    })
    await appendAudit(connection, {
      merchantId: merchant.id,
      isLive: null,
      actor,
      action: 'merchant.created',
      subject: merchant.id,
      detail: { name: merchant.name }
    })
    return merchant
  })
}

async function insertMerchant(connection: Connection, name: string): Promise<MerchantRow> {
  const { rows } = await connection.query<MerchantRow>({
    text: `INSERT INTO merchants (id, name) VALUES ($1, $2) RETURNING ${MERCHANT_COLUMNS}`,
    values: [makeIdentifier('merchant'), name]
  })
  return rows[0]!
}

async function insertLedgerAccounts(connection: Connection, merchantId: string): Promise<void> {
  await connection.query({
    text: `INSERT INTO ledger_accounts (merchant_id, is_live, kind)
           SELECT $1, is_live, kind FROM unnest(ARRAY[false, true]) AS is_live, unnest($2::text[]) AS kind`,
    values: [merchantId, LEDGER_ACCOUNTS]
  })
}
