import { setTimeout as delay } from 'node:timers/promises'
import type { DisbursementDetails, Durianpay } from '@arus/durianpay'
import type { Surroundings } from '../command-line/surroundings.js'
import { showProgress } from '../output/show-progress.js'
import { describeProgress } from './describe-batch.js'
import { isMoving } from './exit-of-batch.js'
import { describeStanding, readStanding } from './read-standing.js'

const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 3000

/**
 * Fetches a batch again and again, drawing its progress, until it is final or waits for a person. Where only
 * payments are left that the bank has not settled, which can take hours, this is said once.
 */
export async function watchBatch(client: Durianpay, id: string, surroundings: Surroundings): Promise<DisbursementDetails> {
  const progress = showProgress(surroundings)
  const { signal } = surroundings
  let isSettlingTold = false
  try {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 1.3)) {
      const batch = await client.disbursements.get(id, { signal })
      if (!isMoving(batch)) return batch
      if (!isSettlingTold && pauseMs === LONGEST_PAUSE_MS) {
        const note = describeStanding(await readStanding(client, batch, signal), id)
        if (note !== undefined) {
          progress.clear()
          surroundings.writeNote(`${note}\n`)
          isSettlingTold = true
        }
      }
      progress.show(describeProgress(batch, surroundings))
      await delay(pauseMs, undefined, { signal })
    }
  } finally {
    progress.clear()
  }
}
