import type { Connection } from '../database/create-pool.js'
import { makeIdentifier } from '../identifiers/make-identifier.js'
import type { CaseKind } from './case-kinds.js'

/** Something about an item that only a person can settle. */
export type NewCase = { kind: CaseKind; ordinal: number; detail: Record<string, unknown> }

/** The same wherever it comes from: about an item, about a line of a statement, or about both. */
export type NewSubjectCase = {
  kind: CaseKind
  merchantId: string | null
  batchId: string | null
  ordinal: number | null
  statementId: string | null
  lineNumber: number | null
  detail: Record<string, unknown>
}

/**
 * Opens cases about items of one batch, and tells the merchant of each. One that is open already for the same reason
 * stays the only one; a correction is always one of its own.
 *
 * @returns the ids of those opened, in no particular order.
 */
export async function openCases(
  connection: Connection,
  { merchantId, isLive, id: batchId }: { merchantId: string; isLive: boolean; id: string },
  cases: NewCase[]
): Promise<string[]> {
  return await openSubjectCases(
    connection,
    isLive,
    cases.map((one) => ({ ...one, merchantId, batchId, statementId: null, lineNumber: null }))
  )
}

/**
 * The same for any merchants' items and for lines of statements, in one mode. One statement, so that a case is never
 * there without its event; a case that belongs to no merchant has nobody to tell.
 */
export async function openSubjectCases(connection: Connection, isLive: boolean, cases: NewSubjectCase[]): Promise<string[]> {
  if (cases.length === 0) return []
  const column = <Value>(pick: (one: NewSubjectCase) => Value) => cases.map(pick)
  const { rows } = await connection.query<{ id: string }>({
    name: 'open-cases',
    text: `WITH given AS (
             SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::integer[], $8::text[], $9::integer[], $10::jsonb[])
               AS given (id, event_id, kind, merchant_id, batch_id, ordinal, statement_id, line_number, detail)
           ), opened AS (
             INSERT INTO cases (merchant_id, is_live, batch_id, id, kind, ordinal, statement_id, line_number, detail, opened_at)
             SELECT merchant_id, $1, batch_id, id, kind, ordinal, statement_id, line_number, detail, arus_now() FROM given
             ON CONFLICT DO NOTHING
             RETURNING id, merchant_id
           ), event AS (
             INSERT INTO events (merchant_id, id, is_live, type, case_id, created_at)
             SELECT opened.merchant_id, given.event_id, $1, 'disbursement.case_opened', opened.id, arus_now()
             FROM opened JOIN given USING (id) WHERE opened.merchant_id IS NOT NULL
             RETURNING merchant_id, id
           ), delivery AS (
             INSERT INTO deliveries (merchant_id, event_id, endpoint_id)
             SELECT event.merchant_id, event.id, endpoint.id
             FROM event JOIN webhook_endpoints AS endpoint ON endpoint.merchant_id = event.merchant_id AND endpoint.is_live = $1
             WHERE endpoint.deleted_at IS NULL AND (endpoint.events IS NULL OR 'disbursement.case_opened' = ANY (endpoint.events))
           )
           SELECT id FROM opened`,
    values: [
      isLive,
      column(() => makeIdentifier('case')),
      column(() => makeIdentifier('event')),
      column((one) => one.kind),
      column((one) => one.merchantId),
      column((one) => one.batchId),
      column((one) => one.ordinal),
      column((one) => one.statementId),
      column((one) => one.lineNumber),
      column((one) => JSON.stringify(one.detail))
    ]
  })
  return rows.map((row) => row.id)
}
