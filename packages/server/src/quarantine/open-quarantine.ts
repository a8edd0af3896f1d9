import { appendAudit } from '../audit/append-audit.js'
import type { Connection } from '../database/create-pool.js'
import { makeIdentifier } from '../identifiers/make-identifier.js'
import { type DatabaseIdentity, presentIdentity, type RecordedIdentity } from './database-identity.js'
import { lockIntake } from './lock-intake.js'
import { type QuarantineReason, SERVER_ACTOR } from './quarantine.js'

export type NewQuarantine = {
  reason: QuarantineReason
  found: DatabaseIdentity
  inside: RecordedIdentity | undefined
  outside: RecordedIdentity | undefined
  lostSince: string
  /** A claim of the lost history may have been made a moment ago, and have let a worker send for so long. */
  leaseMs: number
}

/**
 * Opens a quarantine, within the transaction that found the reason for it. From its commit on no batch is taken in, and
 * nothing is sent until `markOpenItems` is through.
 *
 * @returns its id.
 */
export async function openQuarantine(connection: Connection, quarantine: NewQuarantine): Promise<string> {
  // Batches that are being taken in are waited for, and counted among those from before.
  await lockIntake(connection, 'alone')
  const id = makeIdentifier('quarantine')
  const { reason, found, inside, outside } = quarantine
  const identities = {
    recorded_outside: outside === undefined ? null : presentIdentity(outside),
    recorded_inside: inside === undefined ? null : presentIdentity(inside),
    found: presentIdentity(found)
  }
  // Whole seconds, rounded outwards: a person asks the bank for a statement of this time, and names it in a command.
  await connection.query({
    text: `INSERT INTO quarantines (id, reason, recorded_outside, recorded_inside, found, lost_since, lost_until, opened_at)
           VALUES ($1, $2, $3, $4, $5, date_trunc('second', $6::timestamptz),
             date_trunc('second', arus_now() + make_interval(secs => $7::double precision / 1000)) + interval '1 second', arus_now())`,
    values: [
      id,
      reason,
      outside === undefined ? null : JSON.stringify(identities.recorded_outside),
      inside === undefined ? null : JSON.stringify(identities.recorded_inside),
      JSON.stringify(identities.found),
      quarantine.lostSince,
      quarantine.leaseMs
    ]
  })
  const batchCount = await insertQuarantinedBatches(connection, id)
  await appendAudit(connection, {
    merchantId: null,
    isLive: null,
    actor: SERVER_ACTOR,
    action: 'quarantine.opened',
    subject: id,
    detail: { reason, lost_since: quarantine.lostSince, open_batches: batchCount, ...identities }
  })
  return id
}

/** Whatever is not over, approved or not: what waits for approval here may have been approved and paid in what is lost. */
async function insertQuarantinedBatches(connection: Connection, quarantineId: string): Promise<number> {
  const { rowCount } = await connection.query({
    text: `INSERT INTO quarantined_batches AS known (merchant_id, batch_id, quarantine_id, asks_first, lost_since, lost_until)
           SELECT batch.merchant_id, batch.id, quarantine.id, true, quarantine.lost_since, quarantine.lost_until
           FROM batches AS batch CROSS JOIN quarantines AS quarantine
           WHERE quarantine.id = $1 AND batch.status IN ('validating', 'need_approval', 'approved')
           ON CONFLICT (merchant_id, batch_id) DO UPDATE SET quarantine_id = excluded.quarantine_id, asks_first = true,
             lost_since = least(known.lost_since, excluded.lost_since), lost_until = greatest(known.lost_until, excluded.lost_until),
             next_ordinal = 0, marked_at = NULL`,
    values: [quarantineId]
  })
  return rowCount ?? 0
}
