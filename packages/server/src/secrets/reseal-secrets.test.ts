import { createCipheriv, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findCaller } from '../api-keys/find-caller.js'
import { verifyAudit } from '../audit/verify-audit.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { insertTestEndpoint, insertTestMerchant, testMasterKey } from '../testing/webhook-fixtures.js'
import { findSigningKey } from '../webhooks/find-signing-key.js'
import { rotateEndpointSecret } from '../webhooks/rotate-endpoint-secret.js'
import { checkMasterKey } from './check-master-key.js'
import { deriveKey } from './derive-key.js'
import { hashesOfKey } from './hash-key.js'
import type { MasterKey } from './master-key.js'
import { openSecret } from './open-secret.js'
import { resealSecrets } from './reseal-secrets.js'
import { sealSecret } from './seal-secret.js'

const newKey = Buffer.alloc(32, 9)
const both: MasterKey = [newKey, testMasterKey]
const by = { actor: 'operator:sari' }

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

async function makeMerchants(count: number) {
  const merchants = []
  for (let index = 0; index < count; index++) {
    const merchant = await insertTestMerchant(database.pool)
    const first = await insertTestEndpoint(database.pool, merchant, 'https://shop.example/hook')
    const context = { pool: database.pool, masterKey: testMasterKey }
    const { secret } = await rotateEndpointSecret(context, { ...merchant, actor: 'test' }, first.endpointId)
    merchants.push({ ...merchant, endpointId: first.endpointId, secrets: [secret, first.secret] })
  }
  return merchants
}

/** What the keys of a process open and find, of all that the merchants have. */
async function expectReadable(masterKey: MasterKey, merchants: Awaited<ReturnType<typeof makeMerchants>>): Promise<void> {
  for (const merchant of merchants) {
    expect(await findCaller(database.pool, ...hashesOfKey(masterKey, merchant.secretKey))).toMatchObject({
      merchantId: merchant.merchantId
    })
    expect(await findSigningKey(database.pool, masterKey, merchant)).toBe(merchant.secretKey)
    const { rows } = await database.pool.query(
      'SELECT sealed_secret, sealed_previous_secret FROM webhook_endpoints WHERE id = $1',
      [merchant.endpointId]
    )
    const owner = { table: 'webhook_endpoints', merchantId: merchant.merchantId, id: merchant.endpointId } as const
    const opened = [rows[0].sealed_secret, rows[0].sealed_previous_secret].map((sealed) => openSecret(masterKey, sealed, owner))
    expect(opened).toEqual(merchant.secrets)
  }
}

it('seals every secret anew, previous ones too, in chunks, and once only', async () => {
  const merchants = await makeMerchants(5)
  await expectReadable(both, merchants)
  expect(await resealSecrets(database.pool, both, { ...by, chunkSize: 2 })).toEqual({
    apiKeys: 5,
    webhookEndpoints: 5,
    unopened: []
  })
  await expectReadable(newKey, merchants)
  await expectReadable(both, merchants)
  await checkMasterKey(database.pool, newKey)
  await expect(checkMasterKey(database.pool, testMasterKey)).rejects.toThrow('another ARUS_MASTER_KEY')
  expect(await findCaller(database.pool, ...hashesOfKey(testMasterKey, merchants[0]!.secretKey))).toBeUndefined()
  expect(await resealSecrets(database.pool, both, by)).toEqual({ apiKeys: 0, webhookEndpoints: 0, unopened: [] })
})

it('puts on record who did it, chunk by chunk, without a secret', async () => {
  await makeMerchants(3)
  await resealSecrets(database.pool, both, { ...by, chunkSize: 2 })
  const { rows } = await database.pool.query(
    "SELECT actor, subject, detail FROM audit_entries WHERE chain = 'server' ORDER BY sequence"
  )
  expect(rows.map(({ actor, subject, detail }) => [actor, subject, JSON.parse(detail).resealed])).toEqual([
    ['operator:sari', 'api_keys', 2],
    ['operator:sari', 'api_keys', 1],
    ['operator:sari', 'webhook_endpoints', 2],
    ['operator:sari', 'webhook_endpoints', 1]
  ])
  expect(JSON.stringify(rows)).not.toContain(newKey.toString('hex').slice(0, 8))
  expect((await verifyAudit(database.pool)).faults).toEqual([])
})

