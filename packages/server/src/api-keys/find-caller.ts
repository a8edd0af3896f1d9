import type { Queryable } from '../database/create-pool.js'
import type { Caller } from '../http/caller.js'
import type { KeyTerms } from './key-terms.js'

/** Who holds a key, and what is asked of each request with it. */
export type FoundCaller = Omit<Caller, 'secretKey'> & Pick<KeyTerms, 'scopes' | 'allowedAddresses'>

/**
 * Finds who holds a key by its keyed hash: the one query that knows no merchant yet. Undefined for an unknown key, a
 * revoked one and what isn't a key at all; nothing tells them apart.
 *
 * @param lookupHashes those under which it may be stored (`hashesOfKey`)
 */
export async function findCaller(database: Queryable, ...lookupHashes: Buffer[]): Promise<FoundCaller | undefined> {
  const { rows } = await database.query<FoundCaller>({
    name: 'find-caller',
    text: `SELECT merchant_id AS "merchantId", is_live AS "isLive", id AS "apiKeyId", scopes,
                  allowed_addresses AS "allowedAddresses"
           FROM api_keys WHERE lookup_hash = ANY ($1::bytea[]) AND revoked_at IS NULL`,
    values: [lookupHashes]
  })
  return rows[0]
}
