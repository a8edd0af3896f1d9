import type { Queryable } from '../database/create-pool.js'
import { MasterKeyError } from './master-key-error.js'
import { openSecret } from './open-secret.js'

/**
 * Makes sure at the start that the master key is the one which this database's secrets are sealed with. With another,
 * every API key would look unknown.
 *
 * @throws MasterKeyError that says so
 */
export async function checkMasterKey(database: Queryable, masterKey: Buffer): Promise<void> {
  const { rows } = await database.query<{ sealedKey: Buffer }>(
    'SELECT sealed_key AS "sealedKey" FROM api_keys ORDER BY created_at DESC LIMIT 1'
  )
  if (rows[0] === undefined) return
  try {
    openSecret(masterKey, rows[0].sealedKey)
  } catch (cause) {
    const message = 'the secrets of this database were sealed with another ARUS_MASTER_KEY'
    throw new MasterKeyError(`${message}: set ARUS_MASTER_KEY to the key that this database was made with`, { cause })
  }
}
