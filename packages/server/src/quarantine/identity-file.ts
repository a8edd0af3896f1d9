import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeDurably } from '../database/embedded-postgres/write-durably.js'
import { presentIdentity, type RecordedIdentity } from './database-identity.js'

/**
 * Reads which database was served last from this host; undefined where none was.
 *
 * @throws Error when the file is there and can't be read: to take it for missing would be to take any database for the right one
 */
export async function readIdentityFile(path: string): Promise<RecordedIdentity | undefined> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
  const identity = parseIdentity(text)
  if (identity !== undefined) return identity
  throw new Error(
    `${path} does not say which database was served last: put back the file that was there, or remove it if this is surely the database that was served last`
  )
}

/** Written whole or not at all, and still there after a power cut. */
export async function writeIdentityFile(path: string, identity: RecordedIdentity): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeDurably(path, `${JSON.stringify(presentIdentity(identity), null, 2)}\n`)
}

function parseIdentity(text: string): RecordedIdentity | undefined {
  let document: Record<string, unknown>
  try {
    document = JSON.parse(text) as Record<string, unknown>
  } catch {
    return undefined
  }
  const { system_identifier: systemIdentifier, database_oid: databaseOid, timeline, mark, marked_at: markedAt } = document ?? {}
  if (!isNumberText(systemIdentifier) || !isNumberText(databaseOid) || !isNumberText(mark)) return undefined
  if (typeof timeline !== 'number' || !Number.isInteger(timeline)) return undefined
  if (typeof markedAt !== 'string' || Number.isNaN(Date.parse(markedAt))) return undefined
  return { systemIdentifier, databaseOid, timeline, mark: BigInt(mark), markedAt }
}

const isNumberText = (value: unknown): value is string => typeof value === 'string' && /^\d{1,20}$/.test(value)
