import type { Queryable } from '../database/create-pool.js'
import { type MasterKey, masterKeysOf } from './master-key.js'
import { MasterKeyError } from './master-key-error.js'
import { openSecret } from './open-secret.js'
import { FIRST_SEAL_VERSION, SEAL_VERSION, type SecretOwner, sealedPrefix } from './sealed-form.js'

/**
 * Makes sure at the start that every secret of this database was sealed with a master key that is set. With another,
 * its API key would look unknown, or its webhooks could not be signed.
 *
 * @throws MasterKeyError that says what to do
 */
export async function checkMasterKey(database: Queryable, masterKey: MasterKey): Promise<void> {
  const { sealedByOthers, sealed } = await countSealed(database, masterKey)
  const opensFirst = await canOpenFirstForm(database, masterKey)
  if (sealedByOthers === 0 && opensFirst) return
  if (sealedByOthers === sealed || !opensFirst) {
    throw new MasterKeyError(
      'the secrets of this database were sealed with another ARUS_MASTER_KEY: set ARUS_MASTER_KEY to the key that this database was made with'
    )
  }
  throw new MasterKeyError(
    `${sealedByOthers} of the ${sealed} secrets of this database are still sealed with another master key: set ARUS_MASTER_KEY_SECOND to it, and run "arus secrets reseal"`
  )
}

async function countSealed(database: Queryable, masterKey: MasterKey): Promise<{ sealedByOthers: number; sealed: number }> {
  const { rows } = await database.query<{ sealedByOthers: number; sealed: number }>({
    text: `SELECT count(*)::integer AS sealed,
                  (count(*) FILTER (WHERE substring(secret FROM 1 FOR 5) <> ALL ($1::bytea[])))::integer AS "sealedByOthers"
           FROM (SELECT sealed_key AS secret FROM api_keys
                 UNION ALL SELECT sealed_secret FROM webhook_endpoints
                 UNION ALL SELECT sealed_previous_secret FROM webhook_endpoints WHERE sealed_previous_secret IS NOT NULL) AS secrets
           WHERE substring(secret FROM 1 FOR 1) = $2`,
    values: [masterKeysOf(masterKey).map(sealedPrefix), Buffer.of(SEAL_VERSION)]
  })
  return rows[0]!
}

/** The first form doesn't tell what sealed it; the newest key of that form stands for all. */
async function canOpenFirstForm(database: Queryable, masterKey: MasterKey): Promise<boolean> {
  const { rows } = await database.query<SecretOwner & { sealedKey: Buffer }>({
    text: `SELECT 'api_keys' AS table, merchant_id AS "merchantId", id, sealed_key AS "sealedKey" FROM api_keys
           WHERE substring(sealed_key FROM 1 FOR 1) = $1 ORDER BY created_at DESC LIMIT 1`,
    values: [Buffer.of(FIRST_SEAL_VERSION)]
  })
  if (rows[0] === undefined) return true
  try {
    openSecret(masterKey, rows[0].sealedKey, rows[0])
    return true
  } catch {
    return false
  }
}
