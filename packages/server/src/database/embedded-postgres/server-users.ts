import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { identifyProcess } from './identify-process.js'

/**
 * Notes in the data folder that this process uses its PostgreSQL. Call it under the data folder's lock.
 *
 * @returns the file to remove when it no longer does.
 */
export async function registerUser(dataFolder: string): Promise<string> {
  const folder = usersFolder(dataFolder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${process.pid}-${randomBytes(4).toString('hex')}`)
  await writeFile(file, (await identifyProcess(process.pid)) ?? '', { mode: 0o600 })
  return file
}

/**
 * Removes what crashed processes left, and says whether a live one is among the users. A process that merely has the
 * number of one that is gone doesn't count. Call it under the data folder's lock.
 */
export async function hasLiveUser(dataFolder: string): Promise<boolean> {
  const fileNames = await readdir(usersFolder(dataFolder)).catch(() => [])
  const isLive = await Promise.all(
    fileNames.map((fileName) => removeUnlessLive(join(usersFolder(dataFolder), fileName), fileName))
  )
  return isLive.includes(true)
}

async function removeUnlessLive(file: string, fileName: string): Promise<boolean> {
  const registered = await readFile(file, 'utf8')
  if (registered !== '' && registered === (await identifyProcess(Number.parseInt(fileName, 10)))) return true
  await rm(file, { force: true })
  return false
}

function usersFolder(dataFolder: string): string {
  return join(dataFolder, 'users')
}
