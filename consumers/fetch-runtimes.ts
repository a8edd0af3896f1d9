import { execFile } from 'node:child_process'
import { access, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What npm has of a runtime for one platform: a package, and the program in it. */
type Distribution = { package: string; program: string }

const nodeFor = (platform: string, version: string): Distribution => ({
  package: `node-${platform}@${version}`,
  program: 'bin/node'
})
const bunFor = (platform: string): Distribution => ({ package: `@oven/bun-${platform}@1.4.5`, program: 'bin/bun' })
const denoFor = (platform: string): Distribution => ({ package: `@deno/${platform}@2.9.6`, program: 'deno' })

/**
 * The runtimes that the packed clients are run on beside this Node, by platform. The packages that hold a program for one
 * platform are taken, not those that pick one of these when they are installed: that is a script, and scripts stay off.
 */
const RUNTIMES: Readonly<Record<string, Readonly<Record<string, Distribution>>>> = {
  'linux-x64': {
    'Node 20.19': nodeFor('linux-x64', '20.19.0'),
    'Node 22': nodeFor('linux-x64', '22.23.3'),
    'Node 24': nodeFor('linux-x64', '24.21.0'),
    Bun: bunFor('linux-x64'),
    Deno: denoFor('linux-x64-glibc')
  },
  'linux-arm64': {
    'Node 20.19': nodeFor('linux-arm64', '20.19.0'),
    'Node 22': nodeFor('linux-arm64', '22.23.3'),
    'Node 24': nodeFor('linux-arm64', '24.21.0'),
    Bun: bunFor('linux-aarch64'),
    Deno: denoFor('linux-arm64-glibc')
  }
}

/** A runtime by its name, and where its program is. */
export type Runtime = { name: string; version: string; program: string }

export const RUNTIME_NAMES = Object.keys(RUNTIMES['linux-x64']!)

/**
 * Fetches the runtimes from npm into a folder. Once fetched, npm has them in its own cache.
 *
 * @throws {Error} when there is none for this machine, when npm can't fetch one, or when one doesn't start
 */
export async function fetchRuntimes(folder: string): Promise<Map<string, Runtime>> {
  const platform = `${process.platform}-${process.arch}`
  const distributions = RUNTIMES[platform]
  if (distributions === undefined) throw new Error(`The runtimes are known for ${Object.keys(RUNTIMES)}, not ${platform}`)
  const folderOf = (name: string) => name.toLowerCase().replace(/[ .]/g, '-')
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n')
  const wanted = Object.entries(distributions).map(([name, { package: id }]) => `${folderOf(name)}@npm:${id}`)
  const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts']
  await run('npm', ['install', ...flags, ...wanted], { cwd: folder })
  const runtimes = new Map<string, Runtime>()
  for (const [name, distribution] of Object.entries(distributions)) {
    const program = join(folder, 'node_modules', folderOf(name), distribution.program)
    await access(program)
    const { stdout } = await run(program, ['--version'])
    runtimes.set(name, { name, version: stdout.split('\n', 1)[0]!, program })
  }
  return runtimes
}
