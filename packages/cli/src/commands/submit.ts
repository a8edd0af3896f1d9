import { basename } from 'node:path'
import type { Balance } from '@arus/durianpay'
import { describeBatch } from '../batches/describe-batch.js'
import { exitOfBatch, watchBatch } from '../batches/watch-batch.js'
import { type CommandDefinition, type Given, hasFlag, readArgument, readText } from '../command-line/command-definition.js'
import { CommandError, type CommandResult } from '../command-line/command-result.js'
import type { CommandContext } from '../command-line/surroundings.js'
import { type Connection, connectMerchant, hasApiKey } from '../merchant/connect-merchant.js'
import { formatAmount } from '../money/format-amount.js'
import { formatRupiah } from '../money/format-rupiah.js'
import { parseAmount } from '../money/parse-amount.js'
import { batchKey } from '../payroll/batch-key.js'
import { buildSubmission } from '../payroll/build-submission.js'
import { type LoadedPayroll, loadPayroll } from '../payroll/load-payroll.js'
import { readPayrollRules } from '../payroll/read-payroll-rules.js'
import { submitPayroll } from '../payroll/submit-payroll.js'

export const submitCommand: CommandDefinition = {
  path: ['submit'],
  summary: 'submit a payroll file as one batch',
  arguments: [
    {
      syntax: '<file>',
      summary:
        'CSV with account_owner_name, bank_code, account_number, amount; and email, phone, notes, batch name, description where you have them'
    }
  ],
  options: [
    { flags: '--name <text>', summary: "what people call the batch (else the file's batch name, else the file's name)" },
    { flags: '--force', summary: 'pay as soon as the accounts are validated, without an approval' },
    { flags: '--skip-validation', summary: "don't ask the banks about the accounts first" },
    { flags: '--dry-run', summary: 'check the file and show its totals; send nothing' },
    { flags: '--again <reason>', summary: 'pay a file another time that was submitted before, and say why' },
    { flags: '--watch', summary: 'stay until the batch waits for approval, or is paid' },
    { flags: '--yes', summary: "don't ask before sending" }
  ],
  notes: `The batch key comes from the file's bytes, the merchant and the mode. So the same file is
submitted once, however often and from wherever you run this: the second time shows the
batch of the first. The reason given with --again becomes part of the key and of the
batch's description.`,
  run: async (context, given) => (hasFlag(given, 'dryRun') ? rehearse(context, given) : submit(context, given))
}

async function submit(context: CommandContext, given: Given): Promise<CommandResult> {
  const connection = connectMerchant(context)
  const path = readArgument(given, 0)
  const banks = await connection.client.banks.list({ signal: context.signal })
  const payroll = await loadPayroll(
    path,
    readPayrollRules(
      context.environment,
      banks.map((bank) => bank.code)
    ),
    context
  )
  const balance = await connection.client.topups.balance({ signal: context.signal })
  const key = makeKey(connection, payroll, balance, given)
  context.writeNote(`${context.colors.dim('batch key')} ${key}\n`)
  await confirm(context, given, payroll)
  const submitted = await submitPayroll(
    connection,
    {
      request: buildSubmission(payroll.file, nameBatch(path, payroll, given)),
      batchKey: key,
      forceDisburse: hasFlag(given, 'force'),
      skipValidation: hasFlag(given, 'skipValidation')
    },
    context.signal
  )
  const batch = hasFlag(given, 'watch') ? await watchBatch(connection.client, submitted.batch.id, context) : submitted.batch
  if (!submitted.isExisting) warnOfShortfall(context, payroll, balance)
  const opening = submitted.isExisting ? 'This file was submitted before. This is its batch; nothing was sent anew.\n' : ''
  return {
    exit: hasFlag(given, 'watch') ? exitOfBatch(batch) : 'ok',
    json: { batch_key: key, is_existing: submitted.isExisting, batch, ...totalsOf(payroll) },
    text: `${opening}${describeBatch(batch, context)}\n${adviseNext(batch)}`
  }
}

