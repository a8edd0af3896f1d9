import type { Connection, Queryable } from '../database/create-pool.js'
import { ApiError } from '../errors/api-error.js'
import type { ItemStatus } from '../items/item-states.js'
import { SECOND_PAYMENTS_OF_CASE } from '../statements/second-payments-of-case.js'
import type { CaseKind } from './case-kinds.js'

/** A case, with what there is to know of its item. Amounts in sen, times as RFC 3339 text. */
export type CaseRow = {
  id: string
  /** Null for a line of a statement of all merchants that names none of their items. */
  merchantId: string | null
  isLive: boolean
  kind: CaseKind
  batchId: string | null
  ordinal: number | null
  itemId: string | null
  itemStatus: ItemStatus | null
  /**
   * Until when a worker may be sending the item: one of this database, or one of a history that it knows nothing of. Null where
   * none may at this moment.
   */
  sendingUntil: string | null
  /** Statements have a second payment of the item, and one that came back, of the same amount: one of them is the case's own line. */
  secondCameBack: boolean
  /** Of the item, or of the line where there is no item. */
  amountSen: bigint
  statementId: string | null
  lineNumber: number | null
  detail: Record<string, unknown>
  openedAt: string
  ageSeconds: number
  /** When the bank is asked about the item again; null where it isn't. */
  nextCheckAt: string | null
  closedAt: string | null
  resolution: string
  reference: string
  reason: string
  settledBy: string | null
  /** The case by whose settlement this one was closed too. */
  settledWith: string | null
}

/** The SELECT that yields {@link CaseRow}s, up to and without its WHERE. */
export const SELECT_CASE = `
  SELECT one.id, one.merchant_id AS "merchantId", one.is_live AS "isLive", one.kind, one.batch_id AS "batchId", one.ordinal,
    item.id AS "itemId", item.status AS "itemStatus",
    CASE WHEN attempt.send_until > arus_now() AND (item.status = 'sending' OR (item.status = 'unknown' AND attempt.worker_id = 'restored'))
      THEN attempt.send_until END AS "sendingUntil",
    one.kind IN ('paid_twice', 'contradiction') AND EXISTS (SELECT 1 ${SECOND_PAYMENTS_OF_CASE}) AS "secondCameBack",
    coalesce(item.amount_sen, line.amount_sen, back.amount_sen) AS "amountSen", one.statement_id AS "statementId", one.line_number AS "lineNumber", one.detail,
    one.opened_at AS "openedAt", greatest(0, floor(extract(epoch FROM coalesce(one.closed_at, arus_now()) - one.opened_at)))::integer AS "ageSeconds",
    CASE WHEN one.closed_at IS NULL AND item.status IN ('sending', 'accepted', 'unknown') THEN item.due_at END AS "nextCheckAt",
    one.closed_at AS "closedAt", one.resolution,
    one.reference, one.reason, one.settled_by AS "settledBy", one.settled_with AS "settledWith"
  FROM cases AS one
  LEFT JOIN items AS item ON item.merchant_id = one.merchant_id AND item.batch_id = one.batch_id AND item.ordinal = one.ordinal
  LEFT JOIN transfer_attempts AS attempt ON attempt.merchant_id = item.merchant_id AND attempt.batch_id = item.batch_id
    AND attempt.ordinal = item.ordinal AND attempt.attempt = item.attempt
  LEFT JOIN statement_lines AS line ON line.statement_id = one.statement_id AND line.line_number = one.line_number
  LEFT JOIN statement_returns AS back ON back.statement_id = one.statement_id AND back.line_number = one.line_number`

/** Whose cases: one merchant's in one mode, or those that belong to no merchant. */
export type CaseScope = { merchantId: string | null; isLive: boolean }

/** @throws ApiError DPAY_NOT_FOUND, also for another merchant's and for one of the other mode */
export async function readCase(database: Queryable, { merchantId, isLive }: CaseScope, caseId: string): Promise<CaseRow> {
  const { rows } = await database.query<CaseRow>({
    name: 'read-case',
    text: `${SELECT_CASE} WHERE one.merchant_id IS NOT DISTINCT FROM $1 AND one.is_live = $2 AND one.id = $3`,
    values: [merchantId, isLive, caseId]
  })
  return rows[0] ?? refuseUnknownCase()
}

/** Locks a case until the transaction's end. After its batch and its item, as everywhere. */
export async function lockCase(connection: Connection, caseId: string): Promise<void> {
  await connection.query({ name: 'lock-case', text: 'SELECT 1 FROM cases WHERE id = $1 FOR UPDATE', values: [caseId] })
}

function refuseUnknownCase(): never {
  throw new ApiError('DPAY_NOT_FOUND', { message: 'case not found' })
}
