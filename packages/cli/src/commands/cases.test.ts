import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Durianpay } from '@arus/durianpay'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Environment } from '../testing/run-arus.js'
import { runArus, runJson } from '../testing/run-arus.js'
import { type ServerToPay, startServerToPay } from '../testing/start-server-to-pay.js'

let server: ServerToPay
beforeAll(async () => {
  server = await startServerToPay()
})
afterAll(() => server.stop())

type Item = { id: string; status: string; amount: string }

/** A payroll that was paid: one item for each account number. */
async function pay(merchant: Environment, accounts: string[]): Promise<Item[]> {
  const path = join(server.folder, `${accounts.join('-')}.csv`)
  const rows = accounts.map((account) => `Siti,bca,${account},25000`)
  await writeFile(path, `account_owner_name,bank_code,account_number,amount\n${rows.join('\n')}\n`)
  const { document } = await runJson<{ batch: { id: string } }>(['submit', path, '--force', '--watch'], merchant)
  return (await runJson<{ items: Item[] }>(['items', document.batch.id], merchant)).document.items
}

type Case = Record<string, unknown> & { id: string }
const listCases = async (...words: string[]) =>
  (await runJson<{ cases: Case[] }>(['cases', ...words], server.operator)).document.cases

describe('arus cases show and arus cases settle', () => {
  it('show what is known, take a resolution with its reference and reason once, and keep who it was', async () => {
    const { merchantId, merchant } = await server.makeMerchant('Toko Ida')
    const [item] = await pay(merchant, ['0011223386'])
    const client = new Durianpay({ apiKey: merchant.ARUS_API_KEY!, baseUrl: merchant.ARUS_URL! })
    await client.simulator.settleItem(item!.id, { outcome: 'failed', reason: 'account closed' })
    await expect.poll(async () => (await listCases('--merchant', merchantId)).length).toBe(1)
    const [opened] = await listCases('list', '--merchant', merchantId, '--kind', 'reversed_after_done')
    expect(opened).toMatchObject({
      item_status: 'failed',
      next_check_at: null,
      allowed_resolutions: ['acknowledged'],
      reason: expect.stringContaining('suspense')
    })
    const { id } = opened!
    expect((await runArus(['cases', 'show', id], server.operator)).stdout).toMatch(/^settle as +acknowledged$/m)

    const settle = (...words: string[]) => runArus(['cases', 'settle', id, ...words], server.operator)
    const word = ['--reference', 'BCA-00418', '--reason', 'paid again by hand', '--by', 'sari']
    expect(await settle('--acknowledge', '--reference', ' ')).toMatchObject({ exitCode: 2 })
    expect(await settle(...word)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--paid') })
    expect(await settle('--paid', '--not-paid', ...word)).toMatchObject({ exitCode: 2 })
    expect(await settle('--paid', ...word)).toMatchObject({
      exitCode: 4,
      stderr: expect.stringContaining('only as acknowledged')
    })
    expect(await settle('--acknowledge', ...word)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('settled as acknowledged')
    })
    expect(await settle('--acknowledge', ...word)).toMatchObject({
      exitCode: 4,
      stderr: expect.stringContaining('settled already')
    })
    expect(await runJson(['cases', 'show', id], server.operator)).toMatchObject({
      document: { case: { resolution: 'acknowledged', settlement_reference: 'BCA-00418', settled_by: 'operator:sari' } }
    })
    expect(await client.cases.get(id)).toMatchObject({ status: 'settled', settlement: { reason: 'paid again by hand' } })
    expect(await listCases('--merchant', merchantId)).toEqual([])
    expect((await runArus(['cases', 'show', 'case_nobody'], server.operator)).exitCode).toBe(4)
    expect((await runArus(['cases', 'list', '--kind', 'lost'], server.operator)).exitCode).toBe(2)
  })
})

describe('arus reconcile', () => {
  const statement = (rows: string[]) => `date,reference,amount,account_number\n${rows.join('\n')}\n`

  it('matches what was paid, opens cases for what differs, and does nothing the second time', async () => {
    const { merchantId, merchant } = await server.makeMerchant('Toko Joko')
    const [paid, missing] = await pay(merchant, ['0011223382', '0011223388'])
    const now = new Date().toISOString()
    const path = join(server.folder, 'statement.csv')
    await writeFile(path, statement([`${now},${paid!.id},"25.000,00",0011223382`, `${now},dis_item_lost,7000,`]))
    const run = (...words: string[]) => runJson(['reconcile', path, '--merchant', merchantId, ...words], server.operator)

    expect(await run('--dry-run')).toMatchObject({
      exitCode: 1,
      document: {
        is_dry_run: true,
        matched_lines: 1,
        matched_amount: '25000.00',
        differing_lines: [{ line: 3, state: 'missing_here', reference: 'dis_item_lost', amount: '7000.00' }],
        missing_there: [{ item_id: missing!.id }]
      }
    })
    expect(await listCases('--merchant', merchantId)).toEqual([])
    expect(await run()).toMatchObject({
      exitCode: 2,
      document: { error: { message: expect.stringContaining('--from and --to') } }
    })
    const first = await run('--yes')
    expect(first).toMatchObject({
      exitCode: 1,
      document: {
        was_reconciled: false,
        statement: {
          matched_lines: 1,
          matched_amount: '25000.00',
          missing_here_lines: 1,
          missing_there_items: 1,
          merchant_id: merchantId
        }
      }
    })
    expect((await listCases('--merchant', merchantId)).map(({ kind }) => kind).sort()).toEqual(['missing_here', 'missing_there'])
    expect(await run('--yes')).toMatchObject({
      exitCode: 1,
      document: { was_reconciled: true, statement: first.document.statement }
    })
    expect((await listCases('--merchant', merchantId)).length).toBe(2)
    expect((await runArus(['reconcile', path, '--merchant', merchantId, '--yes'], server.operator)).stdout).toContain(
      'was reconciled before'
    )
    expect((await runArus(['ledger', 'verify'], server.operator)).exitCode).toBe(0)
  })

  it('names every bad row, writes nothing of such a file, and refuses one of the other mode', async () => {
    const { merchant } = await server.makeMerchant('Toko Kiki')
    const [paid] = await pay(merchant, ['0011223384'])
    const now = new Date().toISOString()
    const bad = join(server.folder, 'bad.csv')
    await writeFile(bad, statement([`${now},${paid!.id},25.000,`, 'yesterday,x,1,']))
    const told = await runArus(['reconcile', bad, '--yes'], server.operator)
    expect(told.exitCode).toBe(3)
    expect(told.stderr).toMatch(/bad\.csv:2: amount: "25\.000" can mean thousands or decimals/)
    expect(told.stderr).toMatch(/bad\.csv:3: date: "yesterday" is not a date/)
    const live = join(server.folder, 'live.csv')
    await writeFile(live, statement([`${now},${paid!.id},25000,`]))
    const refused = await runArus(['reconcile', live, '--live', '--yes'], server.operator)
    expect(refused).toMatchObject({ exitCode: 4, stderr: expect.stringContaining('which is in test mode') })
  })

  it('reads the example', async () => {
    const example = fileURLToPath(new URL('../../../../examples/statement.csv', import.meta.url))
    const path = join(server.folder, 'example.csv')
    await copyFile(example, path)
    const { document } = await runJson<{ file: object }>(['reconcile', path, '--dry-run'], { ...server.operator })
    const rows = (await readFile(example, 'utf8')).trim().split('\n').length - 1
    expect(document.file).toMatchObject({
      payments: rows - 1,
      incoming_lines_left_out: 1,
      total_amount: '5400000.50',
      warnings: []
    })
  })
})
