import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Durianpay } from '@arus/durianpay'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from '../../../server/src/database/create-pool.js'
import { runArus, runJson } from '../testing/run-arus.js'
import { startBuiltArus } from '../testing/run-built-arus.js'
import { type ServerToPay, startServerToPay } from '../testing/start-server-to-pay.js'

let server: ServerToPay
beforeAll(async () => {
  server = await startServerToPay()
})
afterAll(() => server.stop())

/** Does to the database what no command does. */
async function queryDatabase(text: string, values: unknown[] = []): Promise<void> {
  const databaseUrl = server.operator.DATABASE_URL!
  const pool = createPool({ databaseUrl, maxConnections: 1, applicationName: 'test', onError: () => {} })
  await pool.query(text, values)
  await pool.end()
}

type Key = { id: string; is_live: boolean; is_signing: boolean; revoked_at: string | null; name: string }

describe('arus merchants and arus keys', () => {
  it('make merchants and list them', async () => {
    const { merchantId } = await server.makeMerchant('Toko Dewi')
    const { document } = await runJson<{ merchants: { id: string; name: string }[]; count: number }>(
      ['merchants', 'list'],
      server.operator
    )
    expect(document.merchants).toContainEqual(expect.objectContaining({ id: merchantId, name: 'Toko Dewi' }))
    expect(document.count).toBe(document.merchants.length)
    expect((await runArus(['merchants', 'create', ' '], server.operator)).exitCode).toBe(4)
  })

  it('show a secret key once, right after it is made, and never again', async () => {
    const { merchantId } = await server.makeMerchant('Toko Eka')
    const made = await runArus(['keys', 'create', '--merchant', merchantId, '--name', 'payroll'], server.operator)
    const [secret] = /dp_test_\w{40}/.exec(made.stdout)!
    const listed = await runArus(['keys', 'list', '--merchant', merchantId], server.operator)
    expect(listed.stdout).toContain(`dp_test_…${secret.slice(-4)}`)
    const json = await runArus(['keys', 'list', '--merchant', merchantId, '--json'], server.operator)
    for (const { stdout, stderr } of [listed, json]) expect(stdout + stderr).not.toContain(secret)
  })

  it('choose the key that signs, and revoke the other, which is refused from then on', async () => {
    const { merchantId, merchant } = await server.makeMerchant('Toko Fajar')
    const list = async () =>
      (await runJson<{ api_keys: Key[] }>(['keys', 'list', '--merchant', merchantId], server.operator)).document.api_keys
    const [first] = await list()
    expect(first).toMatchObject({ is_signing: true, revoked_at: null })
    const signing = await runJson<{ error: { message: string } }>(['keys', 'revoke', first!.id], server.operator)
    expect(signing).toMatchObject({
      exitCode: 4,
      document: { error: { message: expect.stringContaining('choose another key to sign with') } }
    })
    const second = await runJson<{ api_key: Key }>(['keys', 'create', '--merchant', merchantId], server.operator)
    expect((await runArus(['keys', 'sign-with', second.document.api_key.id], server.operator)).exitCode).toBe(0)
    expect((await runArus(['keys', 'revoke', first!.id], server.operator)).exitCode).toBe(0)
    expect((await list()).map((key) => [key.is_signing, key.revoked_at === null])).toEqual([
      [false, false],
      [true, true]
    ])
    expect(await runJson(['balance'], merchant)).toMatchObject({
      exitCode: 4,
      document: { error: { kind: 'refused', error_code: 'DPAY_UNAUTHORIZED_ACCESS' } }
    })
  })

  it('say what a key may do, how much and from where, and change it', async () => {
    const { merchantId } = await server.makeMerchant('Toko Gita')
    const terms = [
      '--scope',
      'submit,read',
      '--max-batch',
      '5000000',
      '--max-day-items',
      '100',
      '--allow-ip',
      '::ffff:10.1.2.3/104'
    ]
    const made = await runJson<{ api_key: Key & Record<string, unknown> }>(
      ['keys', 'create', '--merchant', merchantId, ...terms],
      server.operator
    )
    expect(made.document.api_key).toMatchObject({
      scopes: ['read', 'submit'],
      max_batch_amount: '5000000.00',
      max_batch_items: null,
      max_day_amount: null,
      max_day_items: 100,
      allowed_addresses: ['10.0.0.0/8'],
      used_today: { submitted_amount: '0.00', submitted_items: 0, approved_amount: '0.00', approved_items: 0 }
    })
    const { id } = made.document.api_key
    const change = ['--max-batch', 'none', '--max-day', '7500000.50', '--scope', 'read']
    const changed = await runJson(['keys', 'change', id, ...change], server.operator)
    const expected = { max_batch_amount: null, max_day_amount: '7500000.50', max_day_items: 100, scopes: ['read'] }
    expect(changed).toMatchObject({ exitCode: 0, document: { api_key: expected } })
    const listed = await runArus(['keys', 'list', '--merchant', merchantId], server.operator)
    expect(listed.stdout).toMatch(
      /7500000\.50 a day \(submitted 0\.00, approved 0\.00\), 100 items a day \(submitted 0, approved 0\) +10\.0\.0\.0\/8/
    )
  })

  it('ask which merchant is meant when there are several, and name what does not exist', async () => {
    await server.makeMerchant('One more')
    const ambiguous = await runArus(['keys', 'list'], server.operator)
    expect(ambiguous).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('name one with --merchant') })
    expect((await runArus(['keys', 'list', '--merchant', 'mer_nobody'], server.operator)).exitCode).toBe(4)
    expect((await runArus(['keys', 'revoke', 'key_nobody'], server.operator)).exitCode).toBe(4)
    expect((await runArus(['topups', 'complete', 'topup_nobody', '--reference', 'R'], server.operator)).exitCode).toBe(4)
    expect((await runArus(['topups', 'complete', 'topup_nobody'], server.operator)).exitCode).toBe(2)
  })

  it('make no live key where live money would not be safe', async () => {
    const { exitCode, stdout, stderr } = await runArus(
      ['keys', 'create', '--merchant', server.merchantId, '--live'],
      server.operator
    )
    expect(exitCode).toBe(4)
    expect(stdout + stderr).not.toContain('dp_live_')
  })
})

