import type { Queryable } from '../database/create-pool.js'
import { ApiError } from '../errors/api-error.js'
import { parseStatement, STATEMENT_COLUMNS, type StatementRow, type StoredStatement } from './statement.js'

/** Lists statements, the newest period first. `count` is how many there are in all. */
export async function listStatements(
  database: Queryable,
  filter: { isLive?: boolean },
  { limit }: { limit: number }
): Promise<{ statements: StatementRow[]; count: number }> {
  const { rows } = await database.query<StoredStatement & { count: number }>({
    name: 'list-statements',
    text: `SELECT ${STATEMENT_COLUMNS}, (count(*) OVER ())::integer AS count FROM statements
           WHERE $1::boolean IS NULL OR is_live = $1 ORDER BY period_to DESC, created_at DESC, id LIMIT $2`,
    values: [filter.isLive ?? null, limit]
  })
  return { statements: rows.map(({ count: _, ...row }) => parseStatement(row)), count: rows[0]?.count ?? 0 }
}

/** @throws ApiError DPAY_NOT_FOUND */
export async function findStatementById(database: Queryable, id: string): Promise<StatementRow> {
  const { rows } = await database.query<StoredStatement>({
    name: 'find-statement-by-id',
    text: `SELECT ${STATEMENT_COLUMNS} FROM statements WHERE id = $1`,
    values: [id]
  })
  if (rows[0] === undefined) throw new ApiError('DPAY_NOT_FOUND', { message: `there is no statement ${id}` })
  return parseStatement(rows[0])
}
