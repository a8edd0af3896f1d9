import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { appendAudit } from './append-audit.js'
import type { NewAuditEntry } from './audit-entry.js'
import { type AuditHead, readAuditHeads } from './audit-head.js'
import { listAudit } from './list-audit.js'
import { verifyAudit } from './verify-audit.js'

let database: TestDatabase
let kept: AuditHead[]
/** Two chains of five entries each. */
beforeAll(async () => {
  database = await createTestDatabase()
  for (let number = 1; number <= 5; number++) {
    await append({ merchantId: 'mer_a', subject: `dis_${number}` })
    await append({ merchantId: 'mer_b', subject: `dis_${number}` })
  }
  kept = await readAuditHeads(database.pool)
})
afterAll(() => database.drop())

const append = (changes: Partial<NewAuditEntry>) =>
  withTransaction(database.pool, (connection) =>
    appendAudit(connection, {
      merchantId: 'mer_a',
      isLive: false,
      actor: 'key_1',
      action: 'batch.approved',
      subject: 'dis_1',
      detail: { payable_amount: '20000.00' },
      ...changes
    })
  )

/** Does to the tables what their triggers refuse, as somebody who owns the database can; tells the faults; and undoes it. */
async function verifyAfter(tamper: (connection: Connection) => Promise<unknown>, keptHeads: AuditHead[] = []) {
  const connection = await database.pool.connect()
  const triggers = (state: string) =>
    connection.query(`ALTER TABLE audit_entries ${state} TRIGGER ALL; ALTER TABLE audit_chains ${state} TRIGGER ALL`)
  try {
    await connection.query('CREATE TABLE entries_before AS TABLE audit_entries; CREATE TABLE chains_before AS TABLE audit_chains')
    await triggers('DISABLE')
    await tamper(connection)
    return (await verifyAudit(database.pool, { keptHeads })).faults
  } finally {
    await connection.query('DELETE FROM audit_entries; INSERT INTO audit_entries TABLE entries_before; DROP TABLE entries_before')
    await connection.query('DELETE FROM audit_chains; INSERT INTO audit_chains TABLE chains_before; DROP TABLE chains_before')
    await triggers('ENABLE')
    connection.release()
  }
}

const CHANGED = 'entry 3 was changed: its hash is not that of what it says'
const THIRD = "WHERE chain = 'mer_a' AND sequence = 3"

