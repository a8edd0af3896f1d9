import { join } from 'node:path'
import { lock } from 'proper-lockfile'
import { EmbeddedPostgresError } from './embedded-postgres-error.js'

/** A lock that was not touched for this long belongs to a process that is gone. */
const STALE_AFTER_MS = 3000
/** As long as a start may take: a PostgreSQL that crashed first reads its log again. */
const MAX_WAIT_MS = 300_000
const RETRY_DELAY_MS = 50

/**
 * Does the work while no other process (nor another call in this one) does any on the same data folder.
 *
 * @throws EmbeddedPostgresError when the lock is not free after five minutes.
 */
export async function withFolderLock<Result>(dataFolder: string, work: () => Promise<Result>): Promise<Result> {
  const release = await acquire(dataFolder)
  try {
    return await work()
  } finally {
    // Fails only when the lock was lost, see below; then it is not ours to release.
    await release().catch(() => {})
  }
}

async function acquire(dataFolder: string): Promise<() => Promise<void>> {
  try {
    return await lock(dataFolder, {
      lockfilePath: join(dataFolder, 'lock'),
      stale: STALE_AFTER_MS,
      update: STALE_AFTER_MS / 5,
      retries: { retries: MAX_WAIT_MS / RETRY_DELAY_MS, factor: 1, minTimeout: RETRY_DELAY_MS, maxTimeout: RETRY_DELAY_MS },
      // The machine slept, or the process was stopped, for so long that another took the lock. Ending the process,
      // the default, helps nobody: PostgreSQL itself lets no second server into its data.
      onCompromised: () => {}
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error
    throw new EmbeddedPostgresError(
      `another process has been starting or stopping the database in ${dataFolder} for five minutes`
    )
  }
}
