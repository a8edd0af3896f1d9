import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MigrationError } from './migration-error.js'

/** One SQL file of the migrations folder. */
export type Migration = {
  number: number
  /** The file's name without number and ending: `0004_batches.sql` is `batches`. */
  name: string
  sql: string
  /** SHA-256 of the text, in hexadecimal. */
  checksum: string
}

const FILE_NAME = /^(\d{4})_([a-z0-9_]+)\.sql$/

/**
 * Reads the migrations of a folder, in order.
 *
 * @throws MigrationError when a file's name is not `0001_name.sql`, or when the numbers don't run 1, 2, 3, … without a
 * gap or a repeat: two branches that both added `0009` must be put in order by a person.
 */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const fileNames = (await readdir(folder)).filter((fileName) => fileName.endsWith('.sql')).sort()
  const migrations = await Promise.all(fileNames.map((fileName) => readMigration(folder, fileName)))
  for (const [index, migration] of migrations.entries()) {
    if (migration.number !== index + 1) throw new MigrationError(describeDisorder(fileNames, index, migration.number))
  }
  return migrations
}

async function readMigration(folder: string, fileName: string): Promise<Migration> {
  const match = FILE_NAME.exec(fileName)
  if (match === null) throw new MigrationError(`the migration file ${fileName} must be named like 0001_name.sql`)
  const sql = await readFile(join(folder, fileName), 'utf8')
  return { number: Number(match[1]), name: match[2]!, sql, checksum: checksumOf(sql) }
}

/** A checkout may end its lines in CRLF; that changes nothing that PostgreSQL sees. */
function checksumOf(sql: string): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
}

function describeDisorder(fileNames: string[], index: number, number: number): string {
  if (number === index) return `two migration files have the same number: ${fileNames[index - 1]} and ${fileNames[index]}`
  const missing = String(index + 1).padStart(4, '0')
  return `the migration file ${missing} is missing: ${fileNames[index]} comes in its place`
}
