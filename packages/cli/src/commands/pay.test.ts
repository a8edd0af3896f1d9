import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Durianpay } from '@arus/durianpay'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runArus, runJson } from '../testing/run-arus.js'
import { type ServerToPay, startServerToPay } from '../testing/start-server-to-pay.js'

let server: ServerToPay
beforeAll(async () => {
  server = await startServerToPay()
})
afterAll(() => server.stop())

const HEADER = 'account_owner_name,bank_code,account_number,amount,notes'
type Batch = { id: string; status: string; name: string; description: string; total_amount: string; total_disbursements: number }
type Submitted = { batch: Batch; batch_key: string; is_existing: boolean }

let fileCount = 0
/** A payroll file of its own; the same rows in two files are two payrolls only when their bytes differ. */
async function writePayroll(...rows: string[]): Promise<string> {
  const path = join(server.folder, `payroll-${++fileCount}.csv`)
  await writeFile(path, `${[HEADER, ...rows].join('\n')}\n`)
  return path
}

async function countBatches(): Promise<number> {
  const { ARUS_URL, ARUS_API_KEY } = server.merchant
  const answer = await fetch(`${ARUS_URL}/v1/disbursements?limit=1`, {
    headers: { authorization: `Basic ${btoa(`${ARUS_API_KEY}:`)}` }
  })
  return ((await answer.json()) as { data: { count: number } }).data.count
}

