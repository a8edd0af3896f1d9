import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Durianpay } from '@arus/durianpay'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from '../../../server/src/database/create-pool.js'
import { type Environment, runArus, runJson } from '../testing/run-arus.js'
import { type ServerToPay, startServerToPay } from '../testing/start-server-to-pay.js'

let server: ServerToPay
beforeAll(async () => {
  server = await startServerToPay()
})
afterAll(() => server.stop())

type LeftLine = Record<string, unknown> & { line: number; case_id: string }
type Reconciled = { statement: { id: string }; left_lines: LeftLine[] }

/** A payroll that was paid, of 25,000 to each account. @returns the items' ids */
async function pay(merchant: Environment, accounts: string[]): Promise<string[]> {
  const path = join(server.folder, `${accounts.join('-')}.csv`)
  const rows = accounts.map((account) => `Siti,bca,${account},25000`)
  await writeFile(path, `account_owner_name,bank_code,account_number,amount\n${rows.join('\n')}\n`)
  const { document } = await runJson<{ batch: { id: string } }>(['submit', path, '--force', '--watch'], merchant)
  const { items } = (await runJson<{ items: { id: string }[] }>(['items', document.batch.id], merchant)).document
  return items.map(({ id }) => id)
}

/** Writes a statement, each row a direction, a reference and an amount, and gives the words that reconcile it. */
async function write(name: string, rows: [direction: 'D' | 'K', reference: string, amount: number][]): Promise<string[]> {
  const path = join(server.folder, name)
  const now = new Date().toISOString()
  const lines = rows.map(([direction, reference, amount]) => `${now},${reference},${amount},${direction}`)
  await writeFile(path, `tanggal,referensi,nominal,d/k\n${lines.join('\n')}\n`)
  return ['reconcile', path, '--yes']
}

describe('arus reconcile with money that came in', () => {
  it('counts each kind of line, shows where each that is left stands, and lets a person settle it', async () => {
    const { merchantId, merchant } = await server.makeMerchant('Toko Lina')
    const [once, twice, less] = (await pay(merchant, ['0011223382', '0011223384', '0011223388'])) as [string, string, string]
    const words = await write('july.csv', [
      ['D', once, 25_000],
      ['K', once, 25_000],
      ['D', twice, 25_000],
      ['D', twice, 25_000],
      ['K', twice, 25_000],
      ['D', less, 20_000],
      ['K', 'dis_item_nobodys', 5_000],
      ['K', 'setoran', 100]
    ])
    const run = [...words, '--merchant', merchantId]
    expect(await runJson([...run, '--dry-run'], server.operator)).toMatchObject({
      exitCode: 1,
      document: { rail: 'simulated_bank', matched_lines: 2, returned_items: 1, file: { returns: 3, incoming_lines_left_out: 1 } }
    })
    const { exitCode, document } = await runJson<Reconciled>(run, server.operator)
    expect(exitCode).toBe(1)
    expect(document).toMatchObject({
      statement: {
        rail: 'simulated_bank',
        account: '',
        matched_lines: 2,
        returned_lines: 1,
        paid_twice_lines: 1,
        return_unclear_lines: 1,
        return_missing_here_lines: 1,
        amount_differs_lines: 1
      },
      file: { incoming_lines_left_out: 1 }
    })
    const open = { case_status: 'open', case_id: expect.stringMatching(/^case_/) }
    expect(document.left_lines).toMatchObject([
      { line: 5, state: 'paid_twice', came_in: false, ...open },
      { line: 6, state: 'return_unclear', came_in: true, ...open },
      { line: 7, state: 'amount_differs', amount: '20000.00', item_amount: '25000.00', ...open },
      { line: 8, state: 'missing_here', came_in: true, item_amount: null, ...open }
    ])
    const again = (await runArus(run, server.operator)).stdout
    expect(again).toContain('2 payments matched, Rp 50,000')
    expect(again).toContain('payments that came back (reversed_after_done): 1')
    expect(again).toContain('lines that came in for an item not known here (missing_here): 1')
    expect(again).toContain('lines of other money that came in, left out: 1')

    const [second, back] = document.left_lines
    expect((await runArus(['cases', 'show', second!.case_id], server.operator)).stdout).toMatch(
      /settle as +came_back, acknowledged\n[\s\S]+ 6 +return_unclear +dis_item_\S+ +\+Rp 25,000/
    )
    const word = ['--reference', 'BCA-00418', '--reason', 'the second one came back']
    expect((await runArus(['cases', 'settle', second!.case_id, '--came-back', ...word], server.operator)).exitCode).toBe(0)
    const shown = await runJson(['cases', 'show', back!.case_id], server.operator)
    expect(shown).toMatchObject({ document: { case: { resolution: 'came_back', settled_with: second!.case_id } } })
    const show = ['statements', 'show', document.statement.id]
    expect(await runJson(show, server.operator)).toMatchObject({
      exitCode: 1,
      document: {
        open_count: 2,
        left_lines: [{ line: 7 }, { line: 8 }, { line: 5, case_status: 'settled', resolution: 'came_back' }]
      }
    })
    expect((await runArus(show, server.operator)).stdout).toMatch(
      / 7 +amount_differs +dis_item_\S+ +-Rp 20,000 +Rp 25,000 +case_/
    )
    // The simulated bank learns what the statement said of it.
    const client = new Durianpay({ apiKey: merchant.ARUS_API_KEY!, baseUrl: merchant.ARUS_URL! })
    await client.simulator.settleItem(once, { outcome: 'failed', reason: 'returned' })
    const verified = await runJson<{ faults: unknown[] }>(['ledger', 'verify'], server.operator)
    expect(verified.document.faults).toEqual([])
  })
})

