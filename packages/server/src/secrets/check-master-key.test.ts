import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { insertTestMerchant, testMasterKey } from '../testing/webhook-fixtures.js'
import { checkMasterKey } from './check-master-key.js'
import { MasterKeyError } from './master-key-error.js'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('takes any key while there is no secret, then only the one that sealed them, and says what to do', async () => {
  await checkMasterKey(database.pool, randomBytes(32))
  await insertTestMerchant(database.pool)
  await checkMasterKey(database.pool, testMasterKey)
  const error = await checkMasterKey(database.pool, randomBytes(32)).catch((fault: unknown) => fault)
  expect(error).toBeInstanceOf(MasterKeyError)
  expect(error).toMatchObject({
    name: 'MasterKeyError',
    message: expect.stringContaining('set ARUS_MASTER_KEY to the key that this database was made with')
  })
})
