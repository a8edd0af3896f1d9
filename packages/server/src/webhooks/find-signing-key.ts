import type { Queryable } from '../database/create-pool.js'
import type { MasterKey } from '../secrets/master-key.js'
import { openSecret } from '../secrets/open-secret.js'

/** Finds the API key that signs a merchant's webhooks of one mode; undefined where none was chosen. Never logged. */
export async function findSigningKey(
  database: Queryable,
  masterKey: MasterKey,
  { merchantId, isLive }: { merchantId: string; isLive: boolean }
): Promise<string | undefined> {
  const { rows } = await database.query<{ id: string; sealedKey: Buffer }>({
    name: 'find-signing-key',
    text: 'SELECT id, sealed_key AS "sealedKey" FROM api_keys WHERE merchant_id = $1 AND is_live = $2 AND is_signing',
    values: [merchantId, isLive]
  })
  if (rows[0] === undefined) return undefined
  return openSecret(masterKey, rows[0].sealedKey, { table: 'api_keys', merchantId, id: rows[0].id })
}
