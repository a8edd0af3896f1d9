import { appendAudit } from '../audit/append-audit.js'
import type { Connection, Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { ApiError } from '../errors/api-error.js'
import { formatAmount } from '../money/format-amount.js'
import { liftQuarantines } from '../quarantine/lift-quarantines.js'
import type { KnownRails } from './choose-account.js'
import { holdContradictedItems } from './hold-contradicted-items.js'
import { lockContradictedBatches } from './lock-contradicted-batches.js'
import { lockStatements } from './lock-statements.js'
import { matchLines } from './match-lines.js'
import { matchReturns } from './match-returns.js'
import { openStatementCases } from './open-statement-cases.js'
import { postStatement } from './post-statement.js'
import { recordReturns } from './record-returns.js'
import { readUnpaidItems, recordStatement } from './record-statement.js'
import { type NewStatement, readStatement, type StatementRow } from './statement.js'
import { storeOnce } from './store-statement.js'

/** So often items are told that the statement has them before it is compared all the same: they are a person's then. */
const MAX_TRIES = 3

/** A statement that was compared, and whether it had been before: then nothing was done now. */
export type Reconciliation = { statement: StatementRow; wasReconciled: boolean }

/**
 * Compares a bank's statement with the items of its mode. What the bank paid and what is done here is matched, each item
 * once for ever, and moves from `rail_clearing` to `external` in one transfer for each merchant; what differs opens
 * cases; what the bank paid and is open or failed here, or what is done and came back, is told like any other word of the bank.
 *
 * The lines are written first, all or none; what follows can be done again. So a process that ends in between loses
 * nothing: the same file goes on from there, and once it is reconciled, the same file changes nothing.
 *
 * @param rails those that this server is configured with
 * @throws ApiError DPAY_INVALID_REQUEST where the statement can't be one of these books; nothing is written then.
 * INVALID_DISBURSEMENT_STATUS while items that it has are being sent: the same file goes on from there later
 *
 * @example
 * const { statement } = await reconcileStatement(pool, { isLive: true, merchantId: undefined, fileName: 'july.csv', … })
 */
export async function reconcileStatement(pool: Pool, given: NewStatement, rails: KnownRails = []): Promise<Reconciliation> {
  const { isLive, submittedBy: actor } = given
  const { id: statementId } = await withTransaction(pool, async (connection) => {
    await lockStatements(connection, isLive)
    return await storeOnce(connection, given, rails)
  })
  for (let tries = 1; ; tries += 1) {
    await recordStatement(pool, { statementId, isLive, actor })
    await recordReturns(pool, { statementId, isLive, actor })
    const ending = await withTransaction(pool, async (connection): Promise<'reconciled' | 'known' | 'again'> => {
      await lockStatements(connection, isLive)
      if ((await readStatement(connection, statementId)).reconciledAt !== null) return 'known'
      const untold = await readUnpaidItems(connection, { statementId, isLive })
      refuseWhileSent(untold)
      // An item whose worker let go of it, or that came here, since the others were told.
      if (untold.length > 0 && tries < MAX_TRIES) return 'again'
      await matchLines(connection, { statementId, isLive })
      await matchReturns(connection, { statementId, isLive })
      await finish(connection, { statementId, isLive, actor })
      return 'reconciled'
    })
    if (ending === 'again') continue
    return await finishReconciliation(pool, { statementId, isLive, actor, rails, wasReconciled: ending === 'known' })
  }
}

/** What is being sent can't be told that it is paid: it would be sent all the same. */
function refuseWhileSent(items: { sendingUntil: string | null }[]): void {
  const until = items.flatMap(({ sendingUntil }) => (sendingUntil === null ? [] : [sendingUntil])).sort()
  if (until.length === 0) return
  throw new ApiError('INVALID_DISBURSEMENT_STATUS', {
    message:
      `${until.length} of the payments on this statement are being sent at this moment: workers have them until ${until.at(-1)}, ` +
      'and keep them for longer where their turn comes later. Give the same file again then, and it goes on from here'
  })
}

async function finishReconciliation(
  pool: Pool,
  {
    statementId,
    wasReconciled,
    ...lift
  }: { statementId: string; isLive: boolean; actor: string; rails: KnownRails; wasReconciled: boolean }
): Promise<Reconciliation> {
  // For itself, since it waits for the intake: no account may be locked meanwhile. The same file does it again if need be.
  await withTransaction(pool, (connection) => liftQuarantines(connection, lift))
  return { statement: await readStatement(pool, statementId), wasReconciled }
}

async function finish(
  connection: Connection,
  { statementId, isLive, actor }: { statementId: string; isLive: boolean; actor: string }
): Promise<void> {
  const contradicted = await lockContradictedBatches(connection, { statementId, isLive })
  const missingThereItems = await openStatementCases(connection, { statementId, isLive })
  for (const batch of contradicted) await holdContradictedItems(connection, batch)
  // After everything else: it locks the accounts, for which payments wait.
  await postStatement(connection, statementId, isLive)
  const statement = await countLines(connection, statementId, missingThereItems)
  await appendAudit(connection, {
    merchantId: statement.merchantId,
    isLive,
    actor,
    action: 'statement.reconciled',
    subject: statementId,
    detail: {
      file_name: statement.fileName,
      period_from: statement.periodFrom,
      period_to: statement.periodTo,
      rail: statement.rail,
      account: statement.account,
      lines: statement.lineCount,
      matched_lines: statement.matchedLines,
      matched_amount: formatAmount(statement.matchedAmountSen),
      returned_lines: statement.returnedLines
    }
  })
}

async function countLines(connection: Connection, statementId: string, missingThereItems: number): Promise<StatementRow> {
  await connection.query({
    name: 'count-lines',
    text: `UPDATE statements
           SET seen_before_lines = own.seen_before, missing_here_lines = own.missing_here, amount_differs_lines = own.amount_differs,
               paid_twice_lines = own.paid_twice, contradicted_lines = own.contradicted,
               matched_lines = matched.lines, matched_amount_sen = matched.amount_sen, missing_there_items = $2,
               returned_lines = (SELECT count(*) FROM statement_returns WHERE matched_in = $1 AND state = 'returned'),
               return_unclear_lines = back.unclear, return_missing_here_lines = back.missing_here, reconciled_at = arus_now()
           FROM (
             SELECT count(*) FILTER (WHERE state = 'seen_before') AS seen_before, count(*) FILTER (WHERE state = 'missing_here') AS missing_here,
                    count(*) FILTER (WHERE state = 'amount_differs') AS amount_differs, count(*) FILTER (WHERE state = 'paid_twice') AS paid_twice,
                    count(*) FILTER (WHERE state = 'contradicted') AS contradicted
             FROM statement_lines WHERE statement_id = $1) AS own,
             (SELECT count(*) FILTER (WHERE state = 'return_unclear') AS unclear, count(*) FILTER (WHERE state = 'missing_here') AS missing_here
              FROM statement_returns WHERE statement_id = $1) AS back,
             (SELECT count(*) AS lines, coalesce(sum(amount_sen), 0) AS amount_sen FROM statement_lines WHERE matched_in = $1 AND state = 'matched') AS matched
           WHERE id = $1`,
    values: [statementId, missingThereItems]
  })
  return await readStatement(connection, statementId)
}
