import type { Connection } from '../database/create-pool.js'
import { hashKey } from './hash-key.js'
import { type MasterKey, masterKeysOf } from './master-key.js'
import { openSecret } from './open-secret.js'
import { sealSecret } from './seal-secret.js'
import { type SecretOwner, sealedPrefix } from './sealed-form.js'

/** The tables that hold sealed secrets. */
export type ResealedKind = SecretOwner['table']

export type ResealedChunk = {
  resealed: number
  unopened: SecretOwner[]
  /** Changed by somebody else between reading and writing. */
  missed: number
  /** Where the next chunk begins; undefined when this was the last. */
  last: { merchantId: string; id: string } | undefined
}

type SealedRow = { merchantId: string; id: string; sealed: Buffer; sealedPrevious: Buffer | null }
type ResealedRow = SealedRow & { newSealed: Buffer; newPrevious: Buffer | null; lookupHash: Buffer }

/** Seals the secrets of the next rows anew, of those that another key or an older form sealed. */
export async function resealChunk(
  connection: Connection,
  masterKey: MasterKey,
  kind: ResealedKind,
  { after, limit }: { after: { merchantId: string; id: string }; limit: number }
): Promise<ResealedChunk> {
  const prefix = sealedPrefix(masterKeysOf(masterKey)[0])
  const { select, update } = STATEMENTS[kind]
  const { rows } = await connection.query<SealedRow>({ text: select, values: [prefix, after.merchantId, after.id, limit] })
  const resealed: ResealedRow[] = []
  const unopened: SecretOwner[] = []
  for (const row of rows) {
    const owner: SecretOwner = { table: kind, merchantId: row.merchantId, id: row.id }
    const made = resealRow(masterKey, row, owner)
    if (made === undefined) unopened.push(owner)
    else resealed.push(made)
  }
  const { rowCount } = await connection.query({
    text: update,
    values: [
      resealed.map((row) => row.merchantId),
      resealed.map((row) => row.id),
      resealed.map((row) => row.sealed),
      resealed.map((row) => row.newSealed),
      ...(kind === 'api_keys'
        ? [resealed.map((row) => row.lookupHash)]
        : [resealed.map((row) => row.sealedPrevious), resealed.map((row) => row.newPrevious)])
    ]
  })
  const changed = rowCount ?? 0
  return { resealed: changed, unopened, missed: resealed.length - changed, last: rows.length < limit ? undefined : rows.at(-1) }
}

function resealRow(masterKey: MasterKey, row: SealedRow, owner: SecretOwner): ResealedRow | undefined {
  try {
    const plain = openSecret(masterKey, row.sealed, owner)
    const previous = row.sealedPrevious && openSecret(masterKey, row.sealedPrevious, owner)
    return {
      ...row,
      newSealed: sealSecret(masterKey, plain, owner),
      newPrevious: previous === null ? null : sealSecret(masterKey, previous, owner),
      lookupHash: hashKey(masterKey, plain)
    }
  } catch {
    return undefined
  }
}

/** What was changed since it was read is left alone: the next passage finds it. */
const STATEMENTS: Record<ResealedKind, { select: string; update: string }> = {
  api_keys: {
    select: `SELECT merchant_id AS "merchantId", id, sealed_key AS sealed, NULL::bytea AS "sealedPrevious" FROM api_keys
             WHERE (merchant_id, id) > ($2, $3) AND substring(sealed_key FROM 1 FOR 5) <> $1
             ORDER BY merchant_id, id LIMIT $4`,
    update: `UPDATE api_keys AS api_key SET sealed_key = made.sealed, lookup_hash = made.lookup_hash
             FROM unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[], $5::bytea[])
                  AS made (merchant_id, id, sealed_before, sealed, lookup_hash)
             WHERE api_key.merchant_id = made.merchant_id AND api_key.id = made.id AND api_key.sealed_key = made.sealed_before`
  },
  webhook_endpoints: {
    select: `SELECT merchant_id AS "merchantId", id, sealed_secret AS sealed, sealed_previous_secret AS "sealedPrevious"
             FROM webhook_endpoints
             WHERE (merchant_id, id) > ($2, $3)
               AND (substring(sealed_secret FROM 1 FOR 5) <> $1 OR substring(sealed_previous_secret FROM 1 FOR 5) <> $1)
             ORDER BY merchant_id, id LIMIT $4`,
    update: `UPDATE webhook_endpoints AS endpoint SET sealed_secret = made.sealed, sealed_previous_secret = made.previous
             FROM unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[])
                  AS made (merchant_id, id, sealed_before, sealed, previous_before, previous)
             WHERE endpoint.merchant_id = made.merchant_id AND endpoint.id = made.id AND endpoint.sealed_secret = made.sealed_before
               AND endpoint.sealed_previous_secret IS NOT DISTINCT FROM made.previous_before`
  }
}
