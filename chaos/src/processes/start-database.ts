import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@arus/server'

export type Database = {
  url: string
  /** Immediate mode: no backend finishes anything, and the next start recovers. Resolves when it is gone. */
  stopAtOnce(): Promise<void>
  startAgain(): Promise<void>
  stop(): Promise<void>
}

/** Starts a PostgreSQL with the settings that real ones have: fsync, full page writes and synchronous commits are on. */
export async function startDatabase(dataFolder: string): Promise<Database> {
  const uses: EmbeddedPostgres[] = []
  const use = async () => {
    const postgres = await startEmbeddedPostgres({ dataFolder, log: () => {} })
    uses.push(postgres)
    return postgres
  }
  const { databaseUrl: url, dataFolder: path } = await use()
  const pidFile = join(path, 'postgres', 'postmaster.pid')

  return {
    url,
    async stopAtOnce() {
      const processId = Number((await readFile(pidFile, 'utf8')).split('\n')[0])
      process.kill(processId, 'SIGQUIT')
      while (isThere(processId)) await delay(5)
    },
    async startAgain() {
      const again = await use()
      if (again.databaseUrl !== url) throw new Error('PostgreSQL came back on another port: somebody had taken its own')
    },
    async stop() {
      for (const one of uses.splice(0)) await one.stop()
    }
  }
}

function isThere(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch {
    return false
  }
}
