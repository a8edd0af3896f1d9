import { setTimeout as delay } from 'node:timers/promises'
import { makeBatch } from '../batches/make-batch.js'
import { type ForkedProcess, forkProcess } from '../processes/fork-process.js'
import { countWrites, subtractWrites, type Writes, waitForReports } from './count-writes.js'
import type { Database, Postgres } from './open-postgres.js'
import type { StageSeconds } from './pay-batch.js'
import type { ReceiverQuestions } from './processes/run-receiver.js'
import type { UsualApiQuestions } from './processes/run-usual-api.js'
import type { UsualWorkerQuestions } from './processes/run-usual-worker.js'
import { readUsage, subtractUsage, type Usage } from './read-usage.js'
import { USUAL_SETTINGS } from './usual-schema.js'

export type UsualMeasurement = { stages: StageSeconds; writes: Writes; usage: Usage[] }

const WARM_UP_ITEMS = 1_000
const POLL_MS = 20

/** Measures a batch paid the usual way: a pg-boss job for each payout and stage, and a commit for each step. */
export async function measureUsual(postgres: Postgres, items: number): Promise<UsualMeasurement> {
  const database = await postgres.createDatabase('empty')
  const { pool } = database
  try {
    const usual = await startUsual(database)
    let writesBefore: Writes
    let measured: Omit<UsualMeasurement, 'writes'>
    try {
      await payUsualBatch(usual, WARM_UP_ITEMS)
      await pool.query('CHECKPOINT')
      await waitForReports()
      writesBefore = await countWrites(pool)
      const usageBefore = await readUsage(usual.processes, postgres.processId)
      const stages = await payUsualBatch(usual, items)
      measured = { stages, usage: subtractUsage(await readUsage(usual.processes, postgres.processId), usageBefore) }
      await checkPaid(database, usual, items + WARM_UP_ITEMS)
    } finally {
      await usual.stop()
    }
    return { ...measured, writes: subtractWrites(await countWrites(pool), writesBefore) }
  } finally {
    await database.drop()
  }
}

type Usual = {
  url: string
  processes: { name: string; processId: number }[]
  workers: ForkedProcess<UsualWorkerQuestions>[]
  receiver: ForkedProcess<ReceiverQuestions>
  stop(): Promise<void>
}

async function startUsual({ url: databaseUrl }: Database): Promise<Usual> {
  const running: ForkedProcess<Record<string, unknown>>[] = []
  const start = async <Questions extends Record<string, unknown>>(name: string, file: string, input: unknown) => {
    const one = await forkProcess<Questions>(name, file, input)
    running.push(one as unknown as ForkedProcess<Record<string, unknown>>)
    return one
  }
  const stop = async () => {
    for (const one of running.reverse()) await one.stop()
  }
  try {
    const receiver = await start<ReceiverQuestions>('webhook receiver', 'run-receiver.js', undefined)
    const webhookUrl = `http://127.0.0.1:${await receiver.ask('port')}/`
    const api = await start<UsualApiQuestions>('API', 'run-usual-api.js', { databaseUrl, webhookUrl })
    const workers: ForkedProcess<UsualWorkerQuestions>[] = []
    for (let index = 1; index <= USUAL_SETTINGS.processes; index++)
      workers.push(await start<UsualWorkerQuestions>(`worker ${index}`, 'run-usual-worker.js', { databaseUrl }))
    return { url: `http://127.0.0.1:${await api.ask('port')}`, processes: [...running], workers, receiver, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function payUsualBatch({ url, receiver }: Usual, items: number): Promise<StageSeconds> {
  const body = makeBatch(items)
  const call = async (path: string, options: RequestInit = {}) =>
    (await (await fetch(`${url}/${path}`, options)).json()) as { id: string; status: string }
  const startedMs = performance.now()
  const sinceSeconds = (earlierMs: number) => (performance.now() - earlierMs) / 1000
  const { id } = await call('submit', { method: 'POST', body })
  const intake = sinceSeconds(startedMs)
  const waitFor = async (status: string) => {
    while ((await call(`status/${id}`)).status !== status) await delay(POLL_MS)
  }
  const submittedMs = performance.now()
  await waitFor('need_approval')
  const validate = sinceSeconds(submittedMs)
  const validatedMs = performance.now()
  await call(`approve/${id}`, { method: 'POST' })
  const approve = sinceSeconds(validatedMs)
  const approvedMs = performance.now()
  await waitFor('success')
  const stages = { intake, validate, approve, pay: sinceSeconds(approvedMs), total: sinceSeconds(startedMs) }
  while (!(await receiver.ask('arrivals')).some(({ webhookId }) => webhookId === `${id} success`)) await delay(POLL_MS)
  return stages
}

async function checkPaid({ pool }: Database, { workers }: Usual, items: number): Promise<void> {
  const paid = (await Promise.all(workers.map((worker) => worker.ask('paid')))).reduce((sum, one) => sum + one, 0)
  const { rows } = await pool.query<{ done: number }>("SELECT count(*)::integer AS done FROM payouts WHERE status = 'done'")
  if (paid !== items || rows[0]!.done !== items)
    throw new Error(`the usual way paid ${paid} of ${items}, and ${rows[0]!.done} are done`)
}
