import { setTimeout as delay } from 'node:timers/promises'
import { type Pool, verifyLedger } from '@arus/server'
import { makeBatch } from '../batches/make-batch.js'
import { countWrites, subtractWrites, type Writes, waitForReports } from './count-writes.js'
import { dumpBeside } from './dump-beside.js'
import type { MerchantClient } from './merchant-client.js'
import type { Database, Postgres } from './open-postgres.js'
import { payBatch, type StageSeconds } from './pay-batch.js'
import { readUsage, subtractUsage, type Usage } from './read-usage.js'
import { type Arus, startArus } from './start-arus.js'

export type ArusMeasurement = {
  stages: StageSeconds
  /** From the batch's completion to the first byte of the webhook that tells of it. */
  webhookSeconds: number
  writes: Writes
  usage: Usage[]
}

/** Enough to have everything compiled, planned and cached, and little beside what is measured. */
export const WARM_UP_ITEMS = 2_000

/**
 * Measures one batch on a database and with processes of its own, which have paid a small one before. Afterwards the
 * ledger and what the bank took are checked, since a fast wrong answer is worth nothing.
 *
 * @param options.countsWrites false where nobody asks for `writes`, which are then not exact, and the wait for them is saved
 * @param keep what to do with the database before it is dropped
 */
export async function measureArus(
  { postgres, isDumping }: { postgres: Postgres; isDumping: boolean },
  options: { items: number; workerCount: number; railLatencyMs: number; countsWrites?: boolean },
  keep: (database: Database, writes: Writes) => Promise<void> = async () => {}
): Promise<ArusMeasurement> {
  const database = await postgres.createDatabase()
  const { pool } = database
  const { items } = options
  try {
    const arus = await startArus(database, { ...options, maxItems: Math.max(items, WARM_UP_ITEMS) })
    let writesBefore: Writes
    let measured: Omit<ArusMeasurement, 'writes'>
    try {
      const client = await arus.createMerchant(items)
      await warmUp(pool, arus)
      if (options.countsWrites ?? true) await waitForReports()
      writesBefore = await countWrites(pool)
      measured = await dumpBeside({ isDumping }, database, () => measureOne(postgres, pool, arus, client, makeBatch(items)))
      await checkPaid(pool, arus, items + WARM_UP_ITEMS)
    } finally {
      await arus.stop()
    }
    const writes = subtractWrites(await countWrites(pool), writesBefore)
    await keep(database, writes)
    return { ...measured, writes }
  } finally {
    await database.drop()
  }
}

/** Pays a small batch of a merchant of its own, and leaves nothing of it to be written later. */
export async function warmUp(pool: Pool, arus: Arus): Promise<void> {
  const client = await arus.createMerchant(WARM_UP_ITEMS)
  const { batchId } = await payBatch(client, makeBatch(WARM_UP_ITEMS))
  await waitForWebhook(pool, arus, batchId)
  await pool.query('CHECKPOINT')
}

async function measureOne(postgres: Postgres, pool: Pool, arus: Arus, client: MerchantClient, body: string) {
  const usageBefore = await readUsage(arus.processes, postgres.processId)
  const { batchId, ...stages } = await payBatch(client, body)
  const completedAtMs = performance.timeOrigin + performance.now()
  const receivedAtMs = await waitForWebhook(pool, arus, batchId)
  const usage = subtractUsage(await readUsage(arus.processes, postgres.processId), usageBefore)
  return { stages, webhookSeconds: Math.max(0, receivedAtMs - completedAtMs) / 1000, usage }
}

/** Waits for a batch's last event at the receiver, and says when its first bytes came. */
export async function waitForWebhook(pool: Pool, arus: Arus, batchId: string): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT id FROM events WHERE batch_id = $1 AND type = 'disbursement.completed'",
    [batchId]
  )
  for (;;) {
    const arrival = (await arus.receiver.ask('arrivals')).find(({ webhookId }) => webhookId === rows[0]!.id)
    if (arrival !== undefined) return arrival.receivedAtMs
    await delay(20)
  }
}

/** Every item is done, the bank took each once, and the ledger adds up. */
export async function checkPaid(pool: Pool, arus: Arus, items: number): Promise<void> {
  const totals = await Promise.all(arus.workers.map((worker) => worker.ask('totals')))
  const transfers = totals.reduce((sum, one) => sum + one.transfers, 0)
  const amountSen = totals.reduce((sum, one) => sum + one.amountSen, 0n)
  const { rows } = await pool.query<{ done: number; amountSen: bigint }>(
    `SELECT count(*)::integer AS done, coalesce(sum(amount_sen), 0)::bigint AS "amountSen" FROM items WHERE status = 'done'`
  )
  const { done, amountSen: doneSen } = rows[0]!
  if (done !== items || transfers !== items || amountSen !== doneSen)
    throw new Error(`of ${items} items ${done} are done (${doneSen} sen); the bank took ${transfers} (${amountSen} sen)`)
  const { faults } = await verifyLedger(pool)
  if (faults.length > 0) throw new Error(`the ledger has ${faults.length} faults: ${faults[0]!.message}`)
}
