import type { Queryable } from '../database/create-pool.js'
import type { MasterKey } from '../secrets/master-key.js'
import { openSecret } from '../secrets/open-secret.js'

/** Whose webhooks are signed: one merchant's, of one mode. */
type SigningScope = { merchantId: string; isLive: boolean }

type SealedKey = SigningScope & { id: string; sealedKey: Buffer }

/**
 * Finds the API keys that sign merchants' webhooks. Never logged.
 *
 * @returns a function that gives the key of one of them; undefined where none was chosen.
 */
export async function findSigningKeys(
  database: Queryable,
  masterKey: MasterKey,
  scopes: readonly SigningScope[]
): Promise<(scope: SigningScope) => string | undefined> {
  const wanted = [...new Map(scopes.map((scope) => [nameScope(scope), scope])).values()]
  const { rows } = await database.query<SealedKey>({
    name: 'find-signing-keys',
    text: `
      SELECT wanted.merchant_id AS "merchantId", wanted.is_live AS "isLive", key.id, key.sealed_key AS "sealedKey"
      FROM unnest($1::text[], $2::boolean[]) AS wanted (merchant_id, is_live)
      CROSS JOIN LATERAL (
        SELECT id, sealed_key FROM api_keys WHERE merchant_id = wanted.merchant_id AND is_live = wanted.is_live AND is_signing OFFSET 0) AS key`,
    values: [wanted.map(({ merchantId }) => merchantId), wanted.map(({ isLive }) => isLive)]
  })
  const keys = new Map(rows.map((key) => [nameScope(key), key]))
  return (scope) => {
    const key = keys.get(nameScope(scope))
    return key && openSecret(masterKey, key.sealedKey, { table: 'api_keys', merchantId: scope.merchantId, id: key.id })
  }
}

function nameScope({ merchantId, isLive }: SigningScope): string {
  return `${merchantId} ${isLive}`
}
