import { randomBytes } from 'node:crypto'
import type { Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import type { EventType } from '../events/event-types.js'
import { type NewEvent, writeEvent } from '../events/write-event.js'
import { makeIdentifier } from '../identifiers/make-identifier.js'
import { hashKey } from '../secrets/hash-key.js'
import { sealSecret } from '../secrets/seal-secret.js'
import { makeEndpointSecret } from '../webhooks/make-endpoint-secret.js'

/** The key that all fixtures are sealed with. */
export const testMasterKey = Buffer.alloc(32, 7)

export type TestMerchant = { merchantId: string; isLive: boolean; secretKey: string }

/** A merchant whose API key of one mode signs, unless `isSigning` is false. */
export async function insertTestMerchant(pool: Pool, { isLive = false, isSigning = true } = {}): Promise<TestMerchant> {
  const merchantId = makeIdentifier('merchant')
  const id = makeIdentifier('apiKey')
  const secretKey = `dp_${isLive ? 'live' : 'test'}_${randomBytes(12).toString('hex')}`
  await pool.query('INSERT INTO merchants (id, name) VALUES ($1, $2)', [merchantId, 'Warung Sari'])
  await pool.query(
    `INSERT INTO api_keys (merchant_id, id, is_live, lookup_hash, sealed_key, last_characters, is_signing) VALUES ($1, $2, $3, $4, $5, '', $6)`,
    [
      merchantId,
      id,
      isLive,
      hashKey(testMasterKey, secretKey),
      sealSecret(testMasterKey, secretKey, { table: 'api_keys', merchantId, id }),
      isSigning
    ]
  )
  return { merchantId, isLive, secretKey }
}

/** An endpoint, as if made through the API, but for the check of its address. */
export async function insertTestEndpoint(
  pool: Pool,
  { merchantId, isLive }: { merchantId: string; isLive: boolean },
  url: string,
  events: EventType[] | null = null
): Promise<{ endpointId: string; secret: string }> {
  const endpointId = makeIdentifier('webhookEndpoint')
  const secret = makeEndpointSecret()
  await pool.query(
    'INSERT INTO webhook_endpoints (merchant_id, id, is_live, url, events, sealed_secret) VALUES ($1, $2, $3, $4, $5, $6)',
    [
      merchantId,
      endpointId,
      isLive,
      url,
      events,
      sealSecret(testMasterKey, secret, { table: 'webhook_endpoints', merchantId, id: endpointId })
    ]
  )
  return { endpointId, secret }
}

export type TestItem = { status: string; correctedFrom?: 'done' | 'failed'; amountSen?: bigint }

/** A batch with items in these statuses, and counters that agree with them. Items are named `<batch>_<ordinal>`. */
export async function insertTestBatch(
  pool: Pool,
  { merchantId, isLive }: { merchantId: string; isLive: boolean },
  { status, items }: { status: string; items: TestItem[] }
): Promise<string> {
  const batchId = makeIdentifier('batch')
  const rows = items.map((item) => ({
    ...item,
    amountSen: item.amountSen ?? 10_000_00n,
    first: item.correctedFrom ?? item.status
  }))
  const sum = (...statuses: string[]) => {
    const counted = rows.filter((row) => statuses.length === 0 || statuses.includes(row.first))
    return [counted.length, counted.reduce((total, row) => total + row.amountSen, 0n)]
  }
  await pool.query(
    `INSERT INTO batches (merchant_id, id, is_live, name, description, force_disburse, skip_validation, status, rail, unvalidated_items,
       item_count, total_amount_sen, invalid_items, invalid_amount_sen, done_items, done_amount_sen, failed_items, failed_amount_sen, created_at)
     VALUES ($1, $2, $3, 'July payroll', 'two offices', false, false, $4, 'simulated_bank', 0, $5, $6, $7, $8, $9, $10, $11, $12, '2026-07-01T02:03:04.5Z')`,
    [merchantId, batchId, isLive, status, ...sum(), ...sum('invalid'), ...sum('done'), ...sum('failed')]
  )
  await pool.query(
    `INSERT INTO items (merchant_id, batch_id, ordinal, id, status, corrected_from, amount_sen, bank_code, account_number, account_owner_name, invalid_fields)
     SELECT $1, $2, ordinal - 1, $2 || '_' || (ordinal - 1), status, corrected_from, amount_sen, 'bca', lpad((ordinal - 1)::text, 10, '0'), 'Siti Rahayu',
       CASE WHEN status = 'invalid' THEN '[{"key": "account_number", "message": "Invalid BankCode/AccountNumber"}]'::jsonb END
     FROM unnest($3::text[], $4::text[], $5::bigint[]) WITH ORDINALITY AS item (status, corrected_from, amount_sen, ordinal)`,
    [
      merchantId,
      batchId,
      rows.map((row) => row.status),
      rows.map((row) => row.correctedFrom ?? null),
      rows.map((row) => row.amountSen)
    ]
  )
  return batchId
}

/** Writes an event in a transaction of its own. */
export async function writeTestEvent(pool: Pool, event: NewEvent): Promise<string> {
  const eventId = await withTransaction(pool, (connection) => writeEvent(connection, event))
  if (eventId === undefined) throw new Error('that event was told already')
  return eventId
}
