import type { Connection } from '../database/create-pool.js'
import type { LedgerScope } from './accounts.js'
import { type NewTransfer, writeTransfers } from './write-transfers.js'

/**
 * Moves money between two accounts at once, within the caller's transaction.
 *
 * @example
 * await postTransfer(connection, { merchantId, isLive: false, purpose: 'topup', debitAccount: 'external', creditAccount: 'available', amountSen: 500_000_00n, topupId })
 */
export async function postTransfer(
  connection: Connection,
  { merchantId, isLive, ...transfer }: LedgerScope & Omit<NewTransfer, 'kind' | 'pendingId'>
): Promise<bigint> {
  const [id] = await writeTransfers(connection, { merchantId, isLive }, [{ kind: 'plain', ...transfer }])
  return id!
}
