import type { CaseKind } from '../cases/case-kinds.js'
import type { Queryable } from '../database/create-pool.js'
import { ApiError } from '../errors/api-error.js'
import type { EventType } from './event-types.js'

type AnyEvent = { merchantId: string; id: string; isLive: boolean; detail: Record<string, unknown>; createdAt: string }

export type BatchEvent = AnyEvent & {
  type: Exclude<EventType, 'account_validation.completed' | 'disbursement.case_opened'>
  batchId: string
  name: string
  description: string
  batchStatus: string
  batchCreatedAt: string
  totalAmountSen: bigint
  itemCount: number
  invalidItems: number
  invalidAmountSen: bigint
  doneItems: number
  doneAmountSen: bigint
}

export type ValidationEvent = AnyEvent & {
  type: 'account_validation.completed'
  accountNumber: string
  bankCode: string
  accountHolder: string
  validationStatus: string
}

export type CaseEvent = AnyEvent & {
  type: 'disbursement.case_opened'
  caseId: string
  caseKind: CaseKind
  caseBatchId: string | null
  caseItemId: string | null
  /** Of its item, or of the line of a statement that is about none. */
  caseAmountSen: bigint
}

/** A row of `events` together with what it is about; `writeEvent` sees to it that the type and the subject agree. */
export type EventRecord = BatchEvent | ValidationEvent | CaseEvent

/** The SELECT that yields {@link EventRecord}s, up to and without its WHERE. */
export const SELECT_EVENT = `
  SELECT event.merchant_id AS "merchantId", event.id, event.is_live AS "isLive", event.type, event.detail, event.created_at AS "createdAt",
    batch.id AS "batchId", batch.name, batch.description, batch.status AS "batchStatus", batch.created_at AS "batchCreatedAt",
    batch.total_amount_sen AS "totalAmountSen", batch.item_count AS "itemCount", batch.invalid_items AS "invalidItems",
    batch.invalid_amount_sen AS "invalidAmountSen", batch.done_items AS "doneItems", batch.done_amount_sen AS "doneAmountSen",
    validation.account_number AS "accountNumber", validation.bank_code AS "bankCode",
    validation.account_holder AS "accountHolder", validation.status AS "validationStatus",
    opened.id AS "caseId", opened.kind AS "caseKind", opened.batch_id AS "caseBatchId", item.id AS "caseItemId",
    coalesce(item.amount_sen, line.amount_sen) AS "caseAmountSen"
  FROM events AS event
  LEFT JOIN batches AS batch ON batch.merchant_id = event.merchant_id AND batch.id = event.batch_id
  LEFT JOIN account_validations AS validation ON validation.merchant_id = event.merchant_id AND validation.id = event.account_validation_id
  LEFT JOIN cases AS opened ON opened.merchant_id = event.merchant_id AND opened.id = event.case_id
  LEFT JOIN items AS item ON item.merchant_id = opened.merchant_id AND item.batch_id = opened.batch_id AND item.ordinal = opened.ordinal
  LEFT JOIN statement_lines AS line ON line.statement_id = opened.statement_id AND line.line_number = opened.line_number`

/** Whose events a caller may see: one merchant's, in one mode. */
export type EventScope = { merchantId: string; isLive: boolean }

/**
 * Reads one event and what it is about.
 *
 * @throws ApiError DPAY_NOT_FOUND, also for another merchant's and for one of the other mode
 */
export async function readEventRecord(
  database: Queryable,
  { merchantId, isLive }: EventScope,
  eventId: string
): Promise<EventRecord> {
  const { rows } = await database.query<EventRecord>({
    name: 'read-event',
    text: `${SELECT_EVENT} WHERE event.merchant_id = $1 AND event.is_live = $2 AND event.id = $3`,
    values: [merchantId, isLive, eventId]
  })
  if (rows[0] === undefined) throw new ApiError('DPAY_NOT_FOUND', { message: 'event not found' })
  return rows[0]
}
