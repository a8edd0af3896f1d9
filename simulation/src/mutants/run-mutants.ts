import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Edit, Mutant } from './mutant.js'
import { MUTANTS } from './mutants.js'

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url))

/** What a seed finds it must find again every time. */
const REPLAYS = 2

export type Caught = { mutant: Mutant; lines: string[]; seed: number | undefined; finding: string; isSame: boolean }

export type MutantOptions = {
  serverFolder: string
  /** How many seeds are tried where the known one finds nothing. */
  runs: number
  /** Only those whose names hold this. */
  only?: string
  /** How many are tried side by side. */
  jobs?: number
}

/** Takes one defence after another out of a copy of the compiled server, and lets seeds find that it is missing. */
export async function* runMutants({ serverFolder, runs, only = '', jobs = 1 }: MutantOptions): AsyncGenerator<Caught> {
  const waiting = MUTANTS.filter(({ name }) => name.includes(only))
  const running: Promise<Caught>[] = []
  while (waiting.length > 0 || running.length > 0) {
    while (waiting.length > 0 && running.length < jobs) running.push(lookFor(waiting.shift()!, serverFolder, runs))
    yield await running.shift()!
  }
}

async function lookFor(mutant: Mutant, serverFolder: string, runs: number): Promise<Caught> {
  const folder = await copyServer(serverFolder)
  try {
    const lines: string[] = []
    for (const edit of mutant.edits) lines.push(await applyEdit(folder, serverFolder, edit))
    const known = mutant.seed === undefined ? undefined : await search(folder, mutant, mutant.seed, 1)
    const found = known ?? (await search(folder, mutant, 1, runs))
    return { mutant, lines, seed: found?.seed, finding: found?.finding ?? 'NOT FOUND', isSame: found?.isSame ?? false }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function copyServer(serverFolder: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'arus-mutant-'))
  for (const name of ['dist', 'migrations', 'package.json'])
    await cp(join(serverFolder, name), join(folder, name), { recursive: true })
  await symlink(fileURLToPath(new URL('../../../node_modules', import.meta.url)), join(folder, 'node_modules'))
  return folder
}

/** @returns which line of the source was changed. */
async function applyEdit(folder: string, serverFolder: string, edit: Edit): Promise<string> {
  const { file, find, replace } = edit
  await writeFile(join(folder, pathOf(edit)), await readWithout(folder, edit))
  const sourcePath = file.endsWith('.sql') ? file : `src/${file}.ts`
  const source = await readFile(join(serverFolder, sourcePath), 'utf8').catch(() => '')
  const at = source.search(toPattern(find))
  const line = at === -1 ? '' : `:${source.slice(0, at).split('\n').length}`
  return `${sourcePath}${line}: ${find} ⇒ ${replace === '' ? '(nothing)' : replace}`
}

/**
 * A module of the compiled server, or a migration, with the defence taken out.
 *
 * @throws where the defence is not found, or more than once: it must be named anew.
 */
export async function readWithout(serverFolder: string, edit: Edit): Promise<string> {
  const text = await readFile(join(serverFolder, pathOf(edit)), 'utf8')
  const pattern = toPattern(edit.find)
  if (text.split(pattern).length !== 2) throw new Error(`${edit.file} has not exactly one place with: ${edit.find}`)
  return text.replace(pattern, () => edit.replace)
}

function pathOf({ file }: Edit): string {
  return file.endsWith('.sql') ? file : `dist/${file}.js`
}

/** The compiler ends statements with a semicolon and lays out lines anew; between words any space is as good as another. */
function toPattern(find: string): RegExp {
  const words = find.trim().split(/\s+/)
  return new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'))
}

async function search(
  folder: string,
  { mode, focus }: Mutant,
  seed: number,
  runs: number
): Promise<{ seed: number; finding: string; isSame: boolean } | undefined> {
  const options = [
    '--server-folder',
    folder,
    '--seed',
    String(seed),
    '--runs',
    String(runs),
    '--stop-at-first',
    '--replays',
    String(REPLAYS)
  ]
  const child = spawn(
    process.execPath,
    [MAIN, ...options, ...(mode === undefined ? [] : ['--mode', mode]), ...(focus === undefined ? [] : ['--focus', focus])],
    {
      stdio: ['ignore', 'pipe', 'inherit']
    }
  )
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  await new Promise((resolve) => child.once('close', resolve))
  if (!output.includes('runs with findings')) throw new Error(`the simulation itself failed: ${output.slice(-500)}`)
  const found = /^seed (\d+) .*found:\n {2}(.*)$/m.exec(output)
  if (found === null) return undefined
  return { seed: Number(found[1]), finding: found[2]!, isSame: output.includes(`the same in ${REPLAYS} of ${REPLAYS} replays`) }
}
