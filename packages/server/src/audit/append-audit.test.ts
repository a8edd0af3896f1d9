import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { appendAudit } from './append-audit.js'
import { AUDIT_COLUMNS, type AuditEntry, type NewAuditEntry } from './audit-entry.js'
import { hashEntry } from './hash-entry.js'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const entry: NewAuditEntry = {
  merchantId: 'mer_a',
  isLive: false,
  actor: 'key_1',
  action: 'batch.approved',
  subject: 'dis_1',
  detail: { b: 'two', a: 1 }
}
const append = (pool: Pool, changes: Partial<NewAuditEntry> = {}) =>
  withTransaction(pool, (connection) => appendAudit(connection, { ...entry, ...changes }))

async function readChain(pool: Pool, chain: string): Promise<AuditEntry[]> {
  const { rows } = await pool.query<AuditEntry>(`SELECT ${AUDIT_COLUMNS} FROM audit_entries WHERE chain = $1 ORDER BY sequence`, [
    chain
  ])
  return rows
}

describe('appendAudit', () => {
  it('writes entries that follow each other without a gap, each over the one before, when all are written at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => append(database.pool, { subject: `dis_${index}` })))
    const chain = await readChain(database.pool, 'mer_a')
    expect(chain.map(({ sequence }) => Number(sequence))).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
    for (const [index, { hash, ...rest }] of chain.entries()) {
      expect(hashEntry(rest).equals(hash)).toBe(true)
      expect(rest.previousHash.equals(chain[index - 1]?.hash ?? Buffer.alloc(32))).toBe(true)
    }
    expect(chain[0]).toMatchObject({ isLive: false, actor: 'key_1', action: 'batch.approved', detail: '{"a":1,"b":"two"}' })
  })

  it('keeps a chain for each merchant, and one for what has none', async () => {
    await append(database.pool, { merchantId: 'mer_b' })
    await append(database.pool, { merchantId: null, isLive: null, action: 'master_key.rotated' })
    expect(await readChain(database.pool, 'mer_b')).toMatchObject([{ sequence: 1n }])
    expect(await readChain(database.pool, 'server')).toMatchObject([{ sequence: 1n, isLive: null }])
  })

  it('leaves no gap where the transaction is undone', async () => {
    const undone = withTransaction(database.pool, async (connection) => {
      await appendAudit(connection, { ...entry, merchantId: 'mer_c' })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await append(database.pool, { merchantId: 'mer_c' })
    expect(await readChain(database.pool, 'mer_c')).toMatchObject([{ sequence: 1n }])
  })

  it('writes to tables that refuse every change', async () => {
    await append(database.pool, { merchantId: 'mer_d' })
    for (const statement of [
      "UPDATE audit_entries SET actor = 'somebody else'",
      'DELETE FROM audit_entries',
      'TRUNCATE audit_entries',
      'DELETE FROM audit_chains',
      'TRUNCATE audit_chains',
      "UPDATE audit_chains SET sequence = 0 WHERE chain = 'mer_d'",
      "UPDATE audit_chains SET hash = decode(repeat('00', 32), 'hex') WHERE chain = 'mer_d'"
    ]) {
      await expect(database.pool.query(statement), statement).rejects.toThrow('append-only')
    }
  })
})
