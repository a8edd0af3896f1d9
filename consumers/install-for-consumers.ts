import { execFile } from 'node:child_process'
import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const WORKSPACE_MODULES = pathOf('../node_modules')
const FLAGS = ['--offline', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts']

/** A consumer's folder, out of the workspace, with the packed packages in reach. */
export type Consumer = {
  folder: string
  /** Compiles it, and fails with what the compiler says. */
  compile: () => Promise<void>
  /** Runs a script of it by this Node or another runtime, and gives the JSON that it prints. */
  run: (words: readonly string[], options?: RunOptions) => Promise<Record<string, unknown>>
}

export type RunOptions = {
  /** The program and its first words. Default: this Node. */
  runtime?: readonly string[]
  environment?: Readonly<Record<string, string>>
}

/**
 * Installs packed packages as a user would, without a network, out of the workspace. That takes npm seconds, so it is done
 * once, in the folder that consumers are then copied into.
 *
 * @param what tarballs, or aliases of one: `dana-node@file:/tmp/arus-dana-0.1.0.tgz`
 * @param files more files for the folder of each consumer, by name
 */
export async function installForConsumers(
  what: readonly string[],
  parent: string,
  files: Readonly<Record<string, string>> = {}
): Promise<(name: string) => Promise<Consumer>> {
  await writeFile(join(parent, 'package.json'), '{ "private": true }\n')
  await run('npm', ['install', ...FLAGS, ...what], { cwd: parent })
  return async (name) => {
    const folder = join(parent, name)
    await cp(pathOf(name), folder, { recursive: true })
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text)
    return { folder, compile: () => compile(folder), run: (words, options) => runConsumer(folder, words, options) }
  }
}

/**
 * By the workspace's compiler and Node types: a consumer has its own, and none can be fetched without a network. What the
 * packages declare is checked, and not what TypeScript itself does: that took most of the time.
 */
async function compile(folder: string): Promise<void> {
  const compiler = join(WORKSPACE_MODULES, 'typescript/bin/tsc')
  const typeRoots = join(WORKSPACE_MODULES, '@types')
  const words = ['-p', '.', '--typeRoots', typeRoots, '--skipDefaultLibCheck']
  await run(process.execPath, [compiler, ...words], { cwd: folder }).catch((error) => {
    throw new Error(error.stdout)
  })
}

async function runConsumer(
  folder: string,
  words: readonly string[],
  { runtime = [process.execPath], environment = {} }: RunOptions = {}
): Promise<Record<string, unknown>> {
  const [program, ...first] = runtime as [string, ...string[]]
  // Nothing of the tests' own environment but what a program needs to start.
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, ...environment }
  const { stdout } = await run(program, [...first, ...words], { cwd: folder, env, timeout: 60_000 })
  return JSON.parse(stdout)
}
