import { createHash } from 'node:crypto'
import type { Connection, Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { ApiError } from '../errors/api-error.js'

/** How long a stored answer is given again. */
export const ANSWER_KEPT_DAYS = 30
const RETRY_AFTER_SECONDS = 1

export type IdempotentRequest = {
  merchantId: string
  isLive: boolean
  /** The request's idempotency key; undefined: it has none, and the work is just done. */
  key: string | undefined
  /** What the request asks for (`fingerprintRequest`). */
  fingerprint: Buffer
}

export type IdempotentAnswer = {
  statusCode: number
  /** The body as JSON text: a replay gives the very same. */
  body: string
  isReplay: boolean
}

/**
 * Does the work of a request at most once for each key of a merchant and mode, and gives its first answer again to who
 * asks again. Work, stored answer and lock share one transaction, so a crash leaves all of them or none.
 *
 * Only 2xx answers are stored, for 30 days. Work that throws is undone and uses up no key.
 *
 * @param work does everything in the transaction of the given connection; may run again when the database undid it
 * @throws ApiError REQUEST_ALREADY_SUBMITTED while another request with the key is at work; IDEMPOTENCY_KEY_REUSED when
 * the key's first request asked for something else; and what the work throws
 */
export async function runIdempotently(
  pool: Pool,
  request: IdempotentRequest,
  work: (connection: Connection) => Promise<{ statusCode: number; body: unknown }>
): Promise<IdempotentAnswer> {
  const { key } = request
  return withTransaction(pool, async (connection) => {
    if (key !== undefined) {
      await lockKey(connection, { ...request, key })
      const stored = await readAnswer(connection, { ...request, key })
      if (stored !== undefined) return replay(stored, request.fingerprint)
    }
    const answer = await work(connection)
    const first = { statusCode: answer.statusCode, body: JSON.stringify(answer.body), isReplay: false }
    if (key !== undefined && isSuccess(first.statusCode)) await storeAnswer(connection, { ...request, key }, first)
    return first
  })
}

type KeyedRequest = IdempotentRequest & { key: string }
type StoredAnswer = { fingerprint: Buffer; statusCode: number; body: string }

/**
 * Held until the transaction's end, so also until its answer can be read. Tried, never waited for: fifty retries that
 * wait would hold fifty connections.
 */
async function lockKey(connection: Connection, { merchantId, isLive, key }: KeyedRequest): Promise<void> {
  const number = createHash('sha256')
    .update(JSON.stringify(['idempotency', merchantId, isLive, key]))
    .digest()
    .readBigInt64BE()
  const { rows } = await connection.query<{ locked: boolean }>({
    name: 'lock-idempotency-key',
    text: 'SELECT pg_try_advisory_xact_lock($1::bigint) AS locked',
    values: [number]
  })
  if (!rows[0]!.locked) throw new ApiError('REQUEST_ALREADY_SUBMITTED', { retryAfterSeconds: RETRY_AFTER_SECONDS })
}

async function readAnswer(connection: Connection, { merchantId, isLive, key }: KeyedRequest): Promise<StoredAnswer | undefined> {
  const { rows } = await connection.query<StoredAnswer>({
    name: 'read-idempotent-answer',
    text: `SELECT fingerprint, status_code AS "statusCode", response_body AS body FROM idempotent_requests
           WHERE merchant_id = $1 AND is_live = $2 AND key = $3 AND expires_at > arus_now()`,
    values: [merchantId, isLive, key]
  })
  return rows[0]
}

function replay(stored: StoredAnswer, fingerprint: Buffer): IdempotentAnswer {
  if (!stored.fingerprint.equals(fingerprint)) throw new ApiError('IDEMPOTENCY_KEY_REUSED')
  return { statusCode: stored.statusCode, body: stored.body, isReplay: true }
}

async function storeAnswer(connection: Connection, request: KeyedRequest, answer: IdempotentAnswer): Promise<void> {
  await connection.query({
    name: 'store-idempotent-answer',
    text: `INSERT INTO idempotent_requests (merchant_id, is_live, key, fingerprint, status_code, response_body, created_at, expires_at)
           VALUES ($1, $2, $3, $4, $5, $6, arus_now(), arus_now() + make_interval(days => $7))
           ON CONFLICT (merchant_id, is_live, key) DO UPDATE SET
             fingerprint = excluded.fingerprint, status_code = excluded.status_code, response_body = excluded.response_body,
             created_at = excluded.created_at, expires_at = excluded.expires_at`,
    values: [
      request.merchantId,
      request.isLive,
      request.key,
      request.fingerprint,
      answer.statusCode,
      answer.body,
      ANSWER_KEPT_DAYS
    ]
  })
}

function isSuccess(statusCode: number): boolean {
  return statusCode >= 200 && statusCode < 300
}
