import type { Connection } from '../database/create-pool.js'
import { ApiError } from '../errors/api-error.js'
import { lockIntake } from './lock-intake.js'
import { QUARANTINE_REASONS, type QuarantineReason } from './quarantine.js'

/** What a new batch must be held against: payments of a lost history that may be the same. */
export type Admission = {
  isLive: boolean
  /** The newest quarantine whose lost time no bank statement tells of yet: every new batch is asked about first. */
  unreconciledQuarantineId: string | undefined
  /** Whether any quarantine was ever opened: only then can a line of a statement be a payment that was lost. */
  hasLostTime: boolean
}

type Row = { id: string; reason: QuarantineReason; isClosed: boolean; isReconciled: boolean }

/**
 * Says whether a new batch may be taken in, within the transaction that does it, and keeps quarantines from being opened
 * until its end.
 *
 * @throws ApiError DATABASE_QUARANTINED while a quarantine stands for the mode, with what an operator must do
 */
export async function admitBatch(connection: Connection, isLive: boolean): Promise<Admission> {
  await lockIntake(connection, 'beside_others')
  const { rows } = await connection.query<Row>({
    name: 'admit-batch',
    text: `SELECT quarantine.id, quarantine.reason,
             NOT EXISTS (SELECT 1 FROM quarantine_ends WHERE quarantine_id = quarantine.id AND is_live = $1) AS "isClosed",
             EXISTS (SELECT 1 FROM quarantine_ends WHERE quarantine_id = quarantine.id AND is_live = $1 AND kind = 'lifted') AS "isReconciled"
           FROM quarantines AS quarantine ORDER BY quarantine.opened_at DESC, quarantine.id`,
    values: [isLive]
  })
  const closed = rows.find((row) => row.isClosed)
  if (closed !== undefined) refuse(closed, isLive)
  return {
    isLive,
    unreconciledQuarantineId: rows.find((row) => !row.isReconciled)?.id,
    hasLostTime: rows.length > 0
  }
}

function refuse({ id, reason }: Row, isLive: boolean): never {
  const mode = isLive ? 'live' : 'test'
  throw new ApiError('DATABASE_QUARANTINED', {
    message:
      `no new ${mode} disbursements are taken in: ${QUARANTINE_REASONS[reason]}, so one that was submitted before may be unknown here and would be paid twice. ` +
      `Send it again, with the same idempotency_key, when the operator of this server has reconciled a bank statement for the lost time, or overridden the quarantine ${id}`
  })
}
