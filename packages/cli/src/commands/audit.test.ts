import { readFile, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from '../../../server/src/database/create-pool.js'
import { runArus, runJson } from '../testing/run-arus.js'
import { type ServerToPay, startServerToPay } from '../testing/start-server-to-pay.js'

let server: ServerToPay
beforeAll(async () => {
  server = await startServerToPay()
})
afterAll(() => server.stop())

/** Does to the log what its triggers refuse, as the owner of the database can. */
async function tamper(text: string): Promise<void> {
  const pool = createPool({
    databaseUrl: server.operator.DATABASE_URL!,
    maxConnections: 1,
    applicationName: 'test',
    onError: () => {}
  })
  await pool.query(
    `ALTER TABLE audit_entries DISABLE TRIGGER ALL; ALTER TABLE audit_chains DISABLE TRIGGER ALL; ${text};
     ALTER TABLE audit_entries ENABLE TRIGGER ALL; ALTER TABLE audit_chains ENABLE TRIGGER ALL`
  )
  await pool.end()
}

type Listed = { entries: { actor: string; action: string; subject: string; detail: object; chain: string }[]; count: number }
const list = async (...words: string[]) => (await runJson<Listed>(['audit', 'list', ...words], server.operator)).document

describe('arus audit list', () => {
  it('shows who did what, newest first, and only what is asked for', async () => {
    const path = join(server.folder, 'listed.csv')
    await writeFile(path, 'account_owner_name,bank_code,account_number,amount\nSiti,bca,0011223380,25000\n')
    const paid = await runJson<{ batch: { id: string } }>(['submit', path, '--force', '--watch'], server.merchant)
    const { id } = paid.document.batch
    const operator = `operator:${userInfo().username}`
    expect(await list('--merchant', server.merchantId, '--action', 'merchant.created')).toMatchObject({
      count: 1,
      entries: [{ actor: operator, action: 'merchant.created', subject: server.merchantId }]
    })
    const ofBatch = await list('--subject', id)
    expect(ofBatch.entries).toMatchObject([
      { action: 'batch.approved', actor: 'worker', detail: { is_forced: true } },
      { action: 'batch.submitted', detail: { total_amount: '25000.00' } }
    ])
    expect((await list('--subject', id, '--limit', '1')).count).toBe(1)
    expect((await list('--since', '2999-01-01')).count).toBe(0)
    expect((await list('--until', '2999-01-01T00:00:00+07:00', '--subject', id)).count).toBe(2)
    const csv = (await runArus(['audit', 'list', '--subject', id, '--csv'], server.operator)).stdout.split('\r\n')
    expect(csv[0]).toBe('recorded_at,chain,sequence,actor,action,subject,detail')
    expect(csv).toHaveLength(4)
    expect((await runArus(['audit', 'list', '--subject', id], server.operator)).stdout).toMatch(
      /batch\.approved .*\n.*batch\.submitted/
    )
  })

  it.each([
    [['--action', 'batch.blessed'], /--action must be one of batch\.submitted, /],
    [['--since', 'yesterday'], /--since must be like 2026-07-01/],
    [['--since', '2026-07-01T09:00:00'], /--since must be like 2026-07-01/],
    [['--limit', '0'], /--limit must be a whole number/],
    [['--csv', '--json'], /choose one/]
  ])('refuses %j and says what is expected', async (words, message) => {
    const told = await runArus(['audit', 'list', ...words], server.operator)
    expect(told.exitCode).toBe(2)
    expect(told.stdout + told.stderr).toMatch(message)
  })
})

describe('arus audit verify', () => {
  it('ends with 0 on a log as it was written, and with 1 naming what was changed or cut off since', async () => {
    const kept = join(server.folder, 'heads.json')
    await writeFile(kept, (await runArus(['audit', 'heads', '--json'], server.operator)).stdout)
    expect(JSON.parse(await readFile(kept, 'utf8'))).toMatchObject({ heads: [{ chain: server.merchantId }], count: 1 })
    expect((await runArus(['audit', 'heads'], server.operator)).stdout).toMatch(/^mer_\w+ +\d+ +[0-9a-f]{64}$/m)
    expect(await runJson(['audit', 'verify', '--expect', kept], server.operator)).toMatchObject({
      exitCode: 0,
      document: { is_right: true, faults: [], chains: 1, expected_heads: 1 }
    })
    expect((await runArus(['audit', 'verify'], server.operator)).stdout).toMatch(
      /^The audit log is as it was written: \d+ entries in 1 chain/
    )

    await tamper(
      `DELETE FROM audit_entries WHERE sequence > 2; UPDATE audit_chains SET sequence = 2, hash = (SELECT hash FROM audit_entries WHERE sequence = 2)`
    )
    expect((await runArus(['audit', 'verify'], server.operator)).exitCode).toBe(0)
    expect(await runJson(['audit', 'verify', '--expect', kept], server.operator)).toMatchObject({
      exitCode: 1,
      document: {
        is_right: false,
        faults: [{ chain: server.merchantId, sequence: 3, message: expect.stringContaining('entry 3 is missing') }]
      }
    })
    await tamper(`UPDATE audit_entries SET actor = 'operator:nobody' WHERE sequence = 1`)
    const told = await runArus(['audit', 'verify'], server.operator)
    expect(told).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('entry 1 was changed') })
  })

  it('refuses a file of heads that is none', async () => {
    const path = join(server.folder, 'none.json')
    await writeFile(path, '{"heads":[{"chain":"mer_a","sequence":"1","hash":"short"}]}')
    expect(await runArus(['audit', 'verify', '--expect', path], server.operator)).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('is not what "arus audit heads --json" printed')
    })
    expect((await runArus(['audit', 'verify', '--expect', join(server.folder, 'absent')], server.operator)).exitCode).toBe(3)
  })
})
