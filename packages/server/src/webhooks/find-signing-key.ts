import type { Queryable } from '../database/create-pool.js'
import { openSecret } from '../secrets/open-secret.js'

/** Finds the API key that signs a merchant's webhooks of one mode; undefined where none was chosen. Never logged. */
export async function findSigningKey(
  database: Queryable,
  masterKey: Buffer,
  { merchantId, isLive }: { merchantId: string; isLive: boolean }
): Promise<string | undefined> {
  const { rows } = await database.query<{ sealedKey: Buffer }>({
    name: 'find-signing-key',
    text: 'SELECT sealed_key AS "sealedKey" FROM api_keys WHERE merchant_id = $1 AND is_live = $2 AND is_signing',
    values: [merchantId, isLive]
  })
  return rows[0] && openSecret(masterKey, rows[0].sealedKey)
}
