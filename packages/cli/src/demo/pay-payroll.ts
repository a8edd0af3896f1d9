import { type DisbursementItem, type DisbursementSummary, Durianpay } from '@arus/durianpay'
import type { BookEntry } from '@arus/server'
import type { CommandContext } from '../command-line/surroundings.js'
import { formatAmount } from '../money/format-amount.js'
import { parseAmount } from '../money/parse-amount.js'
import type { PayrollFile } from '../payroll/payroll-file.js'
import { type Check, compareOutcome } from './compare-outcome.js'
import { makeRunArus, type RunArus } from './run-arus.js'
import type { DemoServices, TellStage } from './start-demo-services.js'

export type PaidPayroll = {
  batchId: string
  batchKey: string
  /** Of test money that lives as long as the demo; shown with `--keep`. */
  apiKey: string
  toppedUpSen: bigint
  /** The payments as the server has them in the end. */
  items: DisbursementItem[]
  checks: Check[]
}

type Options = { services: DemoServices; file: PayrollFile; path: string; stage: TellStage }
type Submitted = { batch: DisbursementSummary; batch_key: string; is_existing: boolean }

const WAIT_MS = 90_000

/** Pays one payroll from start to end, by the commands that a person would give, and checks it from every side. */
export async function payPayroll(context: CommandContext, { services, file, path, stage }: Options): Promise<PaidPayroll> {
  const { webhooks } = services
  const wait = { signal: context.signal, timeoutMs: WAIT_MS }
  const { apiKey, runArus } = await stage('make a merchant and its key', () => makeMerchant(context, services))
  const _client = new Durianpay({ apiKey, baseUrl: services.url })
  const toppedUpSen = await stage('top up what the file needs', () => topUp(runArus, file.totalSen))
  const balanceBeforeSen = await readBalance(runArus)
  const submitted = await stage('submit', () => runArus<Submitted>(['submit', path]))
  const validation = await stage('validate the accounts', () => webhooks.waitFor('disbursement.validation_completed', wait))
  const completion = await stage('approve and pay', async () => {
    await runArus(['approve', submitted.batch.id, '--ignore-invalid'])
    return webhooks.waitFor('disbursement.completed', wait)
  })
  const { items, checks } = await stage('check everything', async () => {
    const { items } = await runArus<{ items: DisbursementItem[] }>(['items', submitted.batch.id])
    const [again, book, balanceAfterSen] = await Promise.all([
      runArus<Submitted>(['submit', path]),
      readBankBook(services.databaseUrl, items),
      readBalance(runArus)
    ])
    const checks = [
      checkWebhooks(services, submitted.batch.id),
      ...compareOutcome({ file, validation, completion, items, book, balanceBeforeSen, balanceAfterSen }),
      checkSecondSubmit(submitted, again),
      await checkLedger(runArus)
    ]
    return { items, checks }
  })
  return { batchId: submitted.batch.id, batchKey: submitted.batch_key, apiKey, toppedUpSen, items, checks }
}

async function makeMerchant(
  context: CommandContext,
  { environment, url, webhooks }: DemoServices
): Promise<{ apiKey: string; runArus: RunArus }> {
  const runOperator = makeRunArus(context, environment)
  const { merchant } = await runOperator<{ merchant: { id: string } }>(['merchants', 'create', 'Demo'])
  const { secret_key: apiKey } = await runOperator<{ secret_key: string }>([
    'keys',
    'create',
    '--merchant',
    merchant.id,
    '--name',
    'demo'
  ])
  const endpoint = await new Durianpay({ apiKey, baseUrl: url }).webhookEndpoints.create({ url: webhooks.receiver.url })
  webhooks.keys.apiKeys.push(apiKey)
  webhooks.keys.secrets.push(endpoint.secret)
  return { apiKey, runArus: makeRunArus(context, { ...environment, ARUS_API_KEY: apiKey }) }
}

/** A new merchant finds some test money; the rest is transferred, and the bank says at once that it came in. */
async function topUp(runArus: RunArus, neededSen: bigint): Promise<bigint> {
  const balanceSen = await readBalance(runArus)
  if (balanceSen >= neededSen) return 0n
  const amount = formatAmount(neededSen - balanceSen)
  const { topup } = await runArus<{ topup: { total_amount: string } }>([
    'topup',
    '--bank',
    'bca',
    '--amount',
    amount,
    '--simulate'
  ])
  return parseAmount(topup.total_amount)!
}

async function readBalance(runArus: RunArus): Promise<bigint> {
  const { balance_amount: amount } = await runArus<{ balance_amount: string }>(['balance'])
  return parseAmount(amount)!
}

/** The bank's own list of this batch's payments: what it did, whatever the server believes. */
async function readBankBook(databaseUrl: string, items: DisbursementItem[]): Promise<BookEntry[]> {
  const { createPool, readBook } = await import('@arus/server/operator')
  const pool = createPool({ databaseUrl, maxConnections: 1, applicationName: 'arus demo', onError: () => {} })
  try {
    return await readBook(pool, { references: items.map((item) => item.id) })
  } finally {
    await pool.end()
  }
}

function checkWebhooks({ webhooks }: DemoServices, batchId: string): Check {
  const foreign = webhooks.verified.filter((event) => !('id' in event.data) || event.data.id !== batchId)
  return {
    name: `both signatures of each of ${webhooks.verified.length} webhooks hold`,
    differences: [...webhooks.refused, ...foreign.map((event) => `${event.event} is about another batch`)]
  }
}

function checkSecondSubmit(first: Submitted, second: Submitted): Check {
  const isSame = second.is_existing && second.batch.id === first.batch.id
  const differences = isSame ? [] : [`it made the batch ${second.batch.id} beside ${first.batch.id}`]
  return { name: 'the same file again shows the same batch and pays nobody twice', differences }
}

async function checkLedger(runArus: RunArus): Promise<Check> {
  try {
    const report = await runArus<{ checks: number }>(['ledger', 'verify'])
    return { name: `the ledger holds, ${report.checks} rules checked from rows alone`, differences: [] }
  } catch (error) {
    return { name: 'the ledger holds', differences: [(error as Error).message] }
  }
}
