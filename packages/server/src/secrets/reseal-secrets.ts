import { appendAudit } from '../audit/append-audit.js'
import type { Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { type MasterKey, masterKeysOf } from './master-key.js'
import { type ResealedKind, resealChunk } from './reseal-chunk.js'
import { nameMasterKey, type SecretOwner } from './sealed-form.js'

export type ResealReport = {
  apiKeys: number
  webhookEndpoints: number
  /** Sealed with a key that is not set, or damaged. They stay as they are. */
  unopened: SecretOwner[]
}

/**
 * Seals every stored secret anew with the master key that seals, and stores API keys under its hash: the middle of
 * changing the master key. Afterwards the second key opens nothing any more, and can go. Without a second key it brings
 * secrets into today's form, which binds each to its row.
 *
 * A thousand rows at a time, each chunk with its entry in the audit log; API and workers go on meanwhile, as long as all
 * of them have both keys. Stopped in between, it goes on where it was; with nothing to do, it does nothing.
 *
 * @example
 * await resealSecrets(pool, [newKey, oldKey], { actor: 'operator:sari' }) // { apiKeys: 12, webhookEndpoints: 40, unopened: [] }
 */
export async function resealSecrets(
  pool: Pool,
  masterKey: MasterKey,
  { actor, chunkSize = 1000 }: { actor: string; chunkSize?: number }
): Promise<ResealReport> {
  const reseal = (kind: ResealedKind) => resealAll(pool, masterKey, kind, { actor, chunkSize })
  const keys = await reseal('api_keys')
  const endpoints = await reseal('webhook_endpoints')
  return {
    apiKeys: keys.resealed,
    webhookEndpoints: endpoints.resealed,
    unopened: [...keys.unopened, ...endpoints.unopened]
  }
}

type Progress = { resealed: number; unopened: SecretOwner[] }

/** Goes through the table until a whole passage changes nothing: what was sealed meanwhile by others is found by the next. */
async function resealAll(
  pool: Pool,
  masterKey: MasterKey,
  kind: ResealedKind,
  options: { actor: string; chunkSize: number }
): Promise<Progress> {
  let resealed = 0
  for (;;) {
    const passage = await passOnce(pool, masterKey, kind, options)
    resealed += passage.resealed
    if (passage.resealed === 0 && !passage.hasMissed) return { resealed, unopened: passage.unopened }
  }
}

async function passOnce(
  pool: Pool,
  masterKey: MasterKey,
  kind: ResealedKind,
  { actor, chunkSize }: { actor: string; chunkSize: number }
): Promise<Progress & { hasMissed: boolean }> {
  const progress = { resealed: 0, unopened: [] as SecretOwner[], hasMissed: false }
  let after = { merchantId: '', id: '' }
  for (;;) {
    const chunk = await withTransaction(pool, async (connection) => {
      const done = await resealChunk(connection, masterKey, kind, { after, limit: chunkSize })
      if (done.resealed > 0) {
        await appendAudit(connection, {
          merchantId: null,
          isLive: null,
          actor,
          action: 'master_key.rotated',
          subject: kind,
          detail: { resealed: done.resealed, master_key: nameMasterKey(masterKeysOf(masterKey)[0]).toString('hex') }
        })
      }
      return done
    })
    progress.resealed += chunk.resealed
    progress.unopened.push(...chunk.unopened)
    progress.hasMissed ||= chunk.missed > 0
    if (chunk.last === undefined) return progress
    after = chunk.last
  }
}
