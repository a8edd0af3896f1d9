import type { Queryable } from '../database/create-pool.js'
import { openSecret } from '../secrets/open-secret.js'

/** The secret key that signs a merchant's webhooks in one mode; undefined while the merchant has no key in it. */
export async function readSigningKey(
  database: Queryable,
  masterKey: Buffer,
  { merchantId, isLive }: { merchantId: string; isLive: boolean }
): Promise<string | undefined> {
  const { rows } = await database.query<{ sealedKey: Buffer }>({
    name: 'read-signing-key',
    text: 'SELECT sealed_key AS "sealedKey" FROM api_keys WHERE merchant_id = $1 AND is_live = $2 AND is_signing',
    values: [merchantId, isLive]
  })
  return rows[0] === undefined ? undefined : openSecret(masterKey, rows[0].sealedKey)
}
