import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMerchant } from '../merchants/create-merchant.js'
import { hashKey } from '../secrets/hash-key.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { findSigningKey } from '../webhooks/find-signing-key.js'
import { chooseSigningKey } from './choose-signing-key.js'
import { createApiKey } from './create-api-key.js'
import { findCaller } from './find-caller.js'
import { listApiKeys } from './list-api-keys.js'
import { revokeApiKey } from './revoke-api-key.js'

const masterKey = randomBytes(32)
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function makeMerchant() {
  const { pool } = database
  const { id: merchantId } = await createMerchant(pool, { name: 'Warung' })
  const makeKey = (isLive = false) => createApiKey({ pool, masterKey, liveModeFault: undefined }, { merchantId, isLive })
  return { pool, merchantId, makeKey }
}

const findBySecret = (secretKey: string, key = masterKey) => findCaller(database.pool, hashKey(key, secretKey))

describe('API keys', () => {
  it('are found by the secret key that was given once, and are stored nowhere readable', async () => {
    const { pool, merchantId, makeKey } = await makeMerchant()
    const { apiKey, secretKey } = await makeKey()
    expect(secretKey).toMatch(/^dp_test_[A-Za-z0-9]{40}$/)
    expect(await findBySecret(secretKey)).toEqual({
      merchantId,
      isLive: false,
      apiKeyId: apiKey.id,
      scopes: ['read', 'submit', 'approve', 'manage'],
      allowedAddresses: []
    })
    const { rows } = await pool.query('SELECT t::text AS row FROM api_keys t WHERE id = $1', [apiKey.id])
    expect(rows[0].row).not.toContain(secretKey.slice(8, 40))
    expect(rows[0].row).not.toContain(Buffer.from(secretKey).toString('hex'))
  })

  it('are not found by another key, by the same key under another master key, or by what is no key', async () => {
    const { makeKey } = await makeMerchant()
    const { secretKey } = await makeKey()
    for (const other of [
      `dp_test_${'a'.repeat(40)}`,
      secretKey.replace('test', 'live'),
      secretKey.toLowerCase(),
      '',
      'dp_test_',
      `${secretKey}\0`
    ]) {
      expect(await findBySecret(other)).toBeUndefined()
    }
    expect(await findBySecret(secretKey, randomBytes(32))).toBeUndefined()
  })

  it('sign from the first one of a mode on, also when several are made at once', async () => {
    const { pool, merchantId, makeKey } = await makeMerchant()
    const made = await Promise.all(Array.from({ length: 8 }, () => makeKey()))
    const signing = made.filter(({ apiKey }) => apiKey.isSigning)
    expect(signing).toHaveLength(1)
    expect(await findSigningKey(pool, masterKey, { merchantId, isLive: false })).toBe(signing[0]!.secretKey)
    expect(await findSigningKey(pool, masterKey, { merchantId, isLive: true })).toBeUndefined()
    expect((await makeKey(true)).apiKey.isSigning).toBe(true)
  })

  it('cannot be revoked while they sign, and are gone at once when revoked', async () => {
    const { pool, merchantId, makeKey } = await makeMerchant()
    const [first, second] = [await makeKey(), await makeKey()]
    await expect(revokeApiKey(pool, { merchantId, apiKeyId: first.apiKey.id })).rejects.toThrow(/choose another key to sign with/)
    expect(await findBySecret(first.secretKey)).toBeDefined()

    await chooseSigningKey(pool, { merchantId, apiKeyId: second.apiKey.id })
    await revokeApiKey(pool, { merchantId, apiKeyId: first.apiKey.id })
    expect(await findBySecret(first.secretKey)).toBeUndefined()
    expect(await findSigningKey(pool, masterKey, { merchantId, isLive: false })).toBe(second.secretKey)
    await expect(chooseSigningKey(pool, { merchantId, apiKeyId: first.apiKey.id })).rejects.toThrow(/is revoked/)

    const keys = await listApiKeys(pool, merchantId)
    expect(keys.map((key) => [key.id, key.isSigning, key.revokedAt !== null])).toEqual([
      [first.apiKey.id, false, true],
      [second.apiKey.id, true, false]
    ])
    expect(JSON.stringify(keys)).not.toContain(second.secretKey.slice(8, 44))
  })

  it('of another merchant cannot be revoked', async () => {
    const [one, other] = [await makeMerchant(), await makeMerchant()]
    await one.makeKey()
    const { apiKey } = await one.makeKey()
    await expect(revokeApiKey(one.pool, { merchantId: other.merchantId, apiKeyId: apiKey.id })).rejects.toMatchObject({
      code: 'DPAY_NOT_FOUND'
    })
  })

  it('for live mode are refused where live mode must not be used, with the reason', async () => {
    const { pool, merchantId } = await makeMerchant()
    const context = { pool, masterKey, liveModeFault: 'live mode needs ARUS_MASTER_KEY' }
    await expect(createApiKey(context, { merchantId, isLive: true })).rejects.toThrow('live mode needs ARUS_MASTER_KEY')
    expect(await listApiKeys(pool, merchantId)).toEqual([])
    expect((await createApiKey(context, { merchantId, isLive: false })).secretKey).toMatch(/^dp_test_/)
  })

  it('need a merchant', async () => {
    const context = { pool: database.pool, masterKey, liveModeFault: undefined }
    await expect(createApiKey(context, { merchantId: 'mer_none', isLive: false })).rejects.toThrow(
      'there is no merchant mer_none'
    )
  })
})
