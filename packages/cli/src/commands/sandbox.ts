import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type CommandDefinition, type Given, hasFlag, readText, readWholeNumber } from '../command-line/command-definition.js'
import { CommandError } from '../command-line/command-result.js'
import type { CommandContext } from '../command-line/surroundings.js'
import { describeSandbox } from '../sandbox/describe-sandbox.js'
import { sandboxVariables } from '../sandbox/sandbox-variables.js'
import { writeEnvFile } from '../sandbox/write-env-file.js'

const DEFAULT_PORT = 4182

export const sandboxCommand: CommandDefinition = {
  path: ['sandbox'],
  summary: "run DANA's side of the Widget API on this computer, with its pages and notifications",
  options: [
    { flags: '--port <number>', summary: `where to listen (${DEFAULT_PORT}; 0 for any free one)` },
    { flags: '--host <address>', summary: 'the address to listen on (127.0.0.1)' },
    { flags: '--public-url <url>', summary: 'where browsers and merchants reach it, when not where it listens' },
    { flags: '--data <folder>', summary: 'keep everything there, over restarts' },
    { flags: '--accounts <file>', summary: 'users and merchants of your own, in YAML' },
    { flags: '--strict [what]', summary: "check clocks and repeated X-EXTERNAL-IDs; 'channel-id': the length of CHANNEL-ID too" },
    { flags: '--no-magic', summary: 'no amounts and references that mean an answer of their own' },
    { flags: '--env-file <file>', summary: "put a client's variables there, keeping its other lines" },
    { flags: '--force', summary: 'overwrite variables that have another value there' },
    { flags: '--fresh-keys', summary: 'new keys, instead of the published ones that everybody has' },
    { flags: '--tls-cert <file>', summary: 'serve https with this certificate' },
    { flags: '--tls-key <file>', summary: 'and its private key' }
  ],
  notes: `Nothing here is real: no money moves, and nothing leaves this computer but notifications, to
where payments ask for them. Its own pages are at /_sandbox/. With --json its address and
credentials are one JSON document on a line of its own. It runs until it is interrupted.`,
  run: async (context, given) => {
    const { startSandbox } = await import('@arus/sandbox')
    const sandbox = await readOptions(given)
      .then(startSandbox)
      .catch((error: unknown) => {
        throw explainStart(error)
      })
    try {
      const envFile = readText(given, 'envFile')
      if (envFile !== undefined) await writeEnvFile(envFile, sandboxVariables(sandbox), { isForced: hasFlag(given, 'force') })
      tell(context, sandbox, envFile)
      if (!context.signal.aborted) await once(context.signal, 'abort')
    } finally {
      await sandbox.stop()
    }
    return { exit: 'ok', json: undefined, text: '' }
  }
}

type Started = Awaited<ReturnType<typeof import('@arus/sandbox').startSandbox>>

/** Told at once: whoever started this process waits for it. */
function tell(context: CommandContext, sandbox: Started, envFile: string | undefined): void {
  const { url, credentials, users } = sandbox
  context.writeResult(
    context.isJson
      ? `${JSON.stringify({ url, sandbox_page: `${url}/_sandbox/`, credentials, users, env_file: envFile ?? null })}\n`
      : describeSandbox(sandbox, { envFile, colors: context.colors })
  )
}

async function readOptions(given: Given) {
  const [certFile, keyFile] = [readText(given, 'tlsCert'), readText(given, 'tlsKey')]
  if ((certFile === undefined) !== (keyFile === undefined))
    throw new CommandError('usage', '--tls-cert and --tls-key belong together: give both')
  if (hasFlag(given, 'force') && readText(given, 'envFile') === undefined)
    throw new CommandError('usage', '--force is about --env-file, which is not given')
  const { dataFolder, publicUrl, host, accountsFile } = {
    dataFolder: readText(given, 'data'),
    publicUrl: readText(given, 'publicUrl'),
    host: readText(given, 'host'),
    accountsFile: readText(given, 'accounts')
  }
  return {
    port: readWholeNumber(given, 'port', { least: 0, most: 65_535, otherwise: DEFAULT_PORT }),
    strict: readStrict(given),
    magic: given.options.magic !== false,
    freshKeys: hasFlag(given, 'freshKeys'),
    ...(host === undefined ? {} : { host }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(dataFolder === undefined ? {} : { dataFolder }),
    ...(accountsFile === undefined ? {} : await readAccounts(accountsFile)),
    ...(certFile === undefined || keyFile === undefined
      ? {}
      : { tls: { cert: await readGiven('tls-cert', certFile), key: await readGiven('tls-key', keyFile) } })
  }
}

function readStrict({ options: { strict } }: Given): boolean | 'channel-id' {
  if (strict === undefined || typeof strict === 'boolean') return strict ?? false
  if (strict === 'channel-id') return strict
  throw new CommandError('usage', `--strict takes channel-id or nothing, not ${JSON.stringify(strict)}`)
}

async function readAccounts(path: string) {
  const { readAccountsFile } = await import('@arus/sandbox')
  return readAccountsFile(await readGiven('accounts', path), basename(path))
}

async function readGiven(option: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new CommandError('usage', `--${option}: ${path} can't be read: ${(error as Error).message}`)
  }
}

/** What the caller can do something about is told without a stack. */
function explainStart(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if (error.name === 'AccountsFileError') return new CommandError('badInput', error.message)
  return error.name === 'SandboxStartError' || error.name === 'JournalError' ? new CommandError('usage', error.message) : error
}
