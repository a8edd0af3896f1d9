import type { Connection, Pool } from '../../database/create-pool.js'
import { withTransaction } from '../../database/with-transaction.js'
import type { RailTransfer } from '../rail.js'

/** What a person at the bank decides about one transfer. */
export type Settlement = Omit<RailTransfer, 'accountOwnerName'> & {
  outcome: 'done' | 'failed'
  /** Said with a failure, and given back when the bank is asked. */
  reason?: string
}

/**
 * Settles a transfer by hand, as a person at the simulated bank would, whatever became of it before.
 *
 * `done`: the book then has a paid transfer with that reference; one is added only where none is there. `failed`: none
 * of its transfers stays paid: what was paid is reversed, what was not is rejected, and asked about it the bank says
 * rejected, with the reason.
 */
export async function settleTransfer(pool: Pool, settlement: Settlement): Promise<void> {
  await withTransaction(pool, async (connection) => {
    // Two people settling one transfer at the same time would each find nothing there, and each add one.
    await connection.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`simulated_bank:${settlement.reference}`])
    if (settlement.outcome === 'done') await makePaid(connection, settlement)
    else await makeFailed(connection, settlement)
  })
}

async function makePaid(connection: Connection, settlement: Settlement): Promise<void> {
  const changed = await connection.query(
    `UPDATE simulated_bank.transfers SET status = 'paid', code = '', reason = ''
      WHERE id = (SELECT id FROM simulated_bank.book WHERE reference = $1
                   ORDER BY array_position(ARRAY['paid', 'accepted', 'reversed', 'rejected'], status), id LIMIT 1)`,
    [settlement.reference]
  )
  if (changed.rowCount === 0) await addTransfer(connection, settlement, 'paid', '', '')
}

async function makeFailed(connection: Connection, settlement: Settlement): Promise<void> {
  const reason = settlement.reason ?? 'rejected by the bank'
  const changed = await connection.query(
    `UPDATE simulated_bank.transfers AS transfer
        SET status = CASE WHEN book.status IN ('paid', 'reversed') THEN 'reversed' ELSE 'rejected' END,
            code = $2, reason = $3
       FROM simulated_bank.book
      WHERE transfer.reference = $1 AND book.id = transfer.id`,
    [settlement.reference, SETTLED_AS_FAILED, reason]
  )
  if (changed.rowCount === 0) await addTransfer(connection, settlement, 'rejected', SETTLED_AS_FAILED, reason)
}

/** The code of a transfer that a person made fail. */
export const SETTLED_AS_FAILED = 'SETTLED_AS_FAILED'

/** Guarded, so that a bank that refuses repeats refuses this reference too; a transfer that came in just now gives way. */
async function addTransfer(
  connection: Connection,
  settlement: Settlement,
  status: string,
  code: string,
  reason: string
): Promise<void> {
  await connection.query(
    `INSERT INTO simulated_bank.transfers (reference, bank_code, account_number, amount_sen, status, code, reason, guarded_reference)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $1)
     ON CONFLICT (guarded_reference) DO UPDATE SET status = excluded.status, code = excluded.code, reason = excluded.reason`,
    [settlement.reference, settlement.bankCode, settlement.accountNumber, settlement.amountSen, status, code, reason]
  )
}
