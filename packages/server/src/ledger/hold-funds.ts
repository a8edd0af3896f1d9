import type { Connection } from '../database/create-pool.js'
import type { LedgerScope } from './accounts.js'
import { lockAccounts, type NewTransfer, writeTransfers } from './write-transfers.js'

export type Hold = { amountHoldId: bigint; feeHoldId: bigint | undefined }
export type Shortfall = { requiredSen: bigint; availableSen: bigint; shortfallSen: bigint }

/**
 * Sets aside what a batch will pay: one pending transfer for its amounts, one for its fees (none where they are zero).
 *
 * @returns the holds, or what is missing; then nothing was written.
 */
export async function holdFunds(
  connection: Connection,
  scope: LedgerScope,
  { batchId, amountSen, feeSen }: { batchId: string; amountSen: bigint; feeSen: bigint }
): Promise<Hold | Shortfall> {
  // All three before the balance is read: what is read stays true until the commit.
  await lockAccounts(connection, scope, ['available', 'fees', 'rail_clearing'])
  const availableSen = await readAvailable(connection, scope)
  const requiredSen = amountSen + feeSen
  if (availableSen < requiredSen) return { requiredSen, availableSen, shortfallSen: requiredSen - availableSen }

  const holds: NewTransfer[] = [
    { kind: 'pending', purpose: 'batch_amounts', debitAccount: 'available', creditAccount: 'rail_clearing', amountSen, batchId }
  ]
  if (feeSen > 0n) {
    holds.push({
      kind: 'pending',
      purpose: 'batch_fees',
      debitAccount: 'available',
      creditAccount: 'fees',
      amountSen: feeSen,
      batchId
    })
  }
  const [amountHoldId, feeHoldId] = await writeTransfers(connection, scope, holds)
  return { amountHoldId: amountHoldId!, feeHoldId }
}

async function readAvailable(connection: Connection, scope: LedgerScope): Promise<bigint> {
  const { rows } = await connection.query<{ available: bigint }>({
    name: 'read-available',
    text: `SELECT credits_posted - debits_posted - debits_pending AS available
           FROM ledger_accounts WHERE merchant_id = $1 AND is_live = $2 AND kind = 'available'`,
    values: [scope.merchantId, scope.isLive]
  })
  return rows[0]!.available
}
