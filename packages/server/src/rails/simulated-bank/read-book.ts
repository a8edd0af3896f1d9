import type { Queryable } from '../../database/create-pool.js'

/** One transfer in the simulated bank's book, as it stands now. */
export type BookEntry = {
  id: bigint
  reference: string
  bankCode: string
  accountNumber: string
  amountSen: bigint
  status: 'accepted' | 'paid' | 'rejected' | 'reversed'
  /** Why it was rejected or reversed; '' otherwise. */
  code: string
  reason: string
  receivedAt: string
}

/**
 * Reads the simulated bank's book, oldest entry first: what was truly paid, whatever the server believes. Two `paid`
 * entries with one reference are a double payment.
 *
 * @param options.references only the entries with these references; all of them where left out.
 *
 * @example
 * const paid = (await readBook(pool)).filter((entry) => entry.status === 'paid')
 */
export async function readBook(connection: Queryable, options: { references?: string[] } = {}): Promise<BookEntry[]> {
  const result = await connection.query<BookEntry>(
    `SELECT id, reference, bank_code AS "bankCode", account_number AS "accountNumber", amount_sen AS "amountSen", status, code, reason,
            received_at AS "receivedAt"
       FROM simulated_bank.book
      WHERE $1::text[] IS NULL OR reference = ANY($1)
      ORDER BY id`,
    [options.references ?? null]
  )
  return result.rows
}
