import { appendAudit } from '../audit/append-audit.js'
import type { Connection } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { ApiError } from '../errors/api-error.js'
import type { ServerContext } from '../http/server-context.js'
import { makeIdentifier, randomCharacters } from '../identifiers/make-identifier.js'
import { lockMerchant } from '../merchants/lock-merchant.js'
import { hashKey } from '../secrets/hash-key.js'
import type { MasterKey } from '../secrets/master-key.js'
import { sealSecret } from '../secrets/seal-secret.js'
import { API_KEY_COLUMNS, type ApiKeyRow } from './api-key.js'
import { describeKeyTerms } from './describe-key-terms.js'
import { checkKeyTerms, defaultKeyTerms, type KeyTerms, refuseSubmitAndApprove } from './key-terms.js'

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

export type NewApiKey = {
  merchantId: string
  isLive: boolean
  name?: string
  /** What isn't said is as {@link defaultKeyTerms} has it. */
  terms?: Partial<KeyTerms>
  /** Without it, a live key with both the scopes submit and approve is refused. */
  maySubmitAndApprove?: boolean
  /** Who makes it, for the audit log. */
  actor?: string
}

/**
 * Makes an API key of a merchant. The first one of a merchant and mode signs its webhooks until another is chosen
 * (`chooseSigningKey`).
 *
 * @returns the key's row, and the secret key: this once and never again
 * @throws ApiError DPAY_NOT_FOUND when there is no such merchant; RAIL_NOT_CONFIGURED for a live key where live mode
 * must not be used; DPAY_INVALID_REQUEST for terms that can't be
 *
 * @example
 * const { secretKey } = await createApiKey(context, { merchantId, isLive: false, name: 'payroll' }) // 'dp_test_…'
 */
export async function createApiKey(
  context: Pick<ServerContext, 'pool' | 'masterKey' | 'liveModeFault'>,
  options: NewApiKey
): Promise<{ apiKey: ApiKeyRow; secretKey: string }> {
  if (options.isLive && context.liveModeFault !== undefined)
    throw new ApiError('RAIL_NOT_CONFIGURED', { message: context.liveModeFault })
  const terms = checkKeyTerms({ ...defaultKeyTerms(options.isLive), ...options.terms })
  if (options.maySubmitAndApprove !== true) refuseSubmitAndApprove(options.isLive, terms.scopes)
  const secretKey = `dp_${options.isLive ? 'live' : 'test'}_${randomCharacters(LETTERS_AND_DIGITS, 40)}`
  const apiKey = await withTransaction(context.pool, async (connection) => {
    // Two first keys made at once would both want to sign.
    await lockMerchant(connection, options.merchantId)
    const made = await insertApiKey(connection, context.masterKey, { ...options, terms, secretKey })
    await appendAudit(connection, {
      merchantId: made.merchantId,
      isLive: made.isLive,
      actor: options.actor ?? 'operator',
      action: 'key.created',
      subject: made.id,
      detail: { name: made.name, is_signing: made.isSigning, ...describeKeyTerms(made) }
    })
    return made
  })
  return { apiKey, secretKey }
}

async function insertApiKey(
  connection: Connection,
  masterKey: MasterKey,
  key: NewApiKey & { terms: KeyTerms; secretKey: string }
): Promise<ApiKeyRow> {
  const id = makeIdentifier('apiKey')
  const { merchantId, secretKey } = key
  const { rows } = await connection.query<ApiKeyRow>({
    text: `INSERT INTO api_keys (merchant_id, id, is_live, name, lookup_hash, sealed_key, last_characters, is_signing, scopes,
             allowed_addresses, max_batch_amount_sen, max_batch_items, max_day_amount_sen, max_day_items)
           VALUES ($1, $2, $3, $4, $5, $6, $7,
                   NOT EXISTS (SELECT FROM api_keys WHERE merchant_id = $1 AND is_live = $3 AND is_signing),
                   $8, $9, $10, $11, $12, $13)
           RETURNING ${API_KEY_COLUMNS}`,
    values: [
      merchantId,
      id,
      key.isLive,
      key.name ?? '',
      hashKey(masterKey, secretKey),
      sealSecret(masterKey, secretKey, { table: 'api_keys', merchantId, id }),
      secretKey.slice(-4),
      key.terms.scopes,
      key.terms.allowedAddresses,
      key.terms.maxBatchAmountSen,
      key.terms.maxBatchItems,
      key.terms.maxDayAmountSen,
      key.terms.maxDayItems
    ]
  })
  return rows[0]!
}
