import type { Connection } from '../database/create-pool.js'
import { makeIdentifier } from '../identifiers/make-identifier.js'
import { type ApprovalBlockedDetail, type ItemCorrectedDetail, type SettlingDetail, writeDetail } from './event-detail.js'

type AboutBatch = { batchId: string; accountValidationId?: undefined }

/** An event as the code that finds the fact states it. Bodies are built from rows when sent, so only what rows lose is in `detail`. */
export type NewEvent = { merchantId: string; isLive: boolean } & (
  | ({ type: 'disbursement.validation_completed' | 'disbursement.completed'; detail?: undefined } & AboutBatch)
  | ({ type: 'disbursement.approval_blocked'; detail: ApprovalBlockedDetail } & AboutBatch)
  | ({ type: 'disbursement.settling'; detail: SettlingDetail } & AboutBatch)
  | ({ type: 'disbursement.item_corrected'; detail: ItemCorrectedDetail } & AboutBatch)
  | { type: 'account_validation.completed'; accountValidationId: string; batchId?: undefined; detail?: undefined }
)

/**
 * Writes an event, and one delivery for each of the merchant's endpoints of that mode that wants it, in the caller's
 * transaction: the event is there exactly when the fact is.
 *
 * @returns the event's id, or undefined when the batch or validation has told this already.
 *
 * @example
 * await writeEvent(connection, { merchantId, isLive, type: 'disbursement.completed', batchId })
 */
export async function writeEvent(connection: Connection, event: NewEvent): Promise<string | undefined> {
  const { rows } = await connection.query<{ id: string }>({
    name: 'write-event',
    text: `
      WITH event AS (
        INSERT INTO events (merchant_id, id, is_live, type, batch_id, account_validation_id, detail)
        SELECT $1, $2, $3, $4, $5, $6, $7::jsonb || CASE
          WHEN $4 = 'disbursement.settling' THEN (SELECT jsonb_build_object('doneItems', done_items) FROM batches WHERE merchant_id = $1 AND id = $5)
          ELSE '{}' END
        ON CONFLICT DO NOTHING
        RETURNING merchant_id, id, is_live, type
      ), delivery AS (
        INSERT INTO deliveries (merchant_id, event_id, endpoint_id)
        SELECT merchant_id, event.id, endpoint.id
        FROM event JOIN webhook_endpoints AS endpoint USING (merchant_id, is_live)
        WHERE endpoint.deleted_at IS NULL AND (endpoint.events IS NULL OR event.type = ANY (endpoint.events))
      )
      SELECT id FROM event`,
    values: [
      event.merchantId,
      makeIdentifier('event'),
      event.isLive,
      event.type,
      event.batchId ?? null,
      event.accountValidationId ?? null,
      writeDetail(event.detail)
    ]
  })
  return rows[0]?.id
}
