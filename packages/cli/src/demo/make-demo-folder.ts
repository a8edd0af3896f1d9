import { mkdir, readdir, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Surroundings } from '../command-line/surroundings.js'

/**
 * Makes a folder that nothing else uses, below the one where this user's data live. Folders of demos that are gone are
 * removed first, and a PostgreSQL that a killed demo left behind is stopped.
 */
export async function makeDemoFolder(environment: Surroundings['environment'], now: Date): Promise<string> {
  const { defaultDataFolder } = await import('@arus/server/operator')
  const configured = environment.ARUS_DATA_DIR?.trim() ?? ''
  const base = configured === '' ? await defaultDataFolder({ home: homedir(), uid: process.getuid?.() }) : configured
  const demoFolder = join(base, 'demo')
  await removeOld(demoFolder)
  const folder = join(demoFolder, `${now.toISOString().replace(/[:.]/g, '-')}-${process.pid}`)
  await mkdir(folder, { recursive: true })
  return folder
}

async function removeOld(demoFolder: string): Promise<void> {
  const { stopAbandonedPostgres } = await import('@arus/server/operator')
  for (const name of await readdir(demoFolder).catch(() => [])) {
    const processId = /^\d{4}-[\dTZ-]+-(\d+)$/.exec(name)?.[1]
    if (processId === undefined || isAlive(Number(processId))) continue
    const folder = join(demoFolder, name)
    // Another demo that starts at this moment may remove the same one; what one of them can't, the next will.
    await stopAbandonedPostgres(folder)
      .then(() => rm(folder, { recursive: true, force: true }))
      .catch(() => {})
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
