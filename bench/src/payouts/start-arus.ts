import { randomBytes } from 'node:crypto'
import { createApiKey, createMerchant } from '@arus/server'
import { type ForkedProcess, forkProcess } from '../processes/fork-process.js'
import { startArusProcess } from '../processes/start-arus-process.js'
import { createMerchantClient, type MerchantClient } from './merchant-client.js'
import type { Database } from './open-postgres.js'
import type { ReceiverQuestions } from './processes/run-receiver.js'
import type { WorkerInput, WorkerQuestions } from './processes/run-worker.js'

/** A whole server in processes of their own, with a receiver of webhooks. */
export type Arus = {
  masterKey: Buffer
  apiUrl: string
  /** By name, as the tables show them. */
  processes: { name: string; processId: number }[]
  workers: ForkedProcess<WorkerQuestions>[]
  receiver: ForkedProcess<ReceiverQuestions>
  receiverPort: number
  /** A merchant with an endpoint at the receiver (unless said) and balance for so many items. */
  createMerchant(payableItems: number, endpointUrl?: string): Promise<MerchantClient>
  /** Starts another API process on the same database, and says where it listens. */
  startApi(name: string): Promise<string>
  stop(): Promise<void>
}

export type ArusOptions = { maxItems: number; workerCount: number; railLatencyMs: number }

/** Starts API, workers and receiver on a database. */
export async function startArus(database: Database, options: ArusOptions): Promise<Arus> {
  const masterKey = randomBytes(32)
  const environment = {
    DATABASE_URL: database.url,
    ARUS_MASTER_KEY: masterKey.toString('base64'),
    ARUS_PORT: '0',
    ARUS_MAX_ITEMS: String(options.maxItems),
    ARUS_WEBHOOK_ALLOW: '127.0.0.0/8',
    // One merchant here stands for many, and polls for them.
    ARUS_REQUESTS_PER_KEY: '0',
    ARUS_REQUESTS_PER_ADDRESS: '0',
    ARUS_LOG_LEVEL: 'error'
  }
  const running: { name: string; processId: number; stop(): Promise<void> }[] = []
  const stop = async () => {
    for (const one of running.reverse()) await one.stop()
  }
  try {
    const receiver = await forkProcess<ReceiverQuestions>('webhook receiver', 'run-receiver.js', undefined)
    running.push(receiver)
    const receiverPort = await receiver.ask('port')
    const startApi = async (name: string) => {
      const api = await startArusProcess(name, '--api', { PATH: process.env.PATH, HOME: process.env.HOME, ...environment })
      running.push(api)
      return api.url!
    }
    const apiUrl = await startApi('API')
    const workers: ForkedProcess<WorkerQuestions>[] = []
    for (let index = 1; index <= options.workerCount; index++) {
      const input: WorkerInput = { environment, railLatencyMs: options.railLatencyMs }
      const worker = await forkProcess<WorkerQuestions>(`worker ${index}`, 'run-worker.js', input)
      running.push(worker)
      workers.push(worker)
    }
    return {
      masterKey,
      apiUrl,
      processes: [...running],
      workers,
      receiver,
      receiverPort,
      async createMerchant(payableItems, endpointUrl = `http://127.0.0.1:${receiverPort}/`) {
        const merchant = await createMerchant(database.pool, { name: 'bench' })
        const context = { pool: database.pool, masterKey, liveModeFault: undefined }
        const { secretKey } = await createApiKey(context, { merchantId: merchant.id, isLive: false })
        const client = createMerchantClient(apiUrl, { merchantId: merchant.id, secretKey })
        await client.call('POST', '/webhook_endpoints', JSON.stringify({ url: endpointUrl }))
        if (payableItems > 0) await client.topUp(payableItems)
        return client
      },
      startApi,
      stop
    }
  } catch (error) {
    await stop()
    throw error
  }
}
