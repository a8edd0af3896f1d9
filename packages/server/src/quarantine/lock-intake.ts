import type { Connection } from '../database/create-pool.js'

/** "arus", and 2. */
const ADVISORY_LOCK = [0x61727573, 2] as const

/**
 * Keeps the taking in of batches and the opening of a quarantine apart until the transaction's end: any number of batches
 * come in side by side, and a quarantine is opened alone.
 */
export async function lockIntake(connection: Connection, how: 'beside_others' | 'alone'): Promise<void> {
  await connection.query(
    how === 'alone'
      ? { text: 'SELECT pg_advisory_xact_lock($1, $2)', values: [...ADVISORY_LOCK] }
      : { name: 'lock-intake', text: 'SELECT pg_advisory_xact_lock_shared($1, $2)', values: [...ADVISORY_LOCK] }
  )
}
