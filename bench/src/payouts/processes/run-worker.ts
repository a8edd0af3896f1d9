import { createLog, createPool, createServer, parseConfiguration } from '@arus/server'
import { answerQuestions } from '../../processes/answer-questions.js'
import { createMemoryRail, type RailTotals } from './memory-rail.js'

export type WorkerInput = { environment: Record<string, string>; railLatencyMs: number }
export type WorkerQuestions = { totals: RailTotals }

/** The server's own worker, as `arus server --worker` runs it, on a bank in its memory. */
answerQuestions(async ({ environment, railLatencyMs }: WorkerInput) => {
  const configuration = parseConfiguration(environment)
  const log = createLog(configuration.logLevel)
  const databaseUrl = configuration.databaseUrl!
  const onError = (error: Error) => log.warn({ err: error }, 'an idle database connection was lost')
  const open = (applicationName: string, maxConnections: number) =>
    createPool({ databaseUrl, applicationName, maxConnections, onError })
  const pool = open('arus api', configuration.apiConnections)
  const workerPool = open('arus worker', configuration.workerConnections)
  const { rail, totals } = createMemoryRail(railLatencyMs)
  const server = createServer({
    configuration,
    log,
    pool,
    workerPool,
    databaseUrl,
    masterKey: configuration.masterKey!,
    rails: [rail],
    liveModeFault: undefined,
    runsApi: false,
    runsWorker: true
  })
  await server.start()
  return {
    answers: { totals: () => totals },
    async close() {
      await server.stop()
      await workerPool.end()
      await pool.end()
    }
  }
})
