import { MISSING, refuseFields } from '../http/refuse-fields.js'

/**
 * Reads which batch a status request asks about: by its id, or by its `idempotency_key`. With both, the id decides; an
 * empty one counts as left out.
 *
 * @throws ApiError DPAY_INVALID_REQUEST when there is neither, or one isn't a string
 */
export function readBatchReference(body: unknown): { id: string } | { batchKey: string } {
  const { disbursement_batch_id: id, idempotency_key: batchKey } = (body ?? {}) as Record<string, unknown>
  const wrong = Object.entries({ disbursement_batch_id: id, idempotency_key: batchKey }).filter(
    ([, value]) => value !== undefined && value !== null && typeof value !== 'string'
  )
  if (wrong.length > 0) throw refuseFields(wrong.map(([field]) => ({ field, message: 'must be a string' })))
  if (typeof id === 'string' && id !== '') return { id }
  if (typeof batchKey === 'string' && batchKey !== '') return { batchKey }
  throw refuseFields([{ field: 'disbursement_batch_id', message: `${MISSING}, or idempotency_key` }])
}
