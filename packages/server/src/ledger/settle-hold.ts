import type { Connection } from '../database/create-pool.js'
import type { LedgerScope } from './accounts.js'
import { type NewTransfer, writeTransfers } from './write-transfers.js'

/** What a chunk of items that became final took of their batch's holds, and what they gave back. */
export type Settlement = {
  batchId: string
  amountHoldId: bigint
  feeHoldId: bigint | undefined
  doneAmountSen: bigint
  doneFeeSen: bigint
  failedAmountSen: bigint
  failedFeeSen: bigint
}

/** The ledger transfers that a settlement made; undefined where there was nothing to move. */
export type SettlementTransfers = {
  doneAmount: bigint | undefined
  doneFee: bigint | undefined
  failedAmount: bigint | undefined
  failedFee: bigint | undefined
}

/**
 * Posts the done items' share of the batch's holds and voids the failed items' share, within the caller's transaction.
 *
 * @param reserved ids for the transfers of what is done, taken from their sequence before
 */
export async function settleHold(
  connection: Connection,
  scope: LedgerScope,
  settlement: Settlement,
  reserved: Partial<SettlementTransfers> = {}
): Promise<SettlementTransfers> {
  const lines: [keyof SettlementTransfers, NewTransfer][] = []
  const add = (name: keyof SettlementTransfers, kind: 'post' | 'void', amountSen: bigint, pendingId: bigint | undefined) => {
    if (amountSen === 0n) return
    if (pendingId === undefined) throw new Error(`batch ${settlement.batchId} has no hold to ${kind} ${name} from`)
    const isFee = name === 'doneFee' || name === 'failedFee'
    lines.push([
      name,
      {
        kind,
        purpose: isFee ? 'batch_fees' : 'batch_amounts',
        debitAccount: 'available',
        creditAccount: isFee ? 'fees' : 'rail_clearing',
        amountSen,
        pendingId,
        batchId: settlement.batchId,
        id: reserved[name]
      }
    ])
  }
  add('doneAmount', 'post', settlement.doneAmountSen, settlement.amountHoldId)
  add('doneFee', 'post', settlement.doneFeeSen, settlement.feeHoldId)
  add('failedAmount', 'void', settlement.failedAmountSen, settlement.amountHoldId)
  add('failedFee', 'void', settlement.failedFeeSen, settlement.feeHoldId)

  const ids = await writeTransfers(
    connection,
    scope,
    lines.map(([, transfer]) => transfer)
  )
  const made: SettlementTransfers = { doneAmount: undefined, doneFee: undefined, failedAmount: undefined, failedFee: undefined }
  for (const [index, [name]] of lines.entries()) made[name] = ids[index]
  return made
}
