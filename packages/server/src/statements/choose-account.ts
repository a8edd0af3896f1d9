import type { Queryable } from '../database/create-pool.js'
import { ApiError } from '../errors/api-error.js'
import type { Rail } from '../rails/rail.js'
import type { NewStatement } from './statement.js'

/** Over what a server pays, as far as a statement needs to know it. */
export type KnownRails = readonly Pick<Rail, 'name' | 'isLive'>[]

/** Of which rail and account a statement is. */
export type StatementAccount = { rail: string | null; account: string }

/**
 * Says of which rail and which account of ours a statement is. Neither need be said where there is only one: the rail is the one
 * that the server pays over in that mode, or has paid over; an account needs no name until one has been given.
 *
 * @param given.rails those that this server is configured with
 * @throws ApiError DPAY_INVALID_REQUEST where it must be said, and for a rail that nothing here has to do with
 */
export async function chooseAccount(
  database: Queryable,
  statement: Pick<NewStatement, 'isLive' | 'merchantId' | 'rail' | 'account'>,
  rails: KnownRails
): Promise<StatementAccount> {
  const rail = chooseRail(statement.rail, await listRailsOfMode(database, statement.isLive, rails))
  const account = statement.account?.trim() ?? ''
  if (account === '') await refuseUnnamed(database, statement, rail)
  return { rail, account }
}

/** The rails that payments of a mode may have gone over: those of this server, and those of batches there are. */
export async function listRailsOfMode(database: Queryable, isLive: boolean, rails: KnownRails): Promise<string[]> {
  const { rows } = await database.query<{ rail: string }>({
    name: 'list-rails-of-batches',
    text: 'SELECT DISTINCT rail FROM batches WHERE is_live = $1',
    values: [isLive]
  })
  const configured = rails.filter((rail) => rail.isLive === isLive).map(({ name }) => name)
  return [...new Set([...configured, ...rows.map((row) => row.rail)])].sort()
}

function chooseRail(given: string | undefined, known: string[]): string | null {
  if (given !== undefined) {
    if (known.includes(given)) return given
    throw refuse('rail', `${JSON.stringify(given)} is no rail of this mode: there is ${known.join(', ') || 'none'}`)
  }
  if (known.length > 1) throw refuse('rail', `must be said, since payments go over more than one: ${known.join(', ')}`)
  return known[0] ?? null
}

/** A statement without a name beside others that have one could be any of them, and its lines lines of theirs. */
async function refuseUnnamed(
  database: Queryable,
  { isLive, merchantId }: Pick<NewStatement, 'isLive' | 'merchantId'>,
  rail: string | null
): Promise<void> {
  const { rows } = await database.query<{ account: string }>({
    name: 'list-named-accounts',
    text: `SELECT DISTINCT account FROM statements
           WHERE is_live = $1 AND account <> '' AND rail IS NOT DISTINCT FROM $2 AND merchant_id IS NOT DISTINCT FROM $3 ORDER BY 1`,
    values: [isLive, rail, merchantId ?? null]
  })
  if (rows.length === 0) return
  throw refuse('account', `must be said, since other statements have one: ${rows.map((row) => row.account).join(', ')}`)
}

function refuse(field: string, message: string): ApiError {
  return new ApiError('DPAY_INVALID_REQUEST', {
    message: `the ${field} of the statement: ${message}`,
    fieldErrors: [{ field, message }]
  })
}