describe('arus submit', () => {
  it('submits a file, waits for approval, and pays who can be paid after arus approve, which may be run again', async () => {
    const path = await writePayroll(
      'Siti,bca,0011223344,25000,June',
      'Budi,gopay,081234567890,50000.50,June',
      'Dewi,bni,123451,10000,June'
    )
    const submitted = await runJson<Submitted>(['submit', path, '--name', 'June', '--watch'], server.merchant)
    expect(submitted).toMatchObject({
      exitCode: 0,
      document: {
        is_existing: false,
        batch: { name: 'June', status: 'need_approval', total_amount: '85000.50', total_disbursements: 3 }
      }
    })
    const { id } = submitted.document.batch
    const refused = await runJson<{ error: { kind: string; error_code: string } }>(['approve', id], server.merchant)
    expect(refused).toMatchObject({
      exitCode: 4,
      document: {
        error: {
          kind: 'refused',
          error_code: 'INVALID_DISBURSEMENT_STATUS',
          message: expect.stringContaining('--ignore-invalid')
        }
      }
    })
    const paid = await runJson<{ batch: Batch }>(['approve', id, '--ignore-invalid', '--watch'], server.merchant)
    expect(paid).toMatchObject({ exitCode: 1, document: { batch: { status: 'partially_success' } } })
    const again = await runArus(['approve', id, '--ignore-invalid'], server.merchant)
    expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('was approved before') })
    expect((await runArus(['reject', id, '--reason', 'too late'], server.merchant)).exitCode).toBe(4)
    const items = await runJson<{ items: { status: string; account_number: string; amount: string; notes: string }[] }>(
      ['items', id],
      server.merchant
    )
    expect(items.document.items).toMatchObject([
      { status: 'done', account_number: '0011223344', amount: '25000.00', notes: 'June' },
      { status: 'done', account_number: '081234567890', amount: '50000.50' },
      { status: 'invalid', account_number: '123451' }
    ])
  })

  it('with --dry-run says so when the file was submitted before, and only then', async () => {
    const path = await writePayroll('Siti,bca,0011223390,25000,June')
    const rehearse = () => runArus(['submit', path, '--dry-run'], server.merchant)
    expect((await rehearse()).stdout).not.toContain('submitted before')
    const { document } = await runJson<Submitted>(['submit', path], server.merchant)
    expect((await rehearse()).stdout).toContain(`This file was submitted before: ${document.batch.id}`)
  })

  it('prints the batch key before it sends, and the same key when it shows the batch again', async () => {
    const path = await writePayroll('Siti,bca,0011223346,25000,June')
    const first = await runArus(['submit', path], server.merchant)
    const second = await runArus(['submit', path], server.merchant)
    const keyOf = (stderr: string) => /batch key (payroll-[0-9a-f]{64})/.exec(stderr)?.[1]
    expect(first.exitCode).toBe(0)
    expect(keyOf(first.stderr)).toBeDefined()
    expect(keyOf(second.stderr)).toBe(keyOf(first.stderr))
    expect(second.exitCode).toBe(0)
    expect(second.stdout).toContain('This file was submitted before')
    const idOf = (stdout: string) => /dis_\w+/.exec(stdout)?.[0]
    expect(idOf(second.stdout)).toBe(idOf(first.stdout))
  })

  it('makes one batch of one file, also when two people submit it at the same moment under other names', async () => {
    const path = await writePayroll('Siti,bca,0011223348,25000,June')
    const before = await countBatches()
    const all = await Promise.all(['a', 'b'].map((name) => runJson<Submitted>(['submit', path, '--name', name], server.merchant)))
    expect(new Set(all.map(({ document }) => document.batch.id)).size).toBe(1)
    expect(all.map(({ document }) => document.is_existing).sort()).toEqual([false, true])
    expect(await countBatches()).toBe(before + 1)
  })

  it('pays a file anew only with --again, once for each reason, and keeps the reason with the batch', async () => {
    const path = await writePayroll('Siti,bca,0011223350,25000,June')
    const submit = async (...more: string[]) => (await runJson<Submitted>(['submit', path, ...more], server.merchant)).document
    const first = await submit()
    const again = await submit('--again', 'the bank returned it')
    expect(again.batch.id).not.toBe(first.batch.id)
    expect(again.batch_key).not.toBe(first.batch_key)
    expect((await submit('--again', 'the bank returned it')).batch).toMatchObject({
      id: again.batch.id,
      description: '(again: the bank returned it)'
    })
    expect((await runArus(['submit', path, '--again', ' '], server.merchant)).exitCode).toBe(2)
  })

  it('of two merchants makes two batches', async () => {
    const other = await server.makeMerchant('Toko Budi')
    const path = await writePayroll('Siti,bca,0011223352,25000,June')
    const mine = await runJson<Submitted>(['submit', path], server.merchant)
    const theirs = await runJson<Submitted>(['submit', path], other.merchant)
    expect([mine.document.is_existing, theirs.document.is_existing]).toEqual([false, false])
  })

  it('sends nothing when any row is bad, and names every bad row with its line and column', async () => {
    const path = await writePayroll('Siti,bca,8.23E+09,25000,', 'Budi,bca,0011223354,25000,', 'Dewi,bcaa,0011223356,"10,000",')
    const before = await countBatches()
    const told = await runArus(['submit', path], server.merchant)
    expect(told.exitCode).toBe(3)
    expect(told.stderr).toMatch(/payroll-\d+\.csv:2: account_number: Excel turned this account number into scientific notation/)
    expect(told.stderr).toMatch(/payroll-\d+\.csv:4: bank_code: "bcaa" is not in the bank list: did you mean bca\?/)
    expect(told.stderr).toMatch(/payroll-\d+\.csv:4: amount: "10,000" has thousands separators/)
    const { exitCode, document } = await runJson<{ error: { kind: string; problems: { line: number; column: string }[] } }>(
      ['submit', path],
      server.merchant
    )
    expect([exitCode, document.error.kind]).toEqual([3, 'badInput'])
    expect(document.error.problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 'account_number'],
      [4, 'bank_code'],
      [4, 'amount']
    ])
    expect(await countBatches()).toBe(before)
  })

  it('flags rows that repeat bank, account and amount, and submits them', async () => {
    const path = await writePayroll('Siti,bca,0011223358,25000,', 'Siti R,bca,0011223358,25000.00,')
    const told = await runArus(['submit', path], server.merchant)
    expect(told.stderr).toMatch(/payroll-\d+\.csv:3: warning: repeats line 2/)
    expect(told.exitCode).toBe(0)
  })

  it('shows the totals with --dry-run and sends nothing, with and without a key', async () => {
    const path = await writePayroll('Siti,bca,0011223360,25000,', 'Budi,ovo,081234567890,50000.50,')
    const before = await countBatches()
    const connected = await runJson<{ batch_key: string }>(['submit', path, '--dry-run'], server.merchant)
    expect(connected).toMatchObject({ exitCode: 0, document: { is_dry_run: true, total_amount: '75000.50', total_rows: 2 } })
    expect(await runJson(['submit', path, '--dry-run'])).toMatchObject({
      exitCode: 0,
      document: { batch_key: null, total_amount: '75000.50' }
    })
    expect(await countBatches()).toBe(before)
    const sent = await runJson<Submitted>(['submit', path], server.merchant)
    expect(sent.document.batch_key).toBe(connected.document.batch_key)
  })

  it('says that the batch of a file was deleted, and pays it only with --again', async () => {
    const path = await writePayroll('Siti,bca,0011223362,25000,')
    const { document } = await runJson<Submitted>(['submit', path, '--watch'], server.merchant)
    const { ARUS_URL, ARUS_API_KEY } = server.merchant
    const headers = { authorization: `Basic ${btoa(`${ARUS_API_KEY}:`)}` }
    expect((await fetch(`${ARUS_URL}/v1/disbursements/${document.batch.id}`, { method: 'DELETE', headers })).status).toBe(200)
    const told = await runArus(['submit', path], server.merchant)
    expect(told.exitCode).toBe(4)
    expect(told.stderr).toContain('its batch was deleted')
  })

  it('pays without an approval with --force, and without asking the banks with --skip-validation', async () => {
    const path = await writePayroll('Siti,bca,0011223364,25000,', 'Dewi,bca,0011223365,25000,')
    const paid = await runJson<Submitted>(['submit', path, '--force', '--skip-validation', '--watch'], server.merchant)
    expect(paid).toMatchObject({ exitCode: 1, document: { batch: { status: 'partially_success' } } })
    const failed = await runJson<{ items: unknown[] }>(['items', paid.document.batch.id, '--status', 'failed'], server.merchant)
    expect(failed.document.items).toMatchObject([{ account_number: '0011223365', status: 'failed' }])
  })
})

