import type { Queryable } from '../database/create-pool.js'
import type { MasterKey } from '../secrets/master-key.js'
import { findSigningKeys } from './find-signing-keys.js'

/** Finds the API key that signs a merchant's webhooks of one mode; undefined where none was chosen. Never logged. */
export async function findSigningKey(
  database: Queryable,
  masterKey: MasterKey,
  scope: { merchantId: string; isLive: boolean }
): Promise<string | undefined> {
  return (await findSigningKeys(database, masterKey, [scope]))(scope)
}
