import { callRail } from '../rails/call-rail.js'
import type { BatchRecorder } from '../workers/create-batch-recorder.js'
import { type AskContext, askAboutItems } from './ask-about-items.js'
import type { ItemReport } from './record-outcomes.js'

/**
 * Asks the rail, by our reference, about items that wait for an answer: accepted, unknown, and those found in `sending`
 * after their lease, whose worker is gone. Those are never sent again from there.
 *
 * @returns how many were claimed.
 */
export async function checkItems({
  recorder,
  ...context
}: AskContext & { recorder: BatchRecorder<ItemReport> }): Promise<number> {
  return await askAboutItems(context, {
    batchStatus: 'approved',
    itemStatuses: ['sending', 'accepted', 'unknown'],
    maxItems: 200,
    ask: (rail, item) => callRail(rail, 'status', item.id, context.clock),
    record: (batch, { ordinal, attempt, askedAtMs }, outcome) =>
      recorder.add(batch, { ordinal, attempt, source: 'status', outcome, askedAtMs })
  })
}
