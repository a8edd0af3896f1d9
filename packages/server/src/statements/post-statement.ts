import type { Connection } from '../database/create-pool.js'
import { postTransfer } from '../ledger/post-transfer.js'

/**
 * Books what a statement confirms of each merchant's payments: what was paid has left the rail for the world outside, and
 * what came back is on the rail again. Of that, its correction has gone on to `suspense`.
 */
export async function postStatement(connection: Connection, statementId: string, isLive: boolean): Promise<void> {
  const { rows } = await connection.query<{ merchantId: string; isReturn: boolean; amountSen: string }>({
    name: 'sum-matched-lines',
    text: `SELECT merchant_id AS "merchantId", is_return AS "isReturn", sum(amount_sen)::text AS "amountSen" FROM (
             SELECT merchant_id, amount_sen, false AS is_return FROM statement_lines WHERE matched_in = $1 AND state = 'matched'
             UNION ALL SELECT merchant_id, amount_sen, true FROM statement_returns WHERE matched_in = $1 AND state = 'returned') AS line
           GROUP BY 1, 2 ORDER BY 1, 2`,
    values: [statementId]
  })
  for (const { merchantId, isReturn, amountSen } of rows) {
    await postTransfer(connection, {
      merchantId,
      isLive,
      purpose: isReturn ? 'statement_return' : 'statement',
      debitAccount: isReturn ? 'external' : 'rail_clearing',
      creditAccount: isReturn ? 'rail_clearing' : 'external',
      amountSen: BigInt(amountSen),
      statementId
    })
  }
}
