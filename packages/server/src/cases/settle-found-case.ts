import type { Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { wakeWorkers } from '../workers/wake-workers.js'
import type { CaseRow } from './case.js'
import { findCase } from './find-case.js'
import { type CaseSettlement, settleCase } from './settle-case.js'

/**
 * Settles a case named by its id alone, for an operator.
 *
 * @throws ApiError like `settleCase`
 *
 * @example
 * await settleFoundCase(pool, 'case_Uv6Wx7Yz8A0042', 'operator:sari', { resolution: 'paid', reference: 'BCA-00418', reason: 'confirmed by the branch' })
 */
export async function settleFoundCase(pool: Pool, caseId: string, actor: string, settlement: CaseSettlement): Promise<CaseRow> {
  const { merchantId, isLive } = await findCase(pool, caseId)
  const settled = await withTransaction(pool, (connection) =>
    settleCase(connection, { merchantId, isLive, actor }, caseId, settlement)
  )
  await wakeWorkers(pool)
  return settled
}
