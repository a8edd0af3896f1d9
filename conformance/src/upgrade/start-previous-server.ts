import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type ArusProcess, type Environment, startArusProcess } from '../system/start-arus-process.js'

const ARCHIVE = fileURLToPath(new URL('../../src/upgrade/fixtures/arus-server-0.1.0.tar.gz', import.meta.url))
/** Below the present server's own folder, so that the same installed packages are found from there. */
const CACHE = fileURLToPath(new URL('../../../packages/server/node_modules/.cache/previous-server/', import.meta.url))

/** What `arus server` was: only its server, without the command line around it. */
const PROGRAM = `
import { createLog, parseConfiguration, runServer } from './package/dist/index.js'
const configuration = parseConfiguration(process.env)
const runsApi = process.argv.includes('--api')
const server = await runServer({ configuration, runsApi, runsWorker: !runsApi, log: createLog(configuration.logLevel, process.stderr) })
console.log(JSON.stringify({ url: server.url ?? null }))
const stop = () => server.stop().then(() => process.exit(0), () => process.exit(1))
process.once('SIGTERM', stop)
process.once('disconnect', stop)
`

/** What the test needs of the server before this one beside its processes. */
type PreviousServer = Pick<typeof import('@arus/server'), 'createMerchant' | 'createApiKey'>

/** Unpacks the server before this one. @returns the folder that it lies in. */
async function unpack(): Promise<string> {
  const name = createHash('sha256')
    .update(await readFile(ARCHIVE))
    .update(PROGRAM)
    .digest('hex')
    .slice(0, 16)
  const folder = join(CACHE, name)
  await mkdir(CACHE, { recursive: true })
  const unfinished = await mkdtemp(join(CACHE, 'unfinished-'))
  await promisify(execFile)('tar', ['-xzf', ARCHIVE, '-C', unfinished])
  await writeFile(join(unfinished, 'run.js'), PROGRAM)
  await writeFile(join(unfinished, 'package.json'), '{ "type": "module" }')
  // Another run may have been quicker.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }))
  return folder
}

/** Loads the server before this one into this process. */
export async function loadPreviousServer(): Promise<PreviousServer> {
  return (await import(join(await unpack(), 'package/dist/index.js'))) as PreviousServer
}

/** Starts a process of the server before this one, and waits until it says that it is up. */
export async function startPreviousServer(part: '--api' | '--worker', environment: Environment): Promise<ArusProcess> {
  return await startArusProcess(part, environment, join(await unpack(), 'run.js'))
}
