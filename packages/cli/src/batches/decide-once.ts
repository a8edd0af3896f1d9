import { type BatchStatus, type Durianpay, isDurianpayError } from '@arus/durianpay'
import type { ShownBatch } from './describe-batch.js'

/** A batch that a decision was made about; `isDoneBefore` when this command found it made already. */
export type DecidedBatch = { batch: ShownBatch; isDoneBefore: boolean }

/**
 * Decides about a batch; where the server refuses because of its status, and that status is what the decision leads to,
 * it was made before: by the try whose answer was lost, say. Then the batch is given as it stands.
 *
 * @param isDone whether a status is what the decision leads to
 * @throws the refusal, when the batch is somewhere else
 */
export async function decideOnce(
  client: Durianpay,
  id: string,
  { decide, isDone, signal }: { decide: () => Promise<ShownBatch>; isDone: (status: BatchStatus) => boolean; signal: AbortSignal }
): Promise<DecidedBatch> {
  try {
    return { batch: await decide(), isDoneBefore: false }
  } catch (error) {
    if (!(isDurianpayError(error) && error.kind === 'forbidden' && error.errorCode === 'INVALID_DISBURSEMENT_STATUS')) throw error
    const batch = await client.disbursements.get(id, { signal })
    if (!isDone(batch.status)) throw error
    return { batch, isDoneBefore: true }
  }
}