describe('verifyAudit', () => {
  it('finds nothing wrong with a log that nobody touched, also when it is read while it grows', async () => {
    const report = await verifyAudit(database.pool, { keptHeads: kept })
    expect(report).toMatchObject({ faults: [], chains: 2, entries: 10 })
    const appending = Promise.all(Array.from({ length: 20 }, () => append({ merchantId: 'mer_growing' })))
    for (let time = 0; time < 5; time++) expect((await verifyAudit(database.pool)).faults).toEqual([])
    await appending
    expect((await verifyAudit(database.pool)).faults).toEqual([])
  })

  it.each([
    ['recorded_at', "recorded_at + interval '1 microsecond'", CHANGED],
    ['is_live', 'NOT is_live', CHANGED],
    ['is_live', 'NULL', CHANGED],
    ['actor', "'key_2'", CHANGED],
    ['action', "'batch.rejected'", CHANGED],
    ['subject', "'dis_9'", CHANGED],
    ['detail', "replace(detail, '20000', '30000')", CHANGED],
    ['detail', "detail || ' '", CHANGED],
    ['previous_hash', "sha256('other')", CHANGED],
    ['hash', "sha256('other')", CHANGED],
    ['sequence', '30', 'entry 3 is missing: after 2 comes 4'],
    ['chain', "'mer_c'", 'entry 3 is missing: after 2 comes 4']
  ])('names the entry whose %s was changed to %s', async (column, value, message) => {
    const faults = await verifyAfter((connection) => connection.query(`UPDATE audit_entries SET ${column} = ${value} ${THIRD}`))
    expect(faults).toContainEqual({ chain: 'mer_a', sequence: 3n, message })
    expect(faults.filter(({ chain }) => chain === 'mer_b')).toEqual([])
  })

  it('names an entry that was taken out, from the beginning, the middle or the end', async () => {
    const without = (sequence: number) =>
      verifyAfter((connection) =>
        connection.query(`DELETE FROM audit_entries WHERE chain = 'mer_a' AND sequence = $1`, [sequence])
      )
    expect(await without(1)).toEqual([{ chain: 'mer_a', sequence: 1n, message: 'entry 1 is missing: after 0 comes 2' }])
    expect(await without(3)).toEqual([{ chain: 'mer_a', sequence: 3n, message: 'entry 3 is missing: after 2 comes 4' }])
    expect(await without(5)).toEqual([
      { chain: 'mer_a', sequence: 5n, message: 'entry 5 is missing: the head of the chain is 5' }
    ])
  })

  it('names entries that changed places', async () => {
    const faults = await verifyAfter((connection) =>
      connection.query(
        `UPDATE audit_entries SET sequence = 99 ${THIRD};
         UPDATE audit_entries SET sequence = 3 WHERE chain = 'mer_a' AND sequence = 4;
         UPDATE audit_entries SET sequence = 4 WHERE chain = 'mer_a' AND sequence = 99`
      )
    )
    expect(faults).toEqual([{ chain: 'mer_a', sequence: 3n, message: CHANGED }])
  })

  it('names an entry that was put in, made well by somebody who knows how', async () => {
    const faults = await verifyAfter(async (connection) => {
      await connection.query(`DELETE FROM audit_entries WHERE chain = 'mer_a' AND sequence >= 3`)
      await connection.query(
        `UPDATE audit_chains SET sequence = 2, hash = (SELECT hash FROM audit_entries WHERE chain = 'mer_a' AND sequence = 2) WHERE chain = 'mer_a'`
      )
      await connection.query('BEGIN')
      await appendAudit(connection, {
        merchantId: 'mer_a',
        isLive: false,
        actor: 'x',
        action: 'batch.approved',
        subject: 'forged'
      })
      await connection.query('COMMIT')
      await connection.query(
        `INSERT INTO audit_entries SELECT chain, sequence, recorded_at, is_live, actor, action, subject, detail, previous_hash, hash
         FROM entries_before WHERE chain = 'mer_a' AND sequence >= 4`
      )
    })
    expect(faults).toEqual([
      {
        chain: 'mer_a',
        sequence: 4n,
        message: 'entry 4 does not follow the entry before it: one of the two was put in another place'
      }
    ])
    const afterTheEnd = await verifyAfter((connection) =>
      connection.query(
        `INSERT INTO audit_entries SELECT chain, 6, recorded_at, is_live, actor, action, subject, detail, previous_hash, hash FROM audit_entries ${THIRD}`
      )
    )
    expect(afterTheEnd).toMatchObject([{ chain: 'mer_a', sequence: 6n }])
  })

  it('names what was cut off from the end together with its head only when a head was kept elsewhere', async () => {
    const cut = async (connection: Connection) => {
      await connection.query(`DELETE FROM audit_entries WHERE chain = 'mer_a' AND sequence > 3`)
      await connection.query(
        `UPDATE audit_chains SET sequence = 3, hash = (SELECT hash FROM audit_entries ${THIRD}) WHERE chain = 'mer_a'`
      )
    }
    expect(await verifyAfter(cut)).toEqual([])
    expect(await verifyAfter(cut, kept)).toEqual([
      { chain: 'mer_a', sequence: 4n, message: 'entry 4 is missing: the chain reached 5 when its head was kept' }
    ])
  })

  it('names a chain that was made anew from its beginning, or is gone, when a head was kept elsewhere', async () => {
    const remake = async (connection: Connection) => {
      await connection.query(`DELETE FROM audit_entries WHERE chain = 'mer_a'`)
      await connection.query(`DELETE FROM audit_chains WHERE chain = 'mer_a'`)
      for (let number = 1; number <= 6; number++) {
        await connection.query('BEGIN')
        await appendAudit(connection, { merchantId: 'mer_a', isLive: false, actor: 'y', action: 'batch.approved', subject: 'z' })
        await connection.query('COMMIT')
      }
    }
    expect(await verifyAfter(remake)).toEqual([])
    expect(await verifyAfter(remake, kept)).toEqual([
      { chain: 'mer_a', sequence: 5n, message: 'entry 5 is another one than when its hash was kept' }
    ])
    const gone = (connection: Connection) =>
      connection.query(`DELETE FROM audit_entries WHERE chain = 'mer_a'; DELETE FROM audit_chains WHERE chain = 'mer_a'`)
    expect(await verifyAfter(gone, kept)).toEqual([
      { chain: 'mer_a', sequence: 1n, message: 'entry 1 is missing: the chain reached 5 when its head was kept' }
    ])
  })

  it('names a head that does not fit the entries', async () => {
    const set = (change: string) =>
      verifyAfter((connection) => connection.query(`UPDATE audit_chains SET ${change} WHERE chain = 'mer_a'`))
    expect(await set('sequence = 7')).toMatchObject([{ sequence: 6n }])
    expect(await set('sequence = 4')).toMatchObject([{ sequence: 5n }])
    expect(await set("hash = sha256('other')")).toMatchObject([{ sequence: 5n }])
    expect(await set("chain = 'mer_z'")).toMatchObject([{ chain: 'mer_z' }, { chain: 'mer_a', sequence: 5n }])
  })
})

describe('listAudit', () => {
  it('lists newest first, and only what the filter names', async () => {
    await append({ merchantId: null, isLive: null, actor: 'operator:sari', action: 'master_key.rotated', subject: 'server' })
    const { pool } = database
    const all = await listAudit(pool, { limit: 100 })
    expect(all[0]).toMatchObject({ chain: 'server', actor: 'operator:sari', action: 'master_key.rotated' })
    expect(all.map(({ recordedAt }) => recordedAt)).toEqual(
      all
        .map(({ recordedAt }) => recordedAt)
        .toSorted()
        .toReversed()
    )
    expect(await listAudit(pool, { chain: 'mer_b', limit: 2 })).toMatchObject([{ sequence: 5n }, { sequence: 4n }])
    expect(await listAudit(pool, { actor: 'operator:sari', limit: 100 })).toHaveLength(1)
    expect(await listAudit(pool, { action: 'batch.approved', subject: 'dis_4', limit: 100 })).toHaveLength(2)
    const { recordedAt } = (await listAudit(pool, { chain: 'mer_a', limit: 1 }))[0]!
    expect(await listAudit(pool, { chain: 'mer_a', since: recordedAt, limit: 100 })).toHaveLength(1)
    expect(await listAudit(pool, { chain: 'mer_a', until: recordedAt, limit: 100 })).toHaveLength(4)
  })
})
