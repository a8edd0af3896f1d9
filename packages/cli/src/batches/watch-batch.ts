import { setTimeout as delay } from 'node:timers/promises'
import type { BatchStatus, DisbursementDetails, Durianpay } from '@arus/durianpay'
import type { ExitKind } from '../command-line/exit-codes.js'
import type { Surroundings } from '../command-line/surroundings.js'
import { showProgress } from '../output/show-progress.js'
import { describeProgress } from './describe-batch.js'

const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 3000

/** What each status means to a command that waits: `undefined` while the batch moves by itself. */
const EXIT_OF_STATUS: Record<BatchStatus, ExitKind | undefined> = {
  draft: undefined,
  // It needs a person now; or, under --force, a top-up.
  need_approval: 'ok',
  approved: undefined,
  rejected: 'negative',
  success: 'ok',
  partially_success: 'negative',
  failed: 'negative'
}

/** The exit of a command that ends with this batch: `ok` also while it is on its way. */
export function exitOfBatch(batch: { status: BatchStatus }): ExitKind {
  return EXIT_OF_STATUS[batch.status] ?? 'ok'
}

/** Fetches a batch again and again, drawing its progress, until it is final or waits for a person. */
export async function watchBatch(client: Durianpay, id: string, surroundings: Surroundings): Promise<DisbursementDetails> {
  const progress = showProgress(surroundings)
  const { signal } = surroundings
  try {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 1.3)) {
      const batch = await client.disbursements.get(id, { signal })
      if (EXIT_OF_STATUS[batch.status] !== undefined) return batch
      progress.show(describeProgress(batch, surroundings))
      await delay(pauseMs, undefined, { signal })
    }
  } finally {
    progress.clear()
  }
}