async function rehearse(context: CommandContext, given: Given): Promise<CommandResult> {
  const path = readArgument(given, 0)
  const connection = hasApiKey(context) ? connectMerchant(context) : undefined
  const bankCodes = await listBankCodes(connection, context)
  const payroll = await loadPayroll(path, readPayrollRules(context.environment, bankCodes), context)
  const balance = await connection?.client.topups.balance({ signal: context.signal })
  const key = connection === undefined || balance === undefined ? null : makeKey(connection, payroll, balance, given)
  if (balance !== undefined) warnOfShortfall(context, payroll, balance)
  const { name } = nameBatch(path, payroll, given)
  return {
    exit: 'ok',
    json: { is_dry_run: true, batch_key: key, name, ...totalsOf(payroll) },
    text: [
      `${context.colors.bold(name)}: ${formatRupiah(payroll.file.totalSen)} to ${payroll.file.rows.length} accounts at ${countBanks(payroll)} banks and e-wallets`,
      key === null
        ? 'No batch key: it depends on the merchant, and ARUS_API_KEY is not set.'
        : `${context.colors.dim('batch key')} ${key}`,
      'Nothing was sent.'
    ].join('\n')
  }
}

/** Without a server to ask, the list that the server itself starts from. */
async function listBankCodes(connection: Connection | undefined, { signal }: CommandContext): Promise<string[]> {
  if (connection !== undefined) return (await connection.client.banks.list({ signal })).map((bank) => bank.code)
  const { BANKS } = await import('@arus/server')
  return BANKS.map((bank) => bank.code)
}

function makeKey({ mode }: Connection, { fileBytes }: LoadedPayroll, balance: Balance, given: Given): string {
  const againReason = readText(given, 'again')?.trim()
  if (againReason === '') throw new CommandError('usage', '--again needs a reason: why is this file paid another time?')
  return batchKey({ fileBytes, merchantId: readMerchantId(balance), mode, againReason: againReason ?? '' })
}

/** Only Arus says whose balance it is; on other servers the key still belongs to one merchant, since each has keys of its own. */
function readMerchantId(balance: Balance & { merchant_id?: string }): string {
  return balance.merchant_id ?? ''
}

function nameBatch(path: string, { file }: LoadedPayroll, given: Given): { name: string; description: string } {
  const again = readText(given, 'again')?.trim()
  return {
    name: readText(given, 'name') ?? (file.name === '' ? basename(path) : file.name),
    description: again === undefined ? file.description : [file.description, `(again: ${again})`].join(' ').trim()
  }
}

async function confirm(context: CommandContext, given: Given, { file }: LoadedPayroll): Promise<void> {
  if (!context.canAsk || context.isJson || hasFlag(given, 'yes')) return
  const doubts =
    file.warnings.length === 0
      ? ''
      : ` despite ${file.warnings.length === 1 ? 'the warning' : `${file.warnings.length} warnings`}`
  const verb = hasFlag(given, 'force') ? 'Pay' : 'Submit'
  const isYes = await context.ask(`${verb} ${formatRupiah(file.totalSen)} to ${file.rows.length} accounts${doubts}?`)
  if (!isYes) throw new CommandError('interrupted', 'not confirmed: nothing was sent')
}

function warnOfShortfall(context: CommandContext, { file }: LoadedPayroll, balance: Balance): void {
  const availableSen = parseAmount(balance.balance_amount ?? `${balance.balance}`)
  if (context.isJson || availableSen === undefined || availableSen >= file.totalSen) return
  const shortfall = formatRupiah(file.totalSen - availableSen)
  context.writeNote(
    `${context.colors.yellow('balance')} ${formatRupiah(availableSen)}: top up ${shortfall} before this file can be paid in full\n`
  )
}

function totalsOf({ file }: LoadedPayroll): Record<string, unknown> {
  return { total_amount: formatAmount(file.totalSen), total_rows: file.rows.length, warnings: file.warnings }
}

function countBanks({ file }: LoadedPayroll): number {
  return new Set(file.rows.map((row) => row.bankCode)).size
}

function adviseNext({ id, status }: { id: string; status: string }): string {
  if (status === 'need_approval') return `Next: arus approve ${id} [--ignore-invalid], or arus items ${id} --status invalid`
  if (status === 'draft' || status === 'approved') return `Next: arus status ${id} --watch`
  return `Next: arus items ${id}`
}