it('goes on where it was stopped', async () => {
  const merchants = await makeMerchants(4)
  const { pool } = database
  await pool.query(
    `CREATE FUNCTION stop_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stopped'; END $$;
     CREATE TRIGGER stop_here BEFORE UPDATE ON api_keys FOR EACH ROW WHEN (NEW.merchant_id = '${merchants.map((one) => one.merchantId).toSorted()[3]}')
       EXECUTE FUNCTION stop_here()`
  )
  await expect(resealSecrets(pool, both, { ...by, chunkSize: 2 })).rejects.toThrow('stopped')
  await expectReadable(both, merchants)
  await expect(checkMasterKey(pool, newKey)).rejects.toThrow(/^10 of the 12 secrets/)
  await pool.query('DROP TRIGGER stop_here ON api_keys')
  expect(await resealSecrets(pool, both, by)).toEqual({ apiKeys: 2, webhookEndpoints: 4, unopened: [] })
  await expectReadable(newKey, merchants)
})

it('names what no key opens, leaves it as it is, and does the rest', async () => {
  const merchants = await makeMerchants(3)
  const { pool } = database
  const { merchantId, endpointId: id } = merchants[1]!
  const owner = { table: 'webhook_endpoints', merchantId, id } as const
  const foreign = sealSecret(randomBytes(32), 'whsec_other', owner)
  await pool.query('UPDATE webhook_endpoints SET sealed_secret = $1 WHERE id = $2', [foreign, id])
  expect(await resealSecrets(pool, both, { ...by, chunkSize: 1 })).toEqual({ apiKeys: 3, webhookEndpoints: 2, unopened: [owner] })
  const { rows } = await pool.query('SELECT sealed_secret FROM webhook_endpoints WHERE id = $1', [id])
  expect(rows[0].sealed_secret).toEqual(foreign)
})

it('brings secrets of the first form into the form that binds each to its row, also without a second key', async () => {
  const [merchant] = await makeMerchants(1)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', deriveKey(testMasterKey, 'seal'), nonce)
  cipher.setAAD(Buffer.of(1))
  const ciphertext = Buffer.concat([cipher.update(merchant!.secretKey, 'utf8'), cipher.final()])
  const sealed = Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), ciphertext])
  await database.pool.query('UPDATE api_keys SET sealed_key = $1', [sealed])
  await checkMasterKey(database.pool, testMasterKey)
  await expect(checkMasterKey(database.pool, newKey)).rejects.toThrow('another ARUS_MASTER_KEY')
  expect(await resealSecrets(database.pool, testMasterKey, by)).toEqual({ apiKeys: 1, webhookEndpoints: 0, unopened: [] })
  const { rows } = await database.pool.query('SELECT get_byte(sealed_key, 0) AS form FROM api_keys')
  expect(rows).toEqual([{ form: 2 }])
  await expectReadable(testMasterKey, [merchant!])
})

it('finds what others seal with the second key while it works', async () => {
  const merchants = await makeMerchants(30)
  const context = { pool: database.pool, masterKey: testMasterKey }
  const rotating = Promise.all(
    merchants.map(async (merchant) => {
      const { secret } = await rotateEndpointSecret(context, { ...merchant, actor: 'test' }, merchant.endpointId)
      merchant.secrets = [secret, merchant.secrets[0]!]
    })
  )
  await Promise.all([resealSecrets(database.pool, both, { ...by, chunkSize: 3 }), rotating])
  await resealSecrets(database.pool, both, by)
  await expectReadable(newKey, merchants)
})
