import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { EmbeddedPostgresOptions } from '../database/embedded-postgres.js'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))
const BUILT = new URL('../../dist/database/embedded-postgres.js', import.meta.url).href

/** Runs the build (`npm run build`), as Node 20 loads no TypeScript; ends when its input ends, or on `stop`. */
const PROGRAM = `
  const { startEmbeddedPostgres } = await import(${JSON.stringify(BUILT)})
  const say = (message) => process.stdout.write(JSON.stringify(message) + '\\n')
  const log = (line) => say({ line })
  const server = await startEmbeddedPostgres({ ...JSON.parse(process.argv[1]), log })
  say({ databaseUrl: server.databaseUrl })
  process.stdin.once('data', async () => {
    await server.stop()
    process.exit(0)
  })
`

export type PostgresProcess = {
  child: ChildProcess
  /** What the process has logged so far. */
  lines: string[]
  /** Settles when the server can be used; rejects with what the process printed when it ends before. */
  databaseUrl: Promise<string>
  /** Gives up the server in an orderly way and ends the process. */
  stop(): Promise<void>
}

/** Uses an embedded PostgreSQL from a process of its own, which a test may kill, and run as another user. */
export function usePostgresInProcess(
  options: Omit<EmbeddedPostgresOptions, 'log'>,
  identity: { uid?: number; gid?: number } = {}
): PostgresProcess {
  const args = ['--input-type=module', '--eval', PROGRAM, JSON.stringify(options)]
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'], ...identity })
  const lines: string[] = []
  const databaseUrl = new Promise<string>((resolve, reject) => {
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    createInterface(child.stdout).on('line', (text) => {
      const message = JSON.parse(text) as { line?: string; databaseUrl?: string }
      if (message.line !== undefined) lines.push(message.line)
      if (message.databaseUrl !== undefined) resolve(message.databaseUrl)
    })
    child.once('close', () => reject(new Error(errors)))
  })
  // A test that kills the process doesn't wait for it.
  databaseUrl.catch(() => {})
  const stop = async () => {
    child.stdin.write('stop\n')
    await once(child, 'close')
  }
  return { child, lines, databaseUrl, stop }
}