describe('arus approve', () => {
  it('names arus topup where the balance does not suffice', async () => {
    const { merchant } = await server.makeMerchant('Kantor Indra')
    const path = await writePayroll(...Array.from({ length: 11 }, (_, index) => `Siti,bca,00112255${index}0,1000000000,June`))
    const { document } = await runJson<Submitted>(['submit', path, '--watch'], merchant)
    const refused = await runArus(['approve', document.batch.id], merchant)
    expect(refused).toMatchObject({ exitCode: 4, stderr: expect.stringContaining('arus topup') })
  })
})

describe('arus status', () => {
  it('says that a forced batch waits for balance and how much is missing, and that nothing does after the top-up', async () => {
    const { merchant } = await server.makeMerchant('Kantor Gita')
    const path = await writePayroll(...Array.from({ length: 11 }, (_, index) => `Siti,bca,00112244${index}0,1000000000,June`))
    const waiting = await runArus(['submit', path, '--force', '--watch'], { ...merchant })
    expect(waiting.exitCode).toBe(0)
    const [id] = /dis_\w+/.exec(waiting.stdout)!
    const status = await runArus(['status', id], merchant)
    for (const { stdout } of [waiting, status])
      expect(stdout).toMatch(/waits for balance \(Rp 1,000,\d{3},\d{3}(\.\d+)? is missing\); pays itself/)
    await runArus(['topup', '--bank', 'bca', '--amount', '1100000000', '--simulate'], merchant)
    await expect.poll(async () => (await runArus(['status', id], merchant)).stdout).toContain('success')
  })

  it('says that payments wait for the word of a slow bank, until it comes', async () => {
    const path = await writePayroll('Siti,bca,001122990020,25000,June')
    const { document } = await runJson<Submitted>(['submit', path, '--force'], server.merchant)
    const read = async () => (await runArus(['status', document.batch.id], server.merchant)).stdout
    await expect.poll(read, { interval: 50 }).toContain("1 payment waits for the bank's word")
    await expect.poll(read).toContain('everyone was paid')
  })

  it('ends with 1 and says so when the bank took back a payment after the batch was final', async () => {
    const path = await writePayroll('Siti,bca,0011223370,25000,June')
    const paid = await runJson<Submitted>(['submit', path, '--force', '--watch'], server.merchant)
    expect(paid).toMatchObject({ exitCode: 0, document: { batch: { status: 'success' }, standing: { kind: 'plain' } } })
    const { id } = paid.document.batch
    const items = await runJson<{ items: { id: string }[] }>(['items', id], server.merchant)
    const { ARUS_URL, ARUS_API_KEY } = server.merchant
    const client = new Durianpay({ apiKey: ARUS_API_KEY!, baseUrl: ARUS_URL! })
    await client.simulator.settleItem(items.document.items[0]!.id, { outcome: 'failed', reason: 'account closed' })
    await expect.poll(async () => (await runArus(['status', id], server.merchant)).exitCode).toBe(1)
    expect((await runArus(['status', id], server.merchant)).stdout).toContain('corrected since: 1 not paid after all')
  })
})

