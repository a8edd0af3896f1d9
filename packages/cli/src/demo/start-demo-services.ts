import { join } from 'node:path'
import type { CommandContext } from '../command-line/surroundings.js'
import { collectWebhooks, type WebhookCollection } from './collect-webhooks.js'
import { type ServerProcess, startServerProcess } from './start-server-process.js'

export type DemoServices = {
  url: string
  /** With what our own operator commands find this server's database and keys. */
  environment: Readonly<Record<string, string | undefined>>
  databaseUrl: string
  webhooks: WebhookCollection
}

/** A stage of the start that is told about, in order. */
export type TellStage = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>

const WORKERS = 2

/**
 * Starts what the demo runs on, each in the way that a person would: PostgreSQL on a data folder of its own, the API and
 * two workers as processes, a receiver of webhooks. Whatever is opened is handed to `onClose` at once.
 */
export async function startDemoServices(
  context: CommandContext,
  options: { dataFolder: string; port: number; stage: TellStage; onClose: (close: () => Promise<unknown>) => void }
): Promise<DemoServices> {
  const { dataFolder, stage, onClose } = options
  const databaseUrl = await stage('start PostgreSQL', async () => {
    const { startEmbeddedPostgres } = await import('@arus/server/operator')
    const postgres = await startEmbeddedPostgres({ dataFolder, isDisposable: true, log: () => {} })
    onClose(() => postgres.stop())
    return postgres.databaseUrl
  })
  const environment = {
    ...withoutOurSettings(context.environment),
    DATABASE_URL: databaseUrl,
    ARUS_DATA_DIR: dataFolder,
    ARUS_PORT: String(options.port),
    ARUS_WEBHOOK_ALLOW: '127.0.0.0/8',
    ARUS_LOG_LEVEL: 'warn'
  }
  return stage('start API and workers', async () => {
    const webhooks = await collectWebhooks()
    onClose(() => webhooks.receiver.stop())
    const start = async (part: '--api' | '--worker', logName: string) => {
      const started = await startServerProcess({ part, environment, logPath: join(dataFolder, logName) })
      onClose(() => started.stop())
      return started
    }
    const workers = Array.from({ length: WORKERS }, (_, index) => start('--worker', `worker-${index + 1}.log`))
    // All of them are waited for before a failed one is told of, so that none starts behind our back.
    const started = await Promise.allSettled([start('--api', 'api.log'), ...workers])
    const failed = started.find((result) => result.status === 'rejected')
    if (failed !== undefined) throw failed.reason
    const api = (started[0] as PromiseFulfilledResult<ServerProcess>).value
    return { url: api.url!, environment: { ...environment, ARUS_URL: api.url! }, databaseUrl, webhooks }
  })
}

/** Settings of another server on this computer must not change what the demo shows. */
function withoutOurSettings(environment: CommandContext['environment']): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('ARUS_') && name !== 'DATABASE_URL'))
}
