import type { Pool } from '../../database/create-pool.js'
import type { RailTransfer } from '../rail.js'

/** A transfer as the bank decided it, about to be written into its book. */
export type Booking = RailTransfer & {
  status: 'accepted' | 'paid' | 'rejected'
  code: string
  reason: string
  /** How long an accepted transfer takes to be paid. */
  paysAfterMs: number | null
}

/**
 * Writes transfers into the simulated bank's book.
 *
 * @returns for each booking the bank's own number, or undefined where the bank refuses the repeated reference.
 */
export async function bookTransfers(
  pool: Pool,
  bookings: Booking[],
  options: { refusesRepeatsForMs: number | undefined }
): Promise<(bigint | undefined)[]> {
  const ids = await insertTransfers(pool, bookings, options.refusesRepeatsForMs !== undefined)
  const refused = bookings.filter((_, position) => ids[position] === undefined)
  if (refused.length === 0 || options.refusesRepeatsForMs === undefined) return ids
  const forgotten = await forgetReferences(
    pool,
    refused.map((booking) => booking.reference),
    options.refusesRepeatsForMs
  )
  if (forgotten === 0) return ids
  const laterIds = await insertTransfers(pool, refused, true)
  return ids.map((id) => id ?? laterIds.shift())
}

async function insertTransfers(pool: Pool, bookings: Booking[], refusesRepeats: boolean): Promise<(bigint | undefined)[]> {
  const result = await pool.query<{ id: bigint; reference: string }>({
    name: 'simulated-bank-insert-transfers',
    // In the order of the references, so that two groups with some in common wait for each other and never deadlock.
    text: `
      INSERT INTO simulated_bank.transfers (reference, bank_code, account_number, amount_sen, status, code, reason, pays_at, guarded_reference)
      SELECT reference, bank_code, account_number, amount_sen, status, code, reason,
             arus_now() + pays_after_ms * interval '1 millisecond',
             CASE WHEN $9 THEN reference END
        FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::integer[])
          AS booking (reference, bank_code, account_number, amount_sen, status, code, reason, pays_after_ms)
       ORDER BY reference
      ON CONFLICT (guarded_reference) DO NOTHING
      RETURNING id, reference`,
    values: [
      bookings.map((booking) => booking.reference),
      bookings.map((booking) => booking.bankCode),
      bookings.map((booking) => booking.accountNumber),
      bookings.map((booking) => booking.amountSen),
      bookings.map((booking) => booking.status),
      bookings.map((booking) => booking.code),
      bookings.map((booking) => booking.reason),
      bookings.map((booking) => booking.paysAfterMs),
      refusesRepeats
    ]
  })
  const idsByReference = new Map<string, bigint[]>()
  for (const { reference, id } of result.rows) {
    const ids = idsByReference.get(reference)
    if (ids === undefined) idsByReference.set(reference, [id])
    else ids.push(id)
  }
  return bookings.map((booking) => idsByReference.get(booking.reference)?.shift())
}

/** A bank keeps references for a while only. Past that it takes a repeat for a new transfer. */
async function forgetReferences(pool: Pool, references: string[], refusesRepeatsForMs: number): Promise<number> {
  const result = await pool.query(
    `UPDATE simulated_bank.transfers SET guarded_reference = NULL
      WHERE guarded_reference = ANY($1) AND received_at <= arus_now() - $2 * interval '1 millisecond'`,
    [references, refusesRepeatsForMs]
  )
  return result.rowCount ?? 0
}
