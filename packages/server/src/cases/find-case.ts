import type { Queryable } from '../database/create-pool.js'
import { ApiError } from '../errors/api-error.js'
import { type CaseRow, SELECT_CASE } from './case.js'

/**
 * Finds a case by its id alone, for an operator, who may see all merchants' and those that are nobody's.
 *
 * @throws ApiError DPAY_NOT_FOUND
 */
export async function findCase(database: Queryable, caseId: string): Promise<CaseRow> {
  const { rows } = await database.query<CaseRow>({
    name: 'find-case',
    text: `${SELECT_CASE} WHERE one.id = $1`,
    values: [caseId]
  })
  if (rows[0] === undefined) throw new ApiError('DPAY_NOT_FOUND', { message: `there is no case ${caseId}` })
  return rows[0]
}
