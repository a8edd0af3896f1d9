import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from './write-durably.js'

/** What must be remembered about a data folder's PostgreSQL. Only the owner of the folder can read it. */
export type ServerFile = {
  password: string
  /** The port that it listened on last. */
  port?: number
}

/** @returns what is remembered; a new password, already stored, when nothing is. */
export async function readServerFile(dataFolder: string): Promise<ServerFile> {
  try {
    return JSON.parse(await readFile(pathOf(dataFolder), 'utf8')) as ServerFile
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const made = { password: randomBytes(24).toString('base64url') }
  await writeServerFile(dataFolder, made)
  return made
}

/** Replaces what is remembered: a crash leaves the old file or the new one. */
export async function writeServerFile(dataFolder: string, content: ServerFile): Promise<void> {
  await writeDurably(pathOf(dataFolder), JSON.stringify(content))
}

function pathOf(dataFolder: string): string {
  return join(dataFolder, 'server.json')
}
