import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { insertTestEndpoint, insertTestMerchant, testMasterKey } from '../testing/webhook-fixtures.js'
import { checkMasterKey } from './check-master-key.js'
import { MasterKeyError } from './master-key-error.js'
import { sealSecret } from './seal-secret.js'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('takes any key while there is no secret, then only the one that sealed them, and says what to do', async () => {
  await checkMasterKey(database.pool, randomBytes(32))
  await insertTestMerchant(database.pool)
  await checkMasterKey(database.pool, testMasterKey)
  await checkMasterKey(database.pool, [randomBytes(32), testMasterKey])
  const error = await checkMasterKey(database.pool, randomBytes(32)).catch((fault: unknown) => fault)
  expect(error).toBeInstanceOf(MasterKeyError)
  expect(error).toMatchObject({
    name: 'MasterKeyError',
    message: expect.stringContaining('set ARUS_MASTER_KEY to the key that this database was made with')
  })
})

it('counts the secrets that are left under another key, previous ones of endpoints too, and says how to get them over', async () => {
  const { pool } = database
  const [newKey, merchant] = [randomBytes(32), await insertTestMerchant(pool)]
  const { endpointId: id } = await insertTestEndpoint(pool, merchant, 'https://shop.example/hook')
  const owner = { table: 'webhook_endpoints', merchantId: merchant.merchantId, id } as const
  await pool.query('UPDATE webhook_endpoints SET sealed_previous_secret = $1 WHERE id = $2', [
    sealSecret(newKey, 'whsec_', owner),
    id
  ])
  await checkMasterKey(pool, [newKey, testMasterKey])
  await expect(checkMasterKey(pool, testMasterKey)).rejects.toThrow(
    /^1 of the 4 secrets .*set ARUS_MASTER_KEY_SECOND to it, and run "arus secrets reseal"$/
  )
  await expect(checkMasterKey(pool, newKey)).rejects.toThrow(/^3 of the 4 secrets/)
})
