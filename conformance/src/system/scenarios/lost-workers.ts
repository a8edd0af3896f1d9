import { expect, it } from 'vitest'
import { setClockShift } from '../../../../packages/server/src/testing/set-clock-shift.js'
import { until } from '../../../../packages/server/src/testing/until.js'
import { submit, untilStatus } from '../batch-steps.js'
import { makeItem } from '../make-item.js'
import type { SystemMerchant } from '../make-merchant.js'
import { MAX_ITEMS, PAST_A_LEASE_MS, type System } from '../start-system.js'

/**
 * No answer comes to any of these transfers for 50 ms, so there is always something in flight. Their notes make the body
 * one of the large ones, which the API process reads in a thread of its own.
 */
const LARGE_BATCH = Array.from({ length: MAX_ITEMS }, (_, index) => ({
  ...makeItem(`${index}`.padStart(6, '0').concat('990040')),
  notes: 'for the month of July, as agreed '.repeat(6)
}))

/** Run alone, since they end workers that all others need. */
export function lostWorkers(system: () => System): void {
  it('a worker that is told to end in mid-batch leaves nothing leased, and the other one finishes', async () => {
    const merchant = await system().makeMerchant()
    const id = await submit(merchant, LARGE_BATCH, { forceDisburse: true })
    await untilInFlight(system(), id)
    const [leaving] = system().workers.splice(0, 1)
    expect(await leaving!.stop()).toBe(0)
    expect((await merchant.client.disbursements.get(id)).status).toBe('approved')
    // Whatever is still being sent is sent by the one that is left.
    const { rows } = await system().pool.query<{ workers: number }>(
      `SELECT count(DISTINCT worker_id)::integer AS workers FROM transfer_attempts WHERE batch_id = $1 AND outcome IS NULL`,
      [id]
    )
    expect(rows[0]!.workers).toBeLessThanOrEqual(1)
    await expectPaidOnce(system(), merchant, id)
    await system().startWorker()
  })

  it('when all workers are told to end nothing stays leased, and new ones go on where they stopped', async () => {
    const merchant = await system().makeMerchant()
    const id = await submit(merchant, LARGE_BATCH, { forceDisburse: true })
    await untilInFlight(system(), id)
    const leaving = system().workers.splice(0)
    expect(await Promise.all(leaving.map((worker) => worker.stop()))).toEqual([0, 0])
    expect((await merchant.client.disbursements.get(id)).status).toBe('approved')
    const { rows } = await system().pool.query(
      `SELECT status, count(*) FROM items WHERE status = 'sending' OR (status = 'ready' AND due_at > arus_now()) GROUP BY status`
    )
    expect(rows).toEqual([])
    const { rows: unanswered } = await system().pool.query(`SELECT * FROM transfer_attempts WHERE outcome IS NULL`)
    expect(unanswered).toEqual([])
    const { rows: deliveries } = await system().pool.query(
      `SELECT * FROM deliveries WHERE status = 'pending' AND next_attempt_at > arus_now()`
    )
    expect(deliveries).toEqual([])

    await Promise.all([system().startWorker(), system().startWorker()])
    await expectPaidOnce(system(), merchant, id)
  })

  it('a worker that is killed in mid-batch costs one lease, and no item is paid twice or forgotten', async () => {
    const merchant = await system().makeMerchant()
    const id = await submit(merchant, LARGE_BATCH, { forceDisburse: true })
    await untilInFlight(system(), id)
    const [dead] = system().workers.splice(0, 1)
    await dead!.kill()
    // What it had in its hands stays `sending`, and nobody touches it while it could still be on its way.
    const left = await until(
      () => countStatuses(system(), id),
      (counts) => Object.keys(counts).every((status) => status === 'done' || status === 'sending')
    )
    expect(left.sending).toBeGreaterThan(0)
    expect((await merchant.client.disbursements.get(id)).status).toBe('approved')

    await setClockShift(system().pool, PAST_A_LEASE_MS)
    await expectPaidOnce(system(), merchant, id)
    await system().startWorker()
  })
}

async function countStatuses({ pool }: System, id: string): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ status: string; count: number }>(
    'SELECT status, count(*)::integer AS count FROM items WHERE batch_id = $1 GROUP BY status',
    [id]
  )
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}

/** Waits until both workers have transfers under way. */
async function untilInFlight({ pool }: System, id: string): Promise<void> {
  await until(
    async () => {
      const { rows } = await pool.query<{ workers: number }>(
        'SELECT count(DISTINCT worker_id)::integer AS workers FROM transfer_attempts WHERE batch_id = $1 AND outcome IS NULL',
        [id]
      )
      return rows[0]!.workers
    },
    (workers) => workers === 2
  )
}

async function expectPaidOnce({ pool }: System, merchant: SystemMerchant, id: string): Promise<void> {
  // Had anything stayed leased, the batch would not end before the lease, and this gives up long before that.
  await untilStatus(merchant, id, 'success')
  expect(await merchant.receive('disbursement.completed', id)).toMatchObject({
    items_count: LARGE_BATCH.length,
    success_item_count: LARGE_BATCH.length
  })
  const { rows } = await pool.query<{ items: number; bookings: number }>(
    `SELECT count(DISTINCT items.id)::integer AS items, count(*)::integer AS bookings
     FROM items JOIN simulated_bank.transfers ON transfers.reference = items.id WHERE items.batch_id = $1`,
    [id]
  )
  expect(rows[0]).toEqual({ items: LARGE_BATCH.length, bookings: LARGE_BATCH.length })
}
