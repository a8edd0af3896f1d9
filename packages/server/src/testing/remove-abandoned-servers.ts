import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identifyProcess } from '../database/embedded-postgres/identify-process.js'
import { stopAbandonedPostgres } from '../database/embedded-postgres.js'
import { findFastFolder } from './find-fast-folder.js'

/** Followed by the number of the process that made the folder. */
export const SERVER_FOLDER_PREFIX = 'arus-test-server-'

/** Stops and removes the servers of test runs that were killed: nobody else would. */
export async function removeAbandonedServers(): Promise<void> {
  for (const place of new Set([await findFastFolder(), tmpdir()])) {
    const names = (await readdir(place)).filter((name) => name.startsWith(SERVER_FOLDER_PREFIX))
    for (const name of names)
      await removeIfAbandoned(join(place, name), Number.parseInt(name.slice(SERVER_FOLDER_PREFIX.length), 10))
  }
}

async function removeIfAbandoned(folder: string, maker: number): Promise<void> {
  if ((await identifyProcess(maker)) !== undefined) return
  try {
    await stopAbandonedPostgres(folder)
    await removeServerFolder(folder)
  } catch {
    // Another user's; or another run is removing it at this moment.
  }
}

export async function removeServerFolder(dataFolder: string): Promise<void> {
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 3 })
}
