import { setTimeout as delay } from 'node:timers/promises'
import { createRandom } from '../plan/create-random.js'
import type { Caller } from './create-caller.js'
import { type BatchToSubmit, makeBatch } from './make-batch.js'
import type { Merchant } from './make-merchant.js'

/** A batch whose submit was answered: from then on it must never be lost. */
export type AcknowledgedBatch = BatchToSubmit & { merchant: Merchant; batchId: string }

export type LoadOptions = {
  merchants: readonly Merchant[]
  call: Caller
  /** Each merchant's batches follow from it, as many as there is time for. */
  seed: number
  /** Whether there is so much to do already that a merchant waits; each still submits every `longestPauseMs`. */
  hasEnough: () => boolean
  shortestPauseMs: number
  longestPauseMs: number
  /** Aborted when no new batch is to come. What was begun is brought to its answer all the same. */
  arrivals: AbortSignal
  /** Aborted when even that has to end. */
  patience: AbortSignal
  onAcknowledged: (batch: AcknowledgedBatch) => void
  onRefused: (message: string) => void
}

/**
 * Lets merchants submit batches side by side, and approve those that don't disburse by themselves, as long as arrivals
 * are wanted. Each call is repeated with its key until it is answered.
 */
export async function submitBatches(options: LoadOptions): Promise<void> {
  const approvals: Promise<void>[] = []
  await Promise.all(
    options.merchants.map((merchant, index) => submitOneByOne(options, merchant, approvals, options.seed + index + 1))
  )
  await Promise.all(approvals)
}

async function submitOneByOne(options: LoadOptions, merchant: Merchant, approvals: Promise<void>[], seed: number): Promise<void> {
  const random = createRandom(seed)
  const { arrivals, patience, shortestPauseMs, longestPauseMs } = options
  for (let number = 1; !arrivals.aborted; number++) {
    const batch = makeBatch(random, `batch-${number}`, random.between(20, 300))
    const { status, body } = await options.call(merchant.secretKey, submission(batch), patience)
    if (status === 200 || status === 201) {
      const acknowledged = { ...batch, merchant, batchId: (body.data as { id: string }).id }
      options.onAcknowledged(acknowledged)
      if (!batch.forceDisburse) approvals.push(approve(options, acknowledged))
    } else {
      options.onRefused(`submit of ${batch.key}: ${status} ${JSON.stringify(body)}`)
    }
    const startedMs = performance.now()
    const pausedMs = () => performance.now() - startedMs
    while (!arrivals.aborted && (pausedMs() < shortestPauseMs || (options.hasEnough() && pausedMs() < longestPauseMs))) {
      await delay(50)
    }
  }
}

/** The submit of a batch, the same each time. */
export function submission({ key, forceDisburse, skipValidation, body }: BatchToSubmit) {
  const path = `/disbursements/submit?force_disburse=${forceDisburse}&skip_validation=${skipValidation}`
  return { method: 'POST' as const, path, headers: { 'x-idempotency-key': key }, body }
}

const LOOK_AGAIN_MS = 1000

/** Waits until the batch is validated, and approves it. An approval whose answer was lost is sent again with its key. */
async function approve({ call, patience, onRefused }: LoadOptions, { merchant, batchId }: AcknowledgedBatch): Promise<void> {
  for (;;) {
    const { status, body } = await call(merchant.secretKey, { method: 'GET', path: `/disbursements/${batchId}/status` }, patience)
    if (status !== 200) return onRefused(`status of ${batchId}: ${status} ${JSON.stringify(body)}`)
    if ((body.data as { status: string }).status !== 'draft') break
    await delay(LOOK_AGAIN_MS, undefined, { signal: patience })
  }
  const headers = { 'x-idempotency-key': `approve-${batchId}` }
  const path = `/disbursements/${batchId}/approve?ignore_invalid=true`
  const { status, body } = await call(merchant.secretKey, { method: 'POST', path, headers }, patience)
  if (status !== 200) onRefused(`approval of ${batchId}: ${status} ${JSON.stringify(body)}`)
}
