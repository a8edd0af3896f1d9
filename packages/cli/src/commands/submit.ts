import { isDurianpayError } from '@arus/durianpay'
import { describeBatch, type ShownBatch } from '../batches/describe-batch.js'
import { describeStanding, exitOfStanding, readStanding, type Standing } from '../batches/read-standing.js'
import { watchBatch } from '../batches/watch-batch.js'
import { type CommandDefinition, type Given, hasFlag, readArgument, readText } from '../command-line/command-definition.js'
import { CommandError, type CommandResult } from '../command-line/command-result.js'
import type { ExitKind } from '../command-line/exit-codes.js'
import type { CommandContext } from '../command-line/surroundings.js'
import { type Connection, connectMerchant, hasApiKey } from '../merchant/connect-merchant.js'
import { formatAmount } from '../money/format-amount.js'
import { formatRupiah } from '../money/format-rupiah.js'
import { parseAmount } from '../money/parse-amount.js'
import { buildSubmission } from '../payroll/build-submission.js'
import type { PayrollFile } from '../payroll/payroll-file.js'
import { type PreparedPayroll, type PrepareOptions, preparePayroll } from '../payroll/prepare-payroll.js'
import { type SubmittedPayroll, submitPayroll } from '../payroll/submit-payroll.js'

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
  const payroll = await preparePayroll(context, connection, readPrepareOptions(given))
  const batchKey = payroll.batchKey!
  context.writeNote(`${context.colors.dim('batch key')} ${batchKey}\n`)
  await confirm(context, given, payroll.file)
  const submission = {
    request: buildSubmission(payroll.file, payroll),
    batchKey,
    forceDisburse: hasFlag(given, 'force'),
    skipValidation: hasFlag(given, 'skipValidation')
  }
  const submitted = await submitPayroll(connection, submission, context.signal)
  const isWatched = hasFlag(given, 'watch')
  const { batch, standing, exit } = await readOutcome(context, connection, submitted, isWatched)
  if (!submitted.isExisting) warnOfShortfall(context, payroll)
  const opening = submitted.isExisting ? 'This file was submitted before. This is its batch; nothing was sent anew.\n' : ''
  return {
    exit,
    json: { batch_key: batchKey, is_existing: submitted.isExisting, batch, standing, ...totalsOf(payroll.file) },
    text: `${opening}${describeBatch(batch, context, describeStanding(standing, batch.id))}\n${adviseNext(batch, standing)}`
  }
}

type Outcome = { batch: ShownBatch; standing: Standing; exit: ExitKind }

/** A batch that was just made has nothing to say yet; one that is watched, or is there already, may have. */
async function readOutcome(
  context: CommandContext,
  { client }: Connection,
  submitted: SubmittedPayroll,
  isWatched: boolean
): Promise<Outcome> {
  const { signal } = context
  const { id } = submitted.batch
  if (!isWatched && !submitted.isExisting) return { batch: submitted.batch, standing: { kind: 'plain' }, exit: 'ok' }
  const batch = isWatched ? await watchBatch(client, id, context) : await client.disbursements.get(id, { signal })
  const standing = await readStanding(client, batch, signal)
  return { batch, standing, exit: isWatched ? exitOfStanding(batch, standing) : 'ok' }
}

async function rehearse(context: CommandContext, given: Given): Promise<CommandResult> {
  const connection = hasApiKey(context) ? connectMerchant(context) : undefined
  const payroll = await preparePayroll(context, connection, readPrepareOptions(given))
  warnOfShortfall(context, payroll)
  const { file, name, batchKey } = payroll
  const existing =
    connection === undefined || batchKey === null ? undefined : await findByKey(connection, batchKey, context.signal)
  const banks = new Set(file.rows.map((row) => row.bankCode)).size
  return {
    exit: 'ok',
    json: { is_dry_run: true, batch_key: batchKey, existing_batch: existing ?? null, name, ...totalsOf(file) },
    text: [
      `${context.colors.bold(name)}: ${formatRupiah(file.totalSen)} to ${file.rows.length} accounts at ${banks === 1 ? 'one bank' : `${banks} banks and e-wallets`}`,
      batchKey === null
        ? 'No batch key: it depends on the merchant, and ARUS_API_KEY is not set.'
        : `${context.colors.dim('batch key')} ${batchKey}`,
      ...(existing === undefined
        ? []
        : [
            `This file was submitted before: ${existing.id} (${existing.status}). Submitting it again shows that batch; to pay it anew, add --again REASON.`
          ]),
      'Nothing was sent.'
    ].join('\n')
  }
}

/** The batch that this file made already, if it is there. */
async function findByKey({ client }: Connection, batchKey: string, signal: AbortSignal): Promise<ShownBatch | undefined> {
  try {
    return await client.disbursements.getByKey(batchKey, { signal })
  } catch (error) {
    if (isDurianpayError(error) && error.kind === 'not_found') return undefined
    throw error
  }
}

function readPrepareOptions(given: Given): PrepareOptions {
  return { path: readArgument(given, 0), name: readText(given, 'name'), againReason: readText(given, 'again') }
}

async function confirm(context: CommandContext, given: Given, file: PayrollFile): Promise<void> {
  if (!context.canAsk || context.isJson || hasFlag(given, 'yes')) return
  const doubts =
    file.warnings.length === 0
      ? ''
      : ` despite ${file.warnings.length === 1 ? 'the warning' : `${file.warnings.length} warnings`}`
  const verb = hasFlag(given, 'force') ? 'Pay' : 'Submit'
  const isYes = await context.ask(`${verb} ${formatRupiah(file.totalSen)} to ${file.rows.length} accounts${doubts}?`)
  if (!isYes) throw new CommandError('interrupted', 'not confirmed: nothing was sent')
}

function warnOfShortfall(context: CommandContext, { file, balance }: PreparedPayroll): void {
  const availableSen = balance === undefined ? undefined : parseAmount(balance.balance_amount ?? `${balance.balance}`)
  if (context.isJson || availableSen === undefined || availableSen >= file.totalSen) return
  const shortfall = formatRupiah(file.totalSen - availableSen)
  context.writeNote(
    `${context.colors.yellow('balance')} ${formatRupiah(availableSen)}: top up ${shortfall} before this file can be paid in full\n`
  )
}

function totalsOf(file: PayrollFile): Record<string, unknown> {
  return { total_amount: formatAmount(file.totalSen), total_rows: file.rows.length, warnings: file.warnings }
}

function adviseNext({ id, status }: { id: string; status: string }, standing: Standing): string {
  if (standing.kind === 'waits_for_balance')
    return `Next: arus topup --bank CODE --amount RUPIAH, or arus reject ${id} --reason TEXT`
  if (status === 'need_approval') return `Next: arus approve ${id} [--ignore-invalid], or arus items ${id} --status invalid`
  if (status === 'draft' || status === 'approved') return `Next: arus status ${id} --watch`
  return `Next: arus items ${id}`
}
