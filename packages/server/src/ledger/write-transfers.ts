import type { Connection } from '../database/create-pool.js'
import type { LedgerAccount, LedgerScope, TransferPurpose } from './accounts.js'

/**
 * One line of the ledger. `plain` moves money at once. `pending` sets it aside; `post` carries out a part of what a
 * pending one set aside, `void` gives a part back.
 */
export type NewTransfer = {
  /** Taken from the transfers' sequence before; undefined: the next one. */
  id?: bigint | undefined
  kind: 'plain' | 'pending' | 'post' | 'void'
  purpose: TransferPurpose
  debitAccount: LedgerAccount
  creditAccount: LedgerAccount
  amountSen: bigint
  pendingId?: bigint
  batchId?: string
  topupId?: string
  caseId?: string
  statementId?: string
}

type Change = { pending: bigint; posted: bigint }
type AccountChange = { debits: Change; credits: Change }

/**
 * Writes transfers and their effect on the accounts, within the caller's transaction. The one way into the ledger.
 *
 * @returns the transfers' ids, in the order given.
 * @throws when `available` would be overdrawn (a constraint of the table): callers that may meet this ask first, see hold-funds.
 */
export async function writeTransfers(connection: Connection, scope: LedgerScope, transfers: NewTransfer[]): Promise<bigint[]> {
  if (transfers.length === 0) return []
  const changes = sumChanges(transfers)
  const accounts = [...changes.keys()].sort()
  await lockAccounts(connection, scope, accounts)
  await changeAccounts(connection, scope, accounts, changes)
  return await insertTransfers(connection, scope, transfers)
}

function sumChanges(transfers: NewTransfer[]): Map<LedgerAccount, AccountChange> {
  const changes = new Map<LedgerAccount, AccountChange>()
  const of = (account: LedgerAccount): AccountChange => {
    const known = changes.get(account) ?? { debits: { pending: 0n, posted: 0n }, credits: { pending: 0n, posted: 0n } }
    changes.set(account, known)
    return known
  }
  for (const transfer of transfers) {
    const { pending, posted } = effectOf(transfer)
    const debits = of(transfer.debitAccount).debits
    debits.pending += pending
    debits.posted += posted
    const credits = of(transfer.creditAccount).credits
    credits.pending += pending
    credits.posted += posted
  }
  return changes
}

function effectOf({ kind, amountSen }: NewTransfer): Change {
  switch (kind) {
    case 'plain':
      return { pending: 0n, posted: amountSen }
    case 'pending':
      return { pending: amountSen, posted: 0n }
    case 'post':
      return { pending: -amountSen, posted: amountSen }
    case 'void':
      return { pending: -amountSen, posted: 0n }
  }
}

/** Always in the same order, after batch and items: two transactions never wait for each other in a circle. */
export async function lockAccounts(connection: Connection, scope: LedgerScope, accounts: LedgerAccount[]): Promise<void> {
  const { rowCount } = await connection.query({
    name: 'lock-accounts',
    text: 'SELECT 1 FROM ledger_accounts WHERE merchant_id = $1 AND is_live = $2 AND kind = ANY ($3::text[]) ORDER BY kind FOR UPDATE',
    values: [scope.merchantId, scope.isLive, accounts]
  })
  if (rowCount !== accounts.length)
    throw new Error(`merchant ${scope.merchantId} lacks one of the ledger accounts ${accounts.join(', ')}`)
}

async function changeAccounts(
  connection: Connection,
  scope: LedgerScope,
  accounts: LedgerAccount[],
  changes: Map<LedgerAccount, AccountChange>
): Promise<void> {
  const column = (pick: (change: AccountChange) => bigint) => accounts.map((account) => pick(changes.get(account)!))
  await connection.query({
    name: 'change-accounts',
    text: `UPDATE ledger_accounts AS account
           SET debits_pending = account.debits_pending + change.debits_pending, debits_posted = account.debits_posted + change.debits_posted,
               credits_pending = account.credits_pending + change.credits_pending, credits_posted = account.credits_posted + change.credits_posted
           FROM unnest($3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[])
                AS change (kind, debits_pending, debits_posted, credits_pending, credits_posted)
           WHERE account.merchant_id = $1 AND account.is_live = $2 AND account.kind = change.kind`,
    values: [
      scope.merchantId,
      scope.isLive,
      accounts,
      column((change) => change.debits.pending),
      column((change) => change.debits.posted),
      column((change) => change.credits.pending),
      column((change) => change.credits.posted)
    ]
  })
}

async function insertTransfers(connection: Connection, scope: LedgerScope, transfers: NewTransfer[]): Promise<bigint[]> {
  const column = <Value>(pick: (transfer: NewTransfer) => Value) => transfers.map(pick)
  const { rows } = await connection.query<{ id: bigint }>({
    name: 'insert-transfers',
    text: `INSERT INTO ledger_transfers (merchant_id, is_live, kind, purpose, debit_account, credit_account, amount_sen, pending_id, batch_id, topup_id, case_id, statement_id, id, created_at)
           OVERRIDING SYSTEM VALUE
           SELECT $1, $2, kind, purpose, debit_account, credit_account, amount_sen, pending_id, batch_id, topup_id, case_id, statement_id,
             coalesce(reserved_id, nextval(pg_get_serial_sequence('ledger_transfers', 'id'))), arus_now()
           FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[], $9::text[], $10::text[], $11::text[], $12::text[], $13::bigint[])
                WITH ORDINALITY AS line (kind, purpose, debit_account, credit_account, amount_sen, pending_id, batch_id, topup_id, case_id, statement_id, reserved_id, position)
           ORDER BY position
           RETURNING id`,
    values: [
      scope.merchantId,
      scope.isLive,
      column((transfer) => transfer.kind),
      column((transfer) => transfer.purpose),
      column((transfer) => transfer.debitAccount),
      column((transfer) => transfer.creditAccount),
      column((transfer) => transfer.amountSen),
      column((transfer) => transfer.pendingId ?? null),
      column((transfer) => transfer.batchId ?? null),
      column((transfer) => transfer.topupId ?? null),
      column((transfer) => transfer.caseId ?? null),
      column((transfer) => transfer.statementId ?? null),
      column((transfer) => transfer.id ?? null)
    ]
  })
  return rows.map((row) => row.id)
}
