import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { MASTER_KEY_BYTES } from './derive-key.js'
import type { MasterKey } from './master-key.js'
import { MasterKeyError } from './master-key-error.js'

export type LoadedMasterKey = {
  key: MasterKey
  /** It lies beside the data that it protects: good enough for test mode only. */
  isKept: boolean
}

const FILE_NAME = 'master-key'

/**
 * Gives the configured master key, or the one kept in the data folder, which is made there the first time (readable by
 * its owner only). Processes that start at the same time end up with the same one.
 *
 * @param second opens what it sealed, while one key takes the place of the other
 * @throws MasterKeyError when the kept file isn't a key, since making another would lose every stored secret, and when
 * others than its owner can read it
 */
export async function loadMasterKey(
  configured: Buffer | undefined,
  dataFolder: string,
  second?: Buffer
): Promise<LoadedMasterKey> {
  const beside = (key: Buffer): MasterKey => (second === undefined || second.equals(key) ? key : [key, second])
  if (configured !== undefined) return { key: beside(configured), isKept: false }
  const path = join(dataFolder, FILE_NAME)
  const key = (await readKey(path)) ?? (await makeKey(dataFolder, path))
  return { key: beside(key), isKept: true }
}

async function readKey(path: string): Promise<Buffer | undefined> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== MASTER_KEY_BYTES)
    throw new MasterKeyError(`${path} does not hold a master key; put back the one that was there`)
  await refuseReadableByOthers(path)
  return key
}

/** Windows has no such bits, and says that everybody may read. */
async function refuseReadableByOthers(path: string): Promise<void> {
  const { mode } = await stat(path)
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new MasterKeyError(`${path} can be read by others than its owner, and so can every secret: run chmod 600 ${path}`)
}

/** Written whole under another name first: whoever finds the file finds all of it. */
async function makeKey(dataFolder: string, path: string): Promise<Buffer> {
  await mkdir(dataFolder, { recursive: true })
  const temporary = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(temporary, 'wx', 0o600)
  try {
    await file.writeFile(`${randomBytes(MASTER_KEY_BYTES).toString('base64')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    // Unlike a rename, this fails when another process was first.
    await link(temporary, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(temporary, { force: true })
  }
  return (await readKey(path))!
}
