import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { NewStatement, StatementLine, StatementPreview, StatementRow } from '@arus/server'
import { type CommandDefinition, type Given, hasFlag, readArgument, readText } from '../command-line/command-definition.js'
import { CommandError, type CommandResult } from '../command-line/command-result.js'
import type { CommandContext } from '../command-line/surroundings.js'
import { formatAmount } from '../money/format-amount.js'
import { chooseMerchant } from '../operator/choose-merchant.js'
import { readOperatorName } from '../operator/read-operator-name.js'
import { type Operator, withOperator } from '../operator/with-operator.js'
import { describeFindings } from '../payroll/describe-findings.js'
import { readPayrollBytes } from '../payroll/read-payroll-bytes.js'
import { choosePeriod, type Period } from '../statements/choose-period.js'
import { describePreview, describeStatement, presentPreview, presentStatement } from '../statements/describe-statement.js'
import { MAX_LEFT_LINES, presentLeftLine } from '../statements/present-left-lines.js'
import { readStatementFile } from '../statements/read-statement-file.js'
import type { StatementFile, StatementRow as StatementRowOfFile } from '../statements/statement-file.js'

export const reconcileCommand: CommandDefinition = {
  path: ['reconcile'],
  summary: "match a bank's statement with what was paid (works on the database)",
  arguments: [
    {
      syntax: '<file>',
      summary: 'CSV with date, reference, amount; and time, direction (or debit, credit), account_number, bank_code, description'
    }
  ],
  options: [
    { flags: '--from <date>', summary: 'the first day (or moment) that the statement covers' },
    { flags: '--to <date>', summary: 'the last day that it covers (or the moment before which it ends)' },
    { flags: '--live', summary: 'it is of live payments (else of test mode)' },
    { flags: '--merchant <id>', summary: 'the account pays for this merchant alone (else for all)' },
    { flags: '--rail <name>', summary: 'over which the payments went (needed only where there are several)' },
    { flags: '--account <name>', summary: 'which account of yours it is of (needed only where you have several)' },
    { flags: '--day-first', summary: 'dates like 07/08/2026 are day first' },
    { flags: '--offset <±hh:mm>', summary: 'of times that name no zone (+07:00 unless said)' },
    { flags: '--dry-run', summary: 'say what it would find; change nothing' },
    { flags: '--by <name>', summary: 'who says so (else the user of this computer)' },
    { flags: '--yes', summary: "don't ask about the period" }
  ],
  notes: `The reference of a payment is its item's id. With a bad row in the file nothing is done.
The same file a second time changes nothing. What differs opens cases: see arus cases, and for
each line arus statements show. Ends with 1 where anything differs.`,
  run: async (context, given) => {
    const path = readArgument(given, 0)
    const offset = readOffset(given)
    const bytes = await readPayrollBytes(path)
    const file = readStatementFile(bytes, { offset, isDayFirst: hasFlag(given, 'dayFirst') })
    tellFindings(context, path, file)
    const period = choosePeriod(file, { from: readText(given, 'from'), to: readText(given, 'to') }, { offset, nowMs: Date.now() })
    const by = readText(given, 'by')
    const of = { rail: readText(given, 'rail'), account: readText(given, 'account') }
    const statement = {
      ...of,
      isLive: hasFlag(given, 'live'),
      fileName: basename(path),
      fileSha256: fingerprint(bytes, file, period, [of.rail, of.account, readText(given, 'merchant')]),
      periodFrom: new Date(period.fromMs).toISOString(),
      periodTo: new Date(period.toMs).toISOString(),
      lines: file.rows.map(toLine),
      returns: file.returns.map(toLine),
      submittedBy: by === undefined ? readOperatorName() : `operator:${by}`
    }
    const isDryRun = hasFlag(given, 'dryRun')
    if (!isDryRun) await confirmPeriod(context, given, period, statement)
    return withOperator(context, async (operator) => {
      const merchant = readText(given, 'merchant')
      const merchantId = merchant === undefined ? undefined : (await chooseMerchant(operator, merchant)).id
      const full = { ...statement, merchantId }
      return isDryRun ? await rehearse(operator, full, file) : await reconcile(operator, full, file)
    })
  }
}

