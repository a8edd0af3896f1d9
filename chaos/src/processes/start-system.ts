import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createSlot, type Slot } from './create-slot.js'

export type System = {
  apis: readonly Slot[]
  workers: readonly Slot[]
  bank: Slot
  /** With what an operator's commands find this database and its bank. */
  environment: NodeJS.ProcessEnv
  /** Where the APIs listen that are up at this moment. */
  readUrls(): string[]
  /** The name under which the worker of a slot writes its attempts. */
  readWorkerId(slot: Slot): Promise<string>
  /** Starts a process in the slot, again and again while what it needs is not there. */
  startPatiently(slot: Slot): Promise<void>
  setBankLatency(latencyMs: number): Promise<void>
  stop(): Promise<void>
}

export type SystemOptions = {
  folder: string
  databaseUrl: string
  masterKey: Buffer
  refusesRepeats: boolean
  latencyMs: number
  leaseMs: number
  workers: number
  apis: number
  onUnexpectedEnd: (message: string) => void
}

const TRY_AGAIN_MS = 300
const GIVE_UP_MS = 60_000

/** Starts a bank, APIs and workers, each as a process of its own, on ports that the system picks. */
export async function startSystem(options: SystemOptions): Promise<System> {
  const { folder, onUnexpectedEnd } = options
  const logPathOf = (name: string) => join(folder, `${name}.log`)
  const slot = (name: string, given: Pick<Parameters<typeof createSlot>[0], 'words' | 'environment'>) =>
    createSlot({ name, logPath: logPathOf(name), onUnexpectedEnd, ...given })

  const bankWords = ['bank', '--book', join(folder, 'bank.book'), ...(options.refusesRepeats ? ['--refuse-repeats'] : [])]
  const bank = slot('bank', {
    // Servers know it by its address, so that must stay.
    words: (started) => [...bankWords, '--latency-ms', String(options.latencyMs), '--port', portOf(started?.url)],
    environment: { PATH: process.env.PATH }
  })
  const { url: bankUrl } = await bank.start()

  const environment = {
    PATH: process.env.PATH,
    DATABASE_URL: options.databaseUrl,
    ARUS_DATA_DIR: join(folder, 'data'),
    ARUS_MASTER_KEY: options.masterKey.toString('base64'),
    ARUS_PORT: '0',
    ARUS_WEBHOOK_ALLOW: '127.0.0.0/8',
    ARUS_LEASE_MS: String(options.leaseMs),
    ARUS_SIMULATED_BANK_URL: bankUrl!,
    ARUS_SIMULATED_BANK_REFUSES_REPEATS: String(options.refusesRepeats)
  }
  const apis = Array.from({ length: options.apis }, (_, index) =>
    slot(`api-${index + 1}`, { words: () => ['server', '--api'], environment: { ...environment, ARUS_LOG_LEVEL: 'warn' } })
  )
  const workers = Array.from({ length: options.workers }, (_, index) =>
    // It says at this level which worker it is.
    slot(`worker-${index + 1}`, { words: () => ['server', '--worker'], environment: { ...environment, ARUS_LOG_LEVEL: 'info' } })
  )
  const all = [...apis, ...workers, bank]

  const startPatiently = async (one: Slot) => {
    const deadlineMs = performance.now() + GIVE_UP_MS
    for (;;) {
      try {
        await one.start()
        return
      } catch (error) {
        await one.kill()
        if (performance.now() > deadlineMs) throw error
        await delay(TRY_AGAIN_MS)
      }
    }
  }
  await Promise.all([...apis, ...workers].map(startPatiently))

  return {
    apis,
    workers,
    bank,
    environment,
    readUrls: () => apis.filter((api) => api.processId() !== undefined).flatMap((api) => api.started()?.url ?? []),
    async readWorkerId({ name }) {
      const found = (await readFile(logPathOf(name), 'utf8')).matchAll(/"workerId":"(worker_[^"]+)"/g)
      const last = [...found].at(-1)
      if (last === undefined) throw new Error(`${name} has not said which worker it is: see ${logPathOf(name)}`)
      return last[1]!
    },
    startPatiently,
    async setBankLatency(latencyMs) {
      const response = await fetch(`${bankUrl}/settings`, {
        method: 'PATCH',
        body: JSON.stringify({ latency_ms: latencyMs }),
        signal: AbortSignal.timeout(GIVE_UP_MS)
      })
      if (!response.ok) throw new Error(`the bank answered ${response.status} to its new latency`)
    },
    async stop() {
      await Promise.all(all.map((one) => one.end()))
    }
  }
}

function portOf(url: string | null | undefined): string {
  return url === null || url === undefined ? '0' : new URL(url).port
}
