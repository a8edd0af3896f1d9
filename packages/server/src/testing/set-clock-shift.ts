import type { Pool } from '../database/create-pool.js'

/**
 * Moves the database's clock, for every session at once: `arus_now()` becomes the real time plus this much (minus, when
 * it is negative). Each call counts from the real time, not from the shift before; 0 puts the clock right.
 *
 * @example
 * await setClockShift(pool, 24 * 60 * 60 * 1000) // tomorrow
 */
export async function setClockShift(pool: Pool, shiftMs: number): Promise<void> {
  if (!Number.isSafeInteger(shiftMs)) throw new RangeError(`the shift must be a whole number of milliseconds, not ${shiftMs}`)
  await pool.query(`
    CREATE OR REPLACE FUNCTION arus_now() RETURNS timestamptz
      LANGUAGE sql STABLE PARALLEL SAFE
      RETURN statement_timestamp() + interval '${shiftMs} milliseconds'`)
}
