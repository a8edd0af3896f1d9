import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identifyProcess } from '../database/embedded-postgres/identify-process.js'
import { stopAbandonedPostgres } from '../database/embedded-postgres.js'

/** Followed by the number of the process that made the folder. */
export const SERVER_FOLDER_PREFIX = 'arus-test-server-'

/** Stops and removes the servers of test runs that were killed: nobody else would. */
export async function removeAbandonedServers(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(SERVER_FOLDER_PREFIX))
  for (const name of names) {
    const maker = Number.parseInt(name.slice(SERVER_FOLDER_PREFIX.length), 10)
    if ((await identifyProcess(maker)) !== undefined) continue
    const dataFolder = join(tmpdir(), name)
    // Another user's, or another run is removing it at this moment.
    await stopAbandonedPostgres(dataFolder)
      .then(() => removeServerFolder(dataFolder))
      .catch(() => {})
  }
}

export async function removeServerFolder(dataFolder: string): Promise<void> {
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 3 })
}
