import type { Pool } from '../database/create-pool.js'
import { ApiError } from '../errors/api-error.js'
import { parseJson } from '../http/parse-json.js'
import { fingerprintRequest } from '../idempotency/fingerprint-request.js'
import { type IdempotentAnswer, runIdempotently } from '../idempotency/run-idempotently.js'
import { checkSubmission, type SubmissionLimits } from './check-submission.js'
import { presentBatchSummary } from './present-batch.js'
import { submitBatch } from './submit-batch.js'

/** All that a submit says besides its body. Plain data, so that it can be handed to another thread. */
export type Intake = {
  merchantId: string
  isLive: boolean
  actor: string
  /** Undefined: this mode has no rail, and what is no replay is refused. */
  rail: string | undefined
  feePerItemSen: bigint
  limits: SubmissionLimits
  path: string
  query: Record<string, unknown>
  requestKey: string | undefined
  batchKey: string | undefined
  forceDisburse: boolean
  skipValidation: boolean
}

/**
 * Takes a batch in: parses, checks, stores it, and answers, once for each request key.
 *
 * The body is checked only when no earlier answer is found: limits may have changed since, and a caller who lost the
 * first answer must not be told that its batch, which exists, was refused.
 *
 * @throws ApiError for everything that is wrong with the request; nothing is left behind then
 */
export async function intakeSubmission(pool: Pool, intake: Intake, body: unknown): Promise<IdempotentAnswer> {
  const { merchantId, isLive, requestKey, path, query, batchKey } = intake
  const fingerprint = fingerprintRequest({ method: 'POST', path, query, body, batchKey })
  return runIdempotently(pool, { merchantId, isLive, key: requestKey, fingerprint }, async (connection) => {
    if (intake.rail === undefined) throw new ApiError('RAIL_NOT_CONFIGURED')
    const submission = {
      ...checkSubmission(body, intake.limits),
      batchKey: batchKey ?? requestKey,
      forceDisburse: intake.forceDisburse,
      skipValidation: intake.skipValidation
    }
    const { actor, rail, feePerItemSen } = intake
    const batch = await submitBatch(connection, { merchantId, isLive, actor, rail, feePerItemSen }, submission)
    return { statusCode: 200, body: { data: presentBatchSummary(batch) } }
  })
}

/** The same, for a body that nobody has parsed yet. */
export async function intakeBytes(pool: Pool, intake: Intake, bytes: Uint8Array): Promise<IdempotentAnswer> {
  return intakeSubmission(pool, intake, parseJson(bytes))
}
