import type { Connection, Queryable } from '../database/create-pool.js'
import { ApiError } from '../errors/api-error.js'
import { BATCH_COLUMNS, type BatchRow, type Scope } from './batch.js'

/**
 * Reads one batch of the caller's. Another merchant's, one of the other mode and a deleted one answer alike: 404, as if
 * they did not exist.
 */
export async function readBatch(database: Queryable, scope: Scope, batchId: string): Promise<BatchRow> {
  const { rows } = await database.query<BatchRow>({
    name: 'read-batch',
    text: `SELECT ${BATCH_COLUMNS} FROM batches WHERE merchant_id = $1 AND is_live = $2 AND id = $3 AND status <> 'deleted'`,
    values: [scope.merchantId, scope.isLive, batchId]
  })
  return rows[0] ?? refuseUnknownBatch()
}

/** Reads one batch by its `idempotency_key`; 404 like {@link readBatch}. */
export async function findBatchByKey(database: Queryable, scope: Scope, batchKey: string): Promise<BatchRow> {
  const { rows } = await database.query<BatchRow>({
    name: 'find-batch-by-key',
    text: `SELECT ${BATCH_COLUMNS} FROM batches WHERE merchant_id = $1 AND is_live = $2 AND batch_key = $3 AND status <> 'deleted'`,
    values: [scope.merchantId, scope.isLive, batchKey]
  })
  return rows[0] ?? refuseUnknownBatch()
}

/** Locks a batch until the transaction's end: whoever changes its status or its counters goes through here first. */
export async function lockBatch(connection: Connection, scope: Scope, batchId: string): Promise<BatchRow> {
  return (await lockBatchIfThere(connection, scope, batchId)) ?? refuseUnknownBatch()
}

/** The same for a worker, to whom a deleted batch is no error. */
export async function lockBatchIfThere(connection: Connection, scope: Scope, batchId: string): Promise<BatchRow | undefined> {
  const { rows } = await connection.query<BatchRow>({
    name: 'lock-batch',
    text: `SELECT ${BATCH_COLUMNS} FROM batches WHERE merchant_id = $1 AND is_live = $2 AND id = $3 AND status <> 'deleted' FOR UPDATE`,
    values: [scope.merchantId, scope.isLive, batchId]
  })
  return rows[0]
}

function refuseUnknownBatch(): never {
  throw new ApiError('DPAY_NOT_FOUND', { message: 'disbursement not found' })
}