/** The same file is the same statement. One without a payment of ours says something only with its time and of whom it is. */
function fingerprint(bytes: Uint8Array, file: StatementFile, period: Period, of: (string | undefined)[]): Buffer {
  const hash = createHash('sha256').update(bytes)
  const isEmpty = file.rows.length + file.returns.length === 0
  if (isEmpty) hash.update(JSON.stringify([period.fromMs, period.toMs, ...of.map((text) => text ?? '')]))
  return hash.digest()
}

function toLine({ line, occurredAtMs, ...row }: StatementRowOfFile): StatementLine {
  return { ...row, lineNumber: line, occurredAt: new Date(occurredAtMs).toISOString() }
}

function readOffset(given: Given): string {
  const offset = readText(given, 'offset') ?? '+07:00'
  if (/^[+-](0\d|1[0-4]):[0-5]\d$/.test(offset)) return offset
  throw new CommandError('usage', `--offset must be like +07:00, not ${JSON.stringify(offset)}`)
}

function tellFindings(context: CommandContext, path: string, file: StatementFile): void {
  const { problems, warnings } = file
  if (!context.isJson) {
    context.writeNote(describeFindings(basename(path), 'warning', warnings, context))
    context.writeNote(describeFindings(basename(path), 'problem', problems, context))
  }
  if (problems.length === 0) return
  const message = `${basename(path)} has ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}: nothing was reconciled`
  throw new CommandError('badInput', message, { problems, warnings })
}

/** A period taken too long calls payments missing that the statement could not have; too short, it hides them. */
async function confirmPeriod(
  context: CommandContext,
  given: Given,
  period: Period,
  statement: { periodFrom: string; periodTo: string }
): Promise<void> {
  if (!period.isFromFile || hasFlag(given, 'yes')) return
  const spelt = `${statement.periodFrom} until before ${statement.periodTo}`
  if (!context.canAsk) {
    throw new CommandError('usage', `does the statement cover ${spelt}? Give --from and --to, or --yes to take it from the file`)
  }
  if (await context.ask(`Does the statement cover all that was paid from ${spelt}?`)) return
  throw new CommandError('usage', 'nothing was reconciled: give the period with --from and --to')
}

async function rehearse({ server, pool, rails }: Operator, statement: NewStatement, file: StatementFile): Promise<CommandResult> {
  const preview: StatementPreview = await server.previewStatement(pool, statement, rails)
  const isClean = preview.differingLines.length + preview.missingThere.length + preview.returnedItems === 0
  return {
    exit: isClean ? 'ok' : 'negative',
    json: { is_dry_run: true, ...presentPreview(preview), ...presentFile(statement, file) },
    text: `${describePreview(preview)}${describeLeftOut(file)}`
  }
}

async function reconcile(
  { server, pool, rails }: Operator,
  statement: NewStatement,
  file: StatementFile
): Promise<CommandResult> {
  const { statement: made, wasReconciled } = await server.reconcileStatement(pool, statement, rails)
  const left = await server.readLeftLines(pool, made.id, { limit: MAX_LEFT_LINES })
  const before = wasReconciled ? 'This file was reconciled before; nothing was changed.\n' : ''
  return {
    exit: countDifferences(made) === 0 ? 'ok' : 'negative',
    json: {
      is_dry_run: false,
      was_reconciled: wasReconciled,
      statement: presentStatement(made),
      left_lines: left.map(presentLeftLine),
      ...presentFile(statement, file)
    },
    text: `${before}${describeStatement(made)}${describeLeftOut(file)}`
  }
}

function describeLeftOut(file: StatementFile): string {
  if (file.incomingCount === 0) return ''
  return `\nlines of other money that came in, left out: ${file.incomingCount}`
}

function countDifferences(made: StatementRow): number {
  return (
    made.missingHereLines +
    made.amountDiffersLines +
    made.paidTwiceLines +
    made.contradictedLines +
    made.returnedLines +
    made.returnUnclearLines +
    made.returnMissingHereLines +
    made.missingThereItems
  )
}

function presentFile(statement: NewStatement, file: StatementFile): Record<string, unknown> {
  return {
    file: {
      payments: file.rows.length,
      returns: file.returns.length,
      total_amount: formatAmount(file.totalSen),
      incoming_lines_left_out: file.incomingCount,
      period_from: statement.periodFrom,
      period_to: statement.periodTo,
      warnings: file.warnings
    }
  }
}
