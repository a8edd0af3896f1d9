import type { Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { writeEvent } from '../events/write-event.js'
import { checkDelayMs } from '../items/check-schedule.js'
import { callRail } from '../rails/call-rail.js'
import { findRail } from '../rails/find-rail.js'
import type { InquiryOutcome, Rail } from '../rails/rail.js'
import type { Clock } from '../time/clock.js'
import type { CallLane, CallLanes } from '../workers/create-call-places.js'
import { ACCOUNT_VALIDATION_COLUMNS, type AccountValidationRow } from './account-validation.js'

/** A claim outlives the longest call by this much, so that only a worker that is gone loses it. */
const LEASE_MARGIN_MS = 10_000

/**
 * Asks the banks about accounts whose validation is due, and writes down each answer as it comes: one step of a worker.
 * Where there is no answer the bank is asked again, later each time. Asking twice does no harm, so the first answer counts.
 *
 * @param options.signal once it is aborted nothing new is claimed; questions under way are seen to their end.
 * @returns how many were asked about.
 *
 * @example
 * steps: [{ name: 'inquire', step: (signal, lanes) => inquireAccounts({ pool, rails, lanes }, { signal, limit: 50 }) }]
 */
export async function inquireAccounts(
  { pool, rails, lanes, clock }: { pool: Pool; rails: readonly Rail[]; lanes: CallLanes; clock?: Clock },
  { signal, limit }: { signal: AbortSignal; limit: number }
): Promise<number> {
  if (signal.aborted || rails.length === 0) return 0
  const claimed = await claimValidations(pool, rails, limit)
  await Promise.all(
    claimed.map((validation) => {
      const rail = findRail(rails, validation.isLive)
      return inquireOne({ pool, rail, lane: lanes.get(rail.name)! }, validation, clock)
    })
  )
  return claimed.length
}

/** Each claim counts as a question, so an account that takes a worker down with it is asked about less and less often. */
async function claimValidations(pool: Pool, rails: readonly Rail[], limit: number): Promise<AccountValidationRow[]> {
  const leaseMs = Math.max(...rails.map((rail) => rail.timeoutMs)) + LEASE_MARGIN_MS
  const { rows } = await pool.query<AccountValidationRow>({
    name: 'claim-account-validations',
    text: `UPDATE account_validations
           SET check_count = check_count + 1, due_at = arus_now() + make_interval(secs => $1::double precision / 1000)
           WHERE (merchant_id, id) IN (
             SELECT merchant_id, id FROM account_validations
             WHERE status = 'processing' AND due_at <= arus_now() AND is_live = ANY ($2::boolean[])
             ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
           RETURNING ${ACCOUNT_VALIDATION_COLUMNS}`,
    values: [leaseMs, rails.map((rail) => rail.isLive), limit]
  })
  return rows
}

async function inquireOne(
  { pool, rail, lane }: { pool: Pool; rail: Rail; lane: CallLane },
  validation: AccountValidationRow,
  clock: Clock | undefined
): Promise<void> {
  const { bankCode, accountNumber } = validation
  const account = { bankCode, accountNumber, accountOwnerName: '' }
  const outcome = await lane.run(() => callRail(rail, 'inquire', account, clock))
  if (outcome.kind === 'unknown') await postpone(pool, validation)
  else await recordAnswer(pool, validation, outcome)
}

/** Only by whoever asked last: a worker that was away for long must not move what another has claimed since. */
async function postpone(pool: Pool, { merchantId, id, checkCount }: AccountValidationRow): Promise<void> {
  await pool.query({
    name: 'postpone-account-validation',
    text: `UPDATE account_validations SET due_at = arus_now() + make_interval(secs => $4::double precision / 1000)
           WHERE merchant_id = $1 AND id = $2 AND status = 'processing' AND check_count = $3`,
    values: [merchantId, id, checkCount, checkDelayMs(checkCount - 1)]
  })
}

async function recordAnswer(
  pool: Pool,
  validation: AccountValidationRow,
  answer: Exclude<InquiryOutcome, { kind: 'unknown' }>
): Promise<void> {
  await withTransaction(pool, async (connection) => {
    const { rowCount } = await connection.query({
      name: 'record-account-validation',
      text: `UPDATE account_validations SET status = $3, account_holder = $4, completed_at = arus_now()
             WHERE merchant_id = $1 AND id = $2 AND status = 'processing'`,
      values: [validation.merchantId, validation.id, answer.kind, answer.kind === 'valid' ? answer.accountHolder : '']
    })
    if (rowCount !== 1) return
    const { merchantId, isLive, id } = validation
    await writeEvent(connection, { merchantId, isLive, type: 'account_validation.completed', accountValidationId: id })
  })
}
