import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from '@arus/server'
import { createTestDatabase } from '../../../packages/server/src/testing/create-test-database.js'
import { startReceiver } from '../../../packages/server/src/testing/start-receiver.js'
import { createTraffic, type Traffic } from './create-traffic.js'
import { type MakeMerchantOptions, makeMerchant, type SystemMerchant } from './make-merchant.js'
import { type ArusProcess, type Environment, runArus, startArusProcess } from './start-arus-process.js'

/** What every merchant pays for an item that is paid. */
export const FEE = 2500
/** The most items that a batch may have here. */
export const MAX_ITEMS = 1500
export const MAX_BODY_BYTES = 700_000
/** Far longer than anything waits here that can go on: had something stayed leased, whoever waits for it would give up first. */
const LEASE_MS = 120_000
/** Longer than a worker's lease, which is how long a call could still be on its way to the bank. */
export const PAST_A_LEASE_MS = LEASE_MS + 1_000

/** An API process and two worker processes on one database, as they run in production, and a receiver of webhooks. */
export type System = {
  url: string
  pool: Pool
  traffic: Traffic
  workers: ArusProcess[]
  merchants: SystemMerchant[]
  /** Adds a worker process. */
  startWorker(): Promise<void>
  makeMerchant(options?: MakeMerchantOptions): Promise<SystemMerchant>
  /** Runs `arus …` on the same database. */
  runArus(...words: string[]): Promise<{ exitCode: number | null; output: string }>
  /** What all processes have logged, also those that are gone. */
  readLog(): string
  /** Ends all of it, whatever of it fails. */
  stop(): Promise<void>
}

export async function startSystem(): Promise<System> {
  const closers: (() => Promise<unknown>)[] = []
  const stop = async () => {
    const closings = []
    for (const close of closers.splice(0).reverse())
      closings.push(
        await close().then(
          () => undefined,
          (fault: unknown) => fault
        )
      )
    const fault = closings.find((one) => one !== undefined)
    if (fault !== undefined) throw fault
  }
  try {
    return await open((close) => closers.push(close), stop)
  } catch (error) {
    await stop().catch(() => {})
    throw error
  }
}

async function open(onClose: (close: () => Promise<unknown>) => void, stop: () => Promise<void>): Promise<System> {
  const database = await createTestDatabase()
  onClose(() => database.drop())
  const dataFolder = await mkdtemp(join(tmpdir(), 'arus-conformance-'))
  onClose(() => rm(dataFolder, { recursive: true }))
  const receiver = await startReceiver()
  onClose(() => receiver.close())

  const masterKey = randomBytes(32)
  const environment: Environment = {
    PATH: process.env.PATH,
    DATABASE_URL: database.databaseUrl,
    ARUS_MASTER_KEY: masterKey.toString('hex'),
    ARUS_DATA_DIR: dataFolder,
    ARUS_PORT: '0',
    ARUS_WEBHOOK_ALLOW: '127.0.0.0/8',
    ARUS_FEE_PER_ITEM: String(FEE),
    ARUS_LEASE_MS: String(LEASE_MS),
    ARUS_MAX_ITEMS: String(MAX_ITEMS),
    ARUS_MAX_BODY_BYTES: String(MAX_BODY_BYTES),
    // Only then is a transfer that was lost ever sent again without a person.
    ARUS_SIMULATED_BANK_REFUSES_REPEATS: 'true'
  }
  const processes: ArusProcess[] = []
  const start = async (part: '--api' | '--worker') => {
    const started = await startArusProcess(part, environment)
    onClose(() => started.stop())
    processes.push(started)
    return started
  }
  const [api, ...workers] = await Promise.all([start('--api'), start('--worker'), start('--worker')])

  const url = api.url!
  const traffic = createTraffic()
  const merchants: SystemMerchant[] = []
  return {
    url,
    pool: database.pool,
    traffic,
    workers,
    startWorker: async () => void workers.push(await start('--worker')),
    merchants,
    async makeMerchant(options = {}) {
      const merchant = await makeMerchant({ pool: database.pool, masterKey, url, traffic, receiver }, options)
      merchants.push(merchant)
      return merchant
    },
    runArus: (...words) => runArus(words, environment),
    readLog: () => processes.map((one) => one.readLog()).join(''),
    stop
  }
}
