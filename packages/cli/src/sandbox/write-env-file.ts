import { chmod, readFile, realpath, rename, writeFile } from 'node:fs/promises'
import { CommandError } from '../command-line/command-result.js'

/** What a client of the sandbox is configured with, in the order of the file. */
export type EnvVariables = Readonly<Record<string, string>>

export type EnvFileOptions = {
  /** Overwrite variables that the file gives another value. */
  isForced: boolean
}

/**
 * Puts variables into a `.env` file, readable by its owner alone. Lines of others stay as they are, and variables that stand
 * there already keep their place. The file is replaced whole, so that nobody reads half of one.
 *
 * @throws {CommandError} (usage) when a variable has another value there, unless `isForced`; the values are not shown
 */
export async function writeEnvFile(path: string, variables: EnvVariables, { isForced }: EnvFileOptions): Promise<void> {
  const before = await readExisting(path)
  const text = mergeEnvText(before ?? '', variables, { isForced, path })
  if (text === before) return chmod(path, 0o600)
  // Through a link to the file that it stands for, which would else be replaced by a file of its own.
  const target = before === undefined ? path : await realpath(path)
  const temporary = `${target}.${process.pid}.tmp`
  try {
    await writeFile(temporary, text, { mode: 0o600 })
    await rename(temporary, target)
  } catch (error) {
    throw new CommandError('usage', `${path} can't be written: ${(error as Error).message}`)
  }
}

async function readExisting(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new CommandError('usage', `${path} can't be read: ${(error as Error).message}`)
  }
}

/**
 * The file's new text.
 *
 * @throws {CommandError} (usage) as {@link writeEnvFile}
 */
export function mergeEnvText(
  before: string,
  variables: EnvVariables,
  { isForced, path }: EnvFileOptions & { path: string }
): string {
  const newline = before.includes('\r\n') ? '\r\n' : '\n'
  const missing = new Map(Object.entries(variables))
  const differing: string[] = []
  const lines = splitEntries(before, newline).map((entry) => {
    const name = nameOf(entry)
    const value = name === undefined ? undefined : variables[name]
    if (name === undefined || value === undefined) return entry
    missing.delete(name)
    if (readValue(entry) === value) return entry
    differing.push(name)
    return lineOf(name, value)
  })
  if (differing.length > 0 && !isForced) {
    throw new CommandError(
      'usage',
      `${path} has other values of ${[...new Set(differing)].join(', ')}: give --force to overwrite them, or another file`
    )
  }
  while (lines.at(-1) === '') lines.pop()
  return [...lines, ...[...missing].map(([name, value]) => lineOf(name, value)), ''].join(newline)
}

/** Lines, with those of one value between quotes kept together. */
function splitEntries(text: string, newline: string): string[] {
  const lines = text.split(/\r?\n/)
  const entries: string[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const first = lines[index]!
    const quote = /^\s*(?:export\s+)?[\w.-]+\s*=\s*(["'`])/.exec(first)?.[1]
    const start = quote === undefined ? 0 : first.indexOf(quote) + 1
    if (quote === undefined || first.indexOf(quote, start) >= 0) {
      entries.push(first)
      continue
    }
    const end = lines.findIndex((line, later) => later > index && line.includes(quote))
    // A quote that nothing closes is a character of its value.
    entries.push(end < 0 ? first : lines.slice(index, end + 1).join(newline))
    if (end >= 0) index = end
  }
  return entries
}

function nameOf(entry: string): string | undefined {
  return /^\s*(?:export\s+)?([\w.-]+)\s*=/.exec(entry)?.[1]
}

function readValue(entry: string): string {
  const written = entry.slice(entry.indexOf('=') + 1).trim()
  const quoted = /^(["'`])([\s\S]*?)\1/.exec(written)
  if (quoted === null) return written.replace(/\s+#.*$/, '').replaceAll('\\n', '\n')
  return (quoted[1] === '"' ? quoted[2]!.replaceAll('\\n', '\n') : quoted[2]!).replaceAll('\r\n', '\n')
}

/** On one line, which every reader of such files takes: a line break is written out, between double quotes. */
function lineOf(name: string, value: string): string {
  return /^[\w.:/-]*$/.test(value) ? `${name}=${value}` : `${name}="${value.replaceAll('\n', '\\n')}"`
}
