import type { Caller } from '../load/create-caller.js'
import { type AcknowledgedBatch, submission } from '../load/submit-batches.js'

/** Sends acknowledged submits once more: each must be answered with its first answer, and with that of no other batch. */
export async function checkReplays(call: Caller, batches: readonly AcknowledgedBatch[], signal: AbortSignal): Promise<string[]> {
  const faults: string[] = []
  for (const batch of batches) {
    const { status, isReplay, body } = await call(batch.merchant.secretKey, submission(batch), signal)
    const id = (body.data as { id?: string } | undefined)?.id
    if (!isReplay || id !== batch.batchId)
      faults.push(
        `submit of ${batch.key}, sent again: ${status}, batch ${id} instead of ${batch.batchId}, ${isReplay ? 'a replay' : 'no replay'}`
      )
  }
  return faults
}