describe('arus reconcile while a payment is being sent', () => {
  it('says so beforehand, keeps the lines, and never calls them booked before they are compared', async () => {
    const { merchantId, merchant } = await server.makeMerchant('Toko Nina')
    const [paid] = (await pay(merchant, ['0011223386'])) as [string]
    const pool = createPool({
      databaseUrl: server.operator.DATABASE_URL!,
      maxConnections: 1,
      applicationName: 'test',
      onError: () => {}
    })
    const stand = async (status: string) => {
      await pool.query('UPDATE items SET status = $2 WHERE id = $1', [paid, status])
      await pool.query(
        `UPDATE transfer_attempts AS attempt SET send_until = arus_now() + interval '1 hour' FROM items AS item
         WHERE item.id = $1 AND attempt.batch_id = item.batch_id AND attempt.ordinal = item.ordinal`,
        [paid]
      )
    }
    const run = [...(await write('sending.csv', [['D', paid, 25_000]])), '--merchant', merchantId]
    try {
      await stand('sending')
      const { document } = await runJson([...run, '--dry-run'], server.operator)
      expect(document).toMatchObject({ told_items: 0, sending_items: 1, sending_until: expect.stringMatching(/^\d{4}-/) })
      const rehearsed = await runArus([...run, '--dry-run'], server.operator)
      expect(rehearsed.stdout).toContain('1 of the payments are being sent at this moment')
      expect(await runArus(run, server.operator)).toMatchObject({
        exitCode: 4,
        stderr: expect.stringContaining('Give the same file again')
      })
      const { statements } = (await runJson<{ statements: { id: string }[] }>(['statements'], server.operator)).document
      const kept = statements.find((one) => 'file_name' in one && one.file_name === 'sending.csv')!
      const shown = await runArus(['statements', 'show', kept.id], server.operator)
      expect(shown).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('1 payments, not compared yet: give its file') })
      expect(shown.stdout).not.toMatch(/booked|nothing differs/)
      await stand('done')
      expect((await runArus(run, server.operator)).exitCode).toBe(0)
      expect(await runArus(['statements', 'show', kept.id], server.operator)).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining('every line is booked')
      })
    } finally {
      await pool.end()
    }
  })
})

describe('the rail and the account of a statement', () => {
  it('are kept with it, and refused where there is no such rail or an account must be said', async () => {
    const { merchantId, merchant } = await server.makeMerchant('Toko Mira')
    const [paid] = (await pay(merchant, ['0011223390'])) as [string]
    const reconcile = async (name: string, ...words: string[]) =>
      runArus([...(await write(name, [['D', paid, 25_000]])), '--merchant', merchantId, ...words], server.operator)
    expect(await reconcile('rail.csv', '--rail', 'bca')).toMatchObject({
      exitCode: 4,
      stderr: expect.stringContaining('"bca" is no rail of this mode: there is simulated_bank')
    })
    const named = await reconcile('named.csv', '--rail', 'simulated_bank', '--account', '1234567')
    expect(named).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('(simulated_bank, account 1234567): 1 payments') })
    expect(await reconcile('unnamed.csv')).toMatchObject({ exitCode: 4, stderr: expect.stringContaining('must be said') })
    const listed = await runJson<{ statements: Record<string, unknown>[] }>(['statements'], server.operator)
    expect(listed.document.statements.find(({ file_name }) => file_name === 'named.csv')).toMatchObject({
      rail: 'simulated_bank',
      account: '1234567',
      merchant_id: merchantId
    })
    expect((await runArus(['statements', 'show', 'stm_nobody'], server.operator)).exitCode).toBe(4)
  })

  it('tell statements without any payment apart', async () => {
    const path = join(server.folder, 'empty.csv')
    await writeFile(path, 'date,reference,amount\n')
    const reconcile = async (from: string, to: string) =>
      (
        await runJson<{ was_reconciled: boolean }>(
          ['reconcile', path, '--from', from, '--to', to, '--rail', 'simulated_bank'],
          server.operator
        )
      ).document.was_reconciled
    expect(await reconcile('2026-01-01', '2026-01-31')).toBe(false)
    expect(await reconcile('2026-02-01', '2026-02-28')).toBe(false)
    expect(await reconcile('2026-02-01', '2026-02-28')).toBe(true)
  })
})
