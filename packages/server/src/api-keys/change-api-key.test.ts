import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMerchant } from '../merchants/create-merchant.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { changeApiKey } from './change-api-key.js'
import { createApiKey, type NewApiKey } from './create-api-key.js'
import type { KeyScope } from './key-scope.js'
import type { KeyTerms } from './key-terms.js'
import { listApiKeys } from './list-api-keys.js'
import { revokeApiKey } from './revoke-api-key.js'

const masterKey = randomBytes(32)
let database: TestDatabase
let merchantId: string
beforeAll(async () => {
  database = await createTestDatabase()
  merchantId = (await createMerchant(database.pool, { name: 'Warung' })).id
})
afterAll(() => database.drop())

const makeKey = async (key: Partial<NewApiKey> = {}) => {
  const context = { pool: database.pool, masterKey, liveModeFault: undefined }
  return (await createApiKey(context, { merchantId, isLive: false, ...key })).apiKey
}
const change = (apiKeyId: string, terms: Partial<KeyTerms>, maySubmitAndApprove = false) =>
  changeApiKey(database.pool, { merchantId, apiKeyId, terms, maySubmitAndApprove, actor: 'operator:sari' })

const readAudit = async (apiKeyId: string) => {
  const { rows } = await database.pool.query(
    'SELECT actor, action, detail FROM audit_entries WHERE subject = $1 ORDER BY sequence',
    [apiKeyId]
  )
  return rows.map(({ actor, action, detail }) => ({ actor, action, detail: JSON.parse(detail) }))
}

describe('what a key may do when nobody says', () => {
  it('is everything in test mode, and to read and submit in live mode', async () => {
    const limits = { maxBatchAmountSen: null, maxBatchItems: null, maxDayAmountSen: null, maxDayItems: null }
    expect(await makeKey()).toMatchObject({ scopes: ['read', 'submit', 'approve', 'manage'], allowedAddresses: [], ...limits })
    expect(await makeKey({ isLive: true })).toMatchObject({ scopes: ['read', 'submit'], allowedAddresses: [], ...limits })
  })

  it('is everything for a key that was there before there were scopes', async () => {
    const { id } = await makeKey({ isLive: true })
    await database.pool.query('UPDATE api_keys SET scopes = DEFAULT, allowed_addresses = DEFAULT WHERE id = $1', [id])
    const keys = await listApiKeys(database.pool, merchantId)
    expect(keys.find((key) => key.id === id)).toMatchObject({
      scopes: ['read', 'submit', 'approve', 'manage'],
      allowedAddresses: []
    })
    // Another of its terms can be changed without saying anew that it may do both.
    expect(await change(id, { maxBatchItems: 5 })).toMatchObject({
      maxBatchItems: 5,
      scopes: expect.arrayContaining(['approve'])
    })
  })
})

describe('a live key that can both submit and approve', () => {
  const both: KeyScope[] = ['submit', 'approve']

  it('is made only for who says so', async () => {
    const live = { isLive: true, terms: { scopes: both } }
    await expect(makeKey(live)).rejects.toThrow('pays out alone when it leaks')
    expect(await makeKey({ ...live, maySubmitAndApprove: true })).toMatchObject({ scopes: both })
    expect(await makeKey({ isLive: false, terms: { scopes: both } })).toMatchObject({ scopes: both })
  })

  it('does not come about by a change either', async () => {
    const { id } = await makeKey({ isLive: true })
    await expect(change(id, { scopes: both })).rejects.toThrow('pays out alone when it leaks')
    expect(await change(id, { scopes: ['approve'] })).toMatchObject({ scopes: ['approve'] })
    expect(await change(id, { scopes: both }, true)).toMatchObject({ scopes: both })
  })
})

describe('changeApiKey', () => {
  it('changes what it is told, leaves the rest, and puts both on record', async () => {
    const { id } = await makeKey({ terms: { scopes: ['read'], maxDayItems: 7 }, actor: 'operator:budi' })
    const changed = await change(id, {
      maxDayAmountSen: 1_000_00n,
      allowedAddresses: ['10.0.0.9/8', '::ffff:10.1.1.1/104', '::1']
    })
    expect(changed).toMatchObject({
      scopes: ['read'],
      maxDayItems: 7,
      maxDayAmountSen: 1_000_00n,
      allowedAddresses: ['10.0.0.0/8', '::1/128']
    })
    const before = { max_day_items: 7, max_day_amount: null, scopes: ['read'], allowed_addresses: [] }
    expect(await readAudit(id)).toMatchObject([
      { actor: 'operator:budi', action: 'key.created', detail: before },
      {
        actor: 'operator:sari',
        action: 'key.changed',
        detail: { before, after: { ...before, max_day_amount: '1000.00', allowed_addresses: ['10.0.0.0/8', '::1/128'] } }
      }
    ])
  })

  it.each<[string, Partial<KeyTerms>]>([
    ['is no scope', { scopes: ['write' as KeyScope] }],
    ['needs a scope', { scopes: [] }],
    ['is no address', { allowedAddresses: ['10.0.0.0/8', 'example.com'] }],
    ['amount of a batch', { maxBatchAmountSen: 0n }],
    ['amount of a day', { maxDayAmountSen: 2n ** 63n }],
    ['items of a batch', { maxBatchItems: 1.5 }],
    ['items of a day', { maxDayItems: -1 }]
  ])('refuses terms that can not be (%s), and changes nothing', async (message, terms) => {
    const { id } = await makeKey()
    await expect(change(id, terms)).rejects.toThrow(message)
    expect(await readAudit(id)).toHaveLength(1)
  })

  it('refuses a revoked key, and a key of another merchant', async () => {
    await makeKey()
    const { id } = await makeKey()
    const other = await createMerchant(database.pool, { name: 'Toko' })
    const foreign = { merchantId: other.id, apiKeyId: id, terms: { maxDayItems: 1 } }
    await expect(changeApiKey(database.pool, foreign)).rejects.toMatchObject({ code: 'DPAY_NOT_FOUND' })
    await revokeApiKey(database.pool, { merchantId, apiKeyId: id, actor: 'operator:sari' })
    await expect(change(id, { maxDayItems: 1 })).rejects.toThrow('is revoked')
    expect((await readAudit(id)).map(({ action }) => action)).toEqual(['key.created', 'key.revoked'])
  })
})