describe('arus reject', () => {
  it('needs a reason, shows it with the status, and may be run again', async () => {
    const path = await writePayroll('Siti,bca,0011223366,25000,')
    const { document } = await runJson<Submitted>(['submit', path, '--watch'], server.merchant)
    expect((await runArus(['reject', document.batch.id], server.merchant)).exitCode).toBe(2)
    expect((await runArus(['reject', document.batch.id, '--reason', 'wrong month'], server.merchant)).exitCode).toBe(0)
    const again = await runArus(['reject', document.batch.id, '--reason', 'wrong month'], server.merchant)
    expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('was rejected before') })
    expect((await runArus(['approve', document.batch.id], server.merchant)).exitCode).toBe(4)
    const status = await runArus(['status', document.batch.id], server.merchant)
    expect(status.exitCode).toBe(1)
    expect(status.stdout).toContain('rejected, nothing was paid (wrong month)')
  })
})

describe('arus items --csv', () => {
  it('gives a file that arus submit reads again, and that runs no formula', async () => {
    const path = await writePayroll('"=HYPERLINK(""http://x"")",bca,0011223368,25000,"@cmd, +1"')
    const { document } = await runJson<Submitted>(['submit', path], server.merchant)
    const { stdout } = await runArus(['items', document.batch.id, '--csv'], server.merchant)
    expect(stdout.split('\r\n')[1]).toMatch(/^"'=HYPERLINK\(""http:\/\/x""\)",bca,0011223368,25000\.00,,,"'@cmd, \+1",/)
    const saved = join(server.folder, 'items.csv')
    await writeFile(saved, stdout)
    const read = await runJson<{ total_rows: number; total_amount: string }>(['submit', saved, '--dry-run'], server.merchant)
    expect(read).toMatchObject({ exitCode: 0, document: { total_rows: 1, total_amount: '25000.00' } })
  })
})

describe('money', () => {
  it('comes in by a top-up, and the balance shows it', async () => {
    const { merchant } = await server.makeMerchant('Koperasi')
    const balance = async () => (await runJson<{ balance_amount: string }>(['balance'], merchant)).document.balance_amount
    expect(await balance()).toBe('10000000000.00')
    const { document } = await runJson<{ topup: { total_amount: string; unique_code: number } }>(
      ['topup', '--bank', 'BCA', '--amount', '1000000', '--simulate'],
      merchant
    )
    expect(await balance()).toBe(`${10_000_000_000 + Number(document.topup.total_amount)}.00`)
  })

  it('is not asked for with a bank or amount that makes no sense', async () => {
    const topup = (...words: string[]) => runArus(['topup', ...words], server.merchant)
    expect(await topup('--bank', 'bca')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--amount') })
    expect(await topup('--amount', '10000')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--bank') })
    expect(await topup('--bank', 'bcaa', '--amount', '10000')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('did you mean bca')
    })
    expect(await topup('--bank', 'bca', '--amount', '10,000')).toMatchObject({ exitCode: 2 })
  })

  it('is told of with the exact sum to transfer, and by an operator said to have come in, once', async () => {
    const { merchant, merchantId } = await server.makeMerchant('Yayasan')
    const { document } = await runJson<{ topup: { id: string; total_amount: string } }>(
      ['topup', '--bank', 'bni', '--amount', '500000'],
      merchant
    )
    const complete = () =>
      runJson(['topups', 'complete', document.topup.id, '--reference', 'TRX-1', '--by', 'sari'], server.operator)
    const { total_amount } = document.topup
    expect(await complete()).toMatchObject({
      exitCode: 0,
      document: { was_complete: false, topup: { merchant_id: merchantId, status: 'completed', total_amount } }
    })
    expect(await complete()).toMatchObject({ exitCode: 0, document: { was_complete: true } })
    const { stdout } = await runArus(['balance'], merchant)
    expect(stdout).toContain(`Rp ${(10_000_000_000 + Number(total_amount)).toLocaleString('en')} available`)
  })
})

describe('accounts', () => {
  it('are valid with 0 and the name of who owns them, invalid with 1', async () => {
    expect(await runJson(['validate', 'bca', '0011223344'], server.merchant)).toMatchObject({
      exitCode: 0,
      document: { status: 'valid', account_holder: expect.stringMatching(/./) }
    })
    expect(await runJson(['validate', 'bca', '0011223345'], server.merchant)).toMatchObject({
      exitCode: 1,
      document: { status: 'invalid' }
    })
    expect((await runArus(['validate', 'bca', '8.23E+09'], server.merchant)).exitCode).toBe(2)
  })

  it('are at the banks that arus banks lists', async () => {
    const { document } = await runJson<{ banks: { code: string }[]; count: number }>(['banks'], server.merchant)
    expect(document.banks.map((bank) => bank.code)).toContain('bca')
    expect(document.count).toBeGreaterThan(90)
  })
})