describe('arus cases list', () => {
  it('shows what a person must settle, open ones first, and closed ones only with --all', async () => {
    expect(await runArus(['cases', 'list'], server.operator)).toMatchObject({ exitCode: 0, stdout: 'no open cases\n' })
    const { merchantId, merchant } = await server.makeMerchant('Toko Hadi')
    const path = join(server.folder, 'corrected.csv')
    await writeFile(path, 'account_owner_name,bank_code,account_number,amount\nSiti,bca,0011223380,25000\n')
    const paid = await runJson<{ batch: { id: string } }>(['submit', path, '--force', '--watch'], merchant)
    const batchId = paid.document.batch.id
    const { document } = await runJson<{ items: { id: string }[] }>(['items', batchId], merchant)
    const itemId = document.items[0]!.id
    const client = new Durianpay({ apiKey: merchant.ARUS_API_KEY!, baseUrl: merchant.ARUS_URL! })
    await client.simulator.settleItem(itemId, { outcome: 'failed', reason: 'account closed' })
    const list = async (...words: string[]) =>
      (await runJson<{ cases: object[] }>(['cases', 'list', ...words], server.operator)).document
    await expect.poll(async () => (await list()).cases.length).toBe(1)
    const opened = {
      kind: 'reversed_after_done',
      item_id: itemId,
      batch_id: batchId,
      merchant_id: merchantId,
      amount: '25000.00'
    }
    expect(await list()).toMatchObject({ open_count: 1, cases: [{ ...opened, closed_at: null }] })
    expect((await runArus(['cases', 'list'], server.operator)).stdout).toMatch(/reversed_after_done .*open$/m)
    await queryDatabase(`UPDATE cases SET closed_at = arus_now(), resolution = 'paid in cash'`)
    expect((await list()).cases).toEqual([])
    expect(await list('--all')).toMatchObject({ open_count: 0, cases: [{ ...opened, resolution: 'paid in cash' }] })
  })
})

describe('arus ledger verify', () => {
  it('ends with 0 on right books, and with 1 naming the fault after a row was changed', async () => {
    expect(await runJson(['ledger', 'verify'], server.operator)).toMatchObject({
      exitCode: 0,
      document: { is_right: true, faults: [], merchants: expect.any(Number), transfers: expect.any(Number) }
    })
    expect((await runArus(['ledger', 'verify'], server.operator)).stdout).toMatch(/: [1-9]\d* merchants?, [1-9]\d* transfers?,/)
    await queryDatabase(
      `UPDATE ledger_accounts SET credits_posted = credits_posted + 1 WHERE merchant_id = $1 AND kind = 'available' AND NOT is_live`,
      [server.merchantId]
    )
    const found = await runJson<{ faults: unknown[] }>(['ledger', 'verify'], server.operator)
    expect(found.exitCode).toBe(1)
    expect(found.document.faults).toMatchObject([{ check: 'credits-posted', merchant_id: server.merchantId }])
    expect((await runArus(['ledger', 'verify'], server.operator)).stdout).toContain('1 fault in the books: ')
  })
})

describe('arus server', () => {
  it('runs only a worker with --worker, says so first, and ends with 0 on SIGTERM', async () => {
    const worker = startBuiltArus(['server', '--worker', '--json'], server.operator)
    await worker.waitFor(/^\{"url":null\}\n/)
    expect(await worker.end('SIGTERM')).toMatchObject({ exitCode: 0, stderr: '' })
  })

  it('lists every fault of its settings at once', async () => {
    const told = await runArus(['server'], { ARUS_PORT: '70000', ARUS_MIN_AMOUNT: '-1' })
    expect(told.exitCode).toBe(2)
    expect(told.stderr).toContain('ARUS_PORT')
    expect(told.stderr).toContain('ARUS_MIN_AMOUNT')
  })

  it.each([
    ['a port that is taken', () => ({ ARUS_PORT: new URL(server.url).port }), /port \d+ is taken: set ARUS_PORT/],
    ['a host of elsewhere', () => ({ ARUS_HOST: '192.0.2.1' }), /192\.0\.2\.1 can't be listened on .*ARUS_HOST/],
    ['a host that is none', () => ({ ARUS_HOST: 'no.such.invalid' }), /no\.such\.invalid can't be listened on .*ARUS_HOST/],
    ['another master key', () => ({ ARUS_MASTER_KEY: randomBytes(32).toString('base64') }), /sealed with another ARUS_MASTER_KEY/]
  ])('ends with 2 and no stack for %s', async (_what, settings, message) => {
    const told = await runArus(['server'], { ...server.operator, ...settings() })
    expect(told).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(message) })
    expect(told.stderr).not.toMatch(/^ {4}at /m)
  })

  it('ends with 6 when its database is not there', async () => {
    const told = await runArus(['server'], { ...server.operator, DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:9/arus' })
    expect(told).toMatchObject({ exitCode: 6, stderr: expect.stringContaining('database was not reached') })
    expect(told.stderr).not.toContain('secret')
  })
})
