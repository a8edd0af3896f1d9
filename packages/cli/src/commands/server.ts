import { once } from 'node:events'
import { type CommandDefinition, hasFlag } from '../command-line/command-definition.js'
import { explainListenFailure } from '../command-line/explain-listen-failure.js'

export const serverCommand: CommandDefinition = {
  path: ['server'],
  summary: 'run the disbursement server: its HTTP API, its workers, or both',
  options: [
    { flags: '--api', summary: 'only the API' },
    { flags: '--worker', summary: 'only a worker; run as many as you like beside the API' }
  ],
  notes: `Logs go to stderr, one JSON object for each line. The first line of stdout says where the
API listens. SIGTERM finishes what is in flight and leaves nothing leased.
Settings: DATABASE_URL, ARUS_DATA_DIR, ARUS_MASTER_KEY, ARUS_HOST, ARUS_PORT and others.`,
  run: async (context, given) => {
    const { createLog, parseConfiguration, runServer } = await import('@arus/server')
    const configuration = parseConfiguration(context.environment)
    const isWhole = hasFlag(given, 'api') === hasFlag(given, 'worker')
    const server = await runServer({
      configuration,
      runsApi: isWhole || hasFlag(given, 'api'),
      runsWorker: isWhole || hasFlag(given, 'worker'),
      log: createLog(configuration.logLevel, { write: context.writeNote }),
      tell: (message) => context.writeNote(`${message}\n`)
    }).catch((error: unknown) => {
      throw explainListenFailure(error, configuration)
    })
    // Told at once: whoever started this process waits for it.
    const { url } = server
    context.writeResult(
      context.isJson ? `${JSON.stringify({ url: url ?? null })}\n` : `${url === undefined ? 'working' : `listening on ${url}`}\n`
    )
    if (!context.signal.aborted) await once(context.signal, 'abort')
    await server.stop()
    return { exit: 'ok', json: undefined, text: '' }
  }
}
