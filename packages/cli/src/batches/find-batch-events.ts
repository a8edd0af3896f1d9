import { type Durianpay, isDurianpayError } from '@arus/durianpay'

/** What commands read of an event that is about a batch. */
export type BatchEvent = { id: string; data: Record<string, unknown> }

/** Those that say more about a batch than its status does. */
export type TellingEvent = 'disbursement.approval_blocked' | 'disbursement.settling' | 'disbursement.item_corrected'

/**
 * The events of one type about a batch, newest first. Events come newest first, and none is older than its batch: what is
 * before that is not fetched. None where the server, another's than ours, keeps no events.
 */
export async function findBatchEvents(
  client: Durianpay,
  batch: { id: string; created_at: string },
  type: TellingEvent,
  signal: AbortSignal
): Promise<BatchEvent[]> {
  const found: BatchEvent[] = []
  try {
    for await (const event of client.events.list({ type, signal })) {
      if (Date.parse(event.created_at) < Date.parse(batch.created_at)) break
      const data = event.data as unknown as Record<string, unknown>
      if (data.id === batch.id) found.push({ id: event.id, data })
    }
  } catch (error) {
    if (!(isDurianpayError(error) && error.kind === 'not_found')) throw error
  }
  return found
}
