import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  chooseSigningKey,
  createApiKey,
  createMerchant,
  type MasterKey,
  resealSecrets,
  revokeApiKey,
  verifyAudit
} from '@arus/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../packages/server/src/testing/create-test-database.js'
import { until } from '../../../packages/server/src/testing/until.js'
import type { Environment } from '../system/start-arus-process.js'
import { type Fleet, startFleet } from './start-fleet.js'
import { type Payer, startPayer } from './start-payer.js'

/** So many batches are submitted, paid and told of between one step and the next. */
const BATCHES = 5
/** Most of it goes to batches that are paid meanwhile; a busy machine pays few in a second. */
const UNDER_TRAFFIC_MS = 120_000

const [oldKey, newKey] = [randomBytes(32), randomBytes(32)]
let database: TestDatabase
let folder: string
let fleet: Fleet
let merchantId: string
let payer: Payer

beforeEach(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'arus-rotation-'))
  fleet = await startFleet(settings({ ARUS_MASTER_KEY: oldKey.toString('base64') }), 2)
  merchantId = (await createMerchant(database.pool, { name: 'Warung Sari' })).id
  payer = await startPayer(fleet, (await makeKey(oldKey)).secretKey)
  await payer.pay(BATCHES)
})
afterEach(async () => {
  await payer.stop()
  await fleet.stop()
  await database.drop()
  await rm(folder, { recursive: true })
})

function settings(given: Environment): Environment {
  return { DATABASE_URL: database.databaseUrl, ARUS_DATA_DIR: folder, ARUS_WEBHOOK_ALLOW: '127.0.0.0/8', ...given }
}

function makeKey(masterKey: MasterKey) {
  return createApiKey({ pool: database.pool, masterKey, liveModeFault: undefined }, { merchantId, isLive: false })
}

/** Waits until nothing that was signed before is on its way any more. */
async function untilDelivered(): Promise<void> {
  const { rows } = await database.pool.query<{ now: string }>('SELECT arus_now() AS now')
  await until(
    async () => {
      const result = await database.pool.query<{ left: number }>(
        `SELECT count(*)::integer AS left FROM deliveries AS delivery JOIN events AS event ON event.merchant_id = delivery.merchant_id AND event.id = delivery.event_id
         WHERE delivery.status = 'pending' AND event.created_at <= $1`,
        [rows[0]!.now]
      )
      return result.rows[0]!.left
    },
    (left) => left === 0
  )
}

describe('under traffic, with no request refused and no webhook that does not verify', () => {
  it(
    'the API key that signs is changed: accepted by the receiver first, then chosen, then the other is revoked',
    async () => {
      const first = payer.apiKey
      const second = await makeKey(oldKey)
      payer.accepted.apiKeys = [first, second.secretKey]
      await payer.pay(BATCHES)
      await chooseSigningKey(database.pool, { merchantId, apiKeyId: second.apiKey.id })
      payer.apiKey = second.secretKey
      await payer.pay(BATCHES)
      await untilDelivered()
      payer.accepted.apiKeys = [second.secretKey]
      const { rows } = await database.pool.query('SELECT id FROM api_keys WHERE NOT is_signing')
      await revokeApiKey(database.pool, { merchantId, apiKeyId: rows[0].id })
      await payer.pay(BATCHES)
      await payer.stop()
      expect(payer.failures).toEqual([])
      expect([...payer.signedBy]).toEqual([first, second.secretKey])
    },
    UNDER_TRAFFIC_MS
  )

  it(
    "an endpoint's secret is changed: webhooks carry both signatures until the receiver has the new one",
    async () => {
      for (let time = 0; time < 2; time++) {
        const { secret } = await payer.client.webhookEndpoints.rotate(payer.endpointId)
        await payer.pay(BATCHES)
        payer.accepted.secrets = [secret]
        await payer.pay(BATCHES)
      }
      await payer.stop()
      expect(payer.failures).toEqual([])
      expect([...payer.signatureCounts].sort()).toEqual([1, 2])
    },
    UNDER_TRAFFIC_MS
  )

  it(
    'the master key is changed, in the four steps that the operator is told of',
    async () => {
      const base64 = { old: oldKey.toString('base64'), new: newKey.toString('base64') }
      /** What is made in each step must be good at once, at every process, whatever it is sealed with. */
      const changeKeys = async (masterKey: MasterKey) => {
        const made = await makeKey(masterKey)
        payer.accepted.apiKeys = [payer.apiKey, made.secretKey]
        await chooseSigningKey(database.pool, { merchantId, apiKeyId: made.apiKey.id })
        payer.apiKey = made.secretKey
        const { secret } = await payer.client.webhookEndpoints.rotate(payer.endpointId)
        await payer.pay(BATCHES)
        await untilDelivered()
        payer.accepted.secrets = [secret]
        await payer.pay(BATCHES)
      }

      await fleet.restart(settings({ ARUS_MASTER_KEY: base64.old, ARUS_MASTER_KEY_SECOND: base64.new }))
      await changeKeys([oldKey, newKey])
      const restarting = fleet.restart(settings({ ARUS_MASTER_KEY: base64.new, ARUS_MASTER_KEY_SECOND: base64.old }))
      await changeKeys([newKey, oldKey])
      await restarting
      await changeKeys([newKey, oldKey])
      const report = await resealSecrets(database.pool, [newKey, oldKey], { actor: 'operator:sari', chunkSize: 1 })
      expect(report.apiKeys).toBeGreaterThanOrEqual(1)
      expect(report.unopened).toEqual([])
      await payer.pay(BATCHES)
      await fleet.restart(settings({ ARUS_MASTER_KEY: base64.new }))
      await changeKeys(newKey)
      await payer.stop()
      expect(payer.failures).toEqual([])
      await expect(startFleet(settings({ ARUS_MASTER_KEY: base64.old }), 1)).rejects.toThrow('another ARUS_MASTER_KEY')
      expect((await verifyAudit(database.pool)).faults).toEqual([])
    },
    UNDER_TRAFFIC_MS
  )
})
