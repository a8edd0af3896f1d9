import type { Connection, Pool } from '../database/create-pool.js'
import type { KnownRails } from './choose-account.js'
import { findMissingThere, type MissingItem } from './find-missing-there.js'
import { lockStatements } from './lock-statements.js'
import { matchLines } from './match-lines.js'
import { matchReturns } from './match-returns.js'
import { type DifferingLine, readDifferingLines } from './read-differing-lines.js'
import { readReturnedItems } from './record-returns.js'
import { readUnpaidItems } from './record-statement.js'
import type { NewStatement } from './statement.js'
import { storeOnce } from './store-statement.js'

/** What reconciling a statement would find. */
export type StatementPreview = {
  rail: string | null
  account: string
  /** The same file was reconciled before: doing it again changes nothing. */
  wasReconciled: boolean
  matchedLines: number
  matchedAmountSen: bigint
  seenBeforeLines: number
  /** Items that are open or failed here and would be told that they are paid. */
  toldItems: number
  /** Items that a worker is sending at this moment: the statement is not reconciled before they are through. */
  sendingItems: number
  /** Until when workers have them; null where there are none. */
  sendingUntil: string | null
  /** Items that are done here and would be told that they came back. */
  returnedItems: number
  differingLines: DifferingLine[]
  missingThere: MissingItem[]
}

/**
 * Says what reconciling a statement would find, and changes nothing: all of it is done in a transaction that is undone.
 *
 * @throws ApiError like `reconcileStatement`
 */
export async function previewStatement(pool: Pool, given: NewStatement, rails: KnownRails = []): Promise<StatementPreview> {
  const connection = await pool.connect()
  let fault: Error | undefined
  try {
    await connection.query('BEGIN')
    return await preview(connection, given, rails)
  } finally {
    await connection.query('ROLLBACK').catch((error: Error) => {
      fault = error
    })
    connection.release(fault)
  }
}

async function preview(connection: Connection, given: NewStatement, rails: KnownRails): Promise<StatementPreview> {
  const { isLive } = given
  await lockStatements(connection, isLive)
  const statement = await storeOnce(connection, given, rails)
  const statementId = statement.id
  const wasReconciled = statement.reconciledAt !== null
  const unpaid = wasReconciled ? [] : await readUnpaidItems(connection, { statementId, isLive })
  const sending = unpaid.flatMap(({ sendingUntil }) => (sendingUntil === null ? [] : [sendingUntil])).sort()
  const returned = wasReconciled ? [] : await readReturnedItems(connection, { statementId, isLive })
  if (!wasReconciled) {
    await matchLines(connection, { statementId, isLive }, { asIfRecorded: true })
    await matchReturns(connection, { statementId, isLive }, { asIfRecorded: true })
  }
  return {
    rail: statement.rail,
    account: statement.account,
    wasReconciled,
    ...(await countMatched(connection, statementId)),
    toldItems: unpaid.length - sending.length,
    sendingItems: sending.length,
    sendingUntil: sending.at(-1) ?? null,
    returnedItems: returned.length,
    differingLines: await readDifferingLines(connection, statementId),
    missingThere: await findMissingThere(connection, statementId)
  }
}

async function countMatched(
  connection: Connection,
  statementId: string
): Promise<Pick<StatementPreview, 'matchedLines' | 'matchedAmountSen' | 'seenBeforeLines'>> {
  const { rows } = await connection.query<{ lines: number; amountSen: string; seenBefore: number }>({
    name: 'count-matched-lines',
    text: `SELECT count(*) FILTER (WHERE matched_in = $1)::integer AS lines, coalesce(sum(amount_sen) FILTER (WHERE matched_in = $1), 0)::text AS "amountSen",
             count(*) FILTER (WHERE statement_id = $1 AND state = 'seen_before')::integer AS "seenBefore"
           FROM statement_lines WHERE statement_id = $1 OR matched_in = $1`,
    values: [statementId]
  })
  const { lines, amountSen, seenBefore } = rows[0]!
  return { matchedLines: lines, matchedAmountSen: BigInt(amountSen), seenBeforeLines: seenBefore }
}
