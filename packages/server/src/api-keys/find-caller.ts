import type { Queryable } from '../database/create-pool.js'
import type { Caller } from '../http/caller.js'
import { hashKey } from '../secrets/hash-key.js'
import { SECRET_KEY_PATTERN } from './api-key.js'

/**
 * Finds who holds a secret key: the one query that knows no merchant yet. Undefined for an unknown key, a revoked one
 * and what isn't a key at all; nothing tells them apart.
 */
export async function findCaller(database: Queryable, masterKey: Buffer, secretKey: string): Promise<Caller | undefined> {
  if (!SECRET_KEY_PATTERN.test(secretKey)) return undefined
  const { rows } = await database.query<Omit<Caller, 'secretKey'>>({
    name: 'find-caller',
    text: `SELECT merchant_id AS "merchantId", is_live AS "isLive", id AS "apiKeyId" FROM api_keys
           WHERE lookup_hash = $1 AND revoked_at IS NULL`,
    values: [hashKey(masterKey, secretKey)]
  })
  return rows[0] === undefined ? undefined : { ...rows[0], secretKey }
}
