import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Durianpay, verifyWebhook } from '@arus/durianpay'
import { readBook, verifyLedger } from '@arus/server'
import { afterEach, expect, it } from 'vitest'
import { createTestDatabase } from '../../../packages/server/src/testing/create-test-database.js'
import { startReceiver } from '../../../packages/server/src/testing/start-receiver.js'
import { until } from '../../../packages/server/src/testing/until.js'
import { makeItem } from '../system/make-item.js'
import { type ArusProcess, startArusProcess } from '../system/start-arus-process.js'
import { loadPreviousServer, startPreviousServer } from './start-previous-server.js'

const ITEMS = 20
const SUBMIT_EVERY_MS = 200
/** Each phase's batches: with the old alone, with both, with the new alone. As many more while processes start or end. */
const PHASE_BATCHES = 7
/** Longer than the lease of a worker that ended without giving back what it held. */
const WITHIN_MS = 300_000

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

/** Most are paid at once; among them one of each that takes its time, so that every state is there whenever a row is looked at. */
const ENDINGS = ['990020', '990030', '990040', '990060', '990080', '641']
/** Accounts of its own for each batch, as the bank counts how often it was asked about one. */
const makeItems = (batch: number) =>
  Array.from({ length: ITEMS }, (_, index) => makeItem(`${1000 + batch}${ENDINGS[index] ?? `${100 + index}0`}`))

/** Submits a batch again and again, to one API after the other, until it is told to stop. */
function startLoad(clients: () => Durianpay[]) {
  const submitted: { id: string; waits: boolean }[] = []
  let stopping = false
  /** Else a slow machine, which takes longer to start processes, would get more to do than a quick one. */
  let allowed = 0
  async function run(): Promise<void> {
    for (let turn = 0; !stopping; turn++) {
      const client = clients()[turn % clients().length]!
      // Every third waits for somebody to approve it.
      const waits = turn % 3 === 0
      const submission = { name: `batch ${turn}`, items: makeItems(turn) }
      const { id } = await client.disbursements.submit(submission, { idempotencyKey: randomUUID(), forceDisburse: !waits })
      submitted.push({ id, waits })
      do await delay(SUBMIT_EVERY_MS)
      while (submitted.length >= allowed && !stopping)
    }
  }
  const finished = run()
  // Told of by stop(); meanwhile nobody listens.
  finished.catch(() => {})
  return {
    submitted,
    /** Lets so many more be submitted. */
    goOn: async (batches: number) => {
      const wanted = submitted.length + batches
      allowed = wanted + batches
      await Promise.race([
        until(
          async () => submitted.length,
          (count) => count >= wanted
        ),
        finished
      ])
    },
    stop: () => {
      stopping = true
      return finished
    }
  }
}

it('takes over from the server before it, under load and side by side with it: every batch ends once, everyone is paid once', async () => {
  const database = await createTestDatabase({ isMigrated: false })
  closers.push(() => database.drop())
  const { pool } = database
  const dataFolder = await mkdtemp(join(tmpdir(), 'arus-upgrade-'))
  closers.push(() => rm(dataFolder, { recursive: true }))
  const receiver = await startReceiver()
  closers.push(() => receiver.close())
  const masterKey = randomBytes(32)
  const environment = {
    PATH: process.env.PATH,
    DATABASE_URL: database.databaseUrl,
    ARUS_MASTER_KEY: masterKey.toString('hex'),
    ARUS_DATA_DIR: dataFolder,
    ARUS_PORT: '0',
    ARUS_WEBHOOK_ALLOW: '127.0.0.0/8',
    ARUS_FEE_PER_ITEM: '2500',
    ARUS_SIMULATED_BANK_REFUSES_REPEATS: 'true'
  }
  const keep = async (started: Promise<ArusProcess>) => {
    const one = await started
    closers.push(() => one.stop())
    return one
  }

  const oldApi = await keep(startPreviousServer('--api', environment))
  const oldWorkers = await Promise.all([1, 2].map(() => keep(startPreviousServer('--worker', environment))))
  const { createMerchant, createApiKey } = await loadPreviousServer()
  const { id: merchantId } = await createMerchant(pool, { name: 'Warung Sari' })
  const { secretKey } = await createApiKey({ pool, masterKey, liveModeFault: undefined }, { merchantId, isLive: false })
  const clientOf = ({ url }: ArusProcess) => new Durianpay({ apiKey: secretKey, baseUrl: url! })
  let clients = [clientOf(oldApi)]
  await clients[0]!.webhookEndpoints.create({ url: receiver.url })
  const readMigrations = async () =>
    (await pool.query<{ count: number }>('SELECT count(*)::integer AS count FROM migrations')).rows[0]!.count
  expect(await readMigrations()).toBe(8)

  const load = startLoad(() => clients)
  await load.goOn(PHASE_BATCHES)
  // The first of these changes the tables while all of the above goes on.
  const newApi = await keep(startArusProcess('--api', environment))
  const newWorkers = await Promise.all([1, 2].map(() => keep(startArusProcess('--worker', environment))))
  expect(await readMigrations()).toBeGreaterThan(8)
  clients = [clientOf(oldApi), clientOf(newApi)]
  await load.goOn(PHASE_BATCHES)
  clients = [clientOf(newApi)]
  expect(await Promise.all([oldApi, ...oldWorkers].map((one) => one.stop()))).toEqual([0, 0, 0])
  await load.goOn(PHASE_BATCHES)
  await load.stop()
  expect(load.submitted.length).toBeGreaterThan(20)

  const client = clients[0]!
  for (const { id } of load.submitted.filter(({ waits }) => waits)) {
    await until(
      () => client.disbursements.get(id),
      (batch) => batch.status === 'need_approval',
      WITHIN_MS
    )
    await client.disbursements.approve(id, { ignoreInvalid: true })
  }
  for (const { id } of load.submitted) {
    const batch = await until(
      () => client.disbursements.get(id),
      (batch) => ['success', 'partially_success', 'failed'].includes(batch.status),
      WITHIN_MS
    )
    // One account does not exist, one is blocked.
    expect(batch).toMatchObject({ status: 'partially_success', total_disbursements: ITEMS })
  }

  const book = (await readBook(pool)).filter((entry) => entry.status === 'paid')
  expect(new Set(book.map((entry) => entry.reference)).size).toBe(book.length)
  expect(book).toHaveLength(load.submitted.length * (ITEMS - 2))
  expect((await verifyLedger(pool, { readBook: () => readBook(pool) })).faults).toEqual([])
  const { rows: cases } = await pool.query('SELECT kind FROM cases')
  expect(cases).toEqual([])

  const completed = await until(
    async () => receiver.requests.map(({ body }) => verifyWebhook(body, { apiKeys: [secretKey] })),
    (events) => new Set(completedIds(events)).size >= load.submitted.length,
    WITHIN_MS
  )
  expect(new Set(completedIds(completed))).toEqual(new Set(load.submitted.map(({ id }) => id)))
  for (const one of [newApi, ...newWorkers]) expect(await one.stop()).toBe(0)
}, 900_000)

function completedIds(events: ReturnType<typeof verifyWebhook>[]): string[] {
  return events.flatMap((event) => (event.event === 'disbursement.completed' ? [event.data.id] : []))
}
