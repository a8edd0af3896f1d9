import type { Surroundings } from '../command-line/surroundings.js'
import { formatAmount } from '../money/format-amount.js'
import { formatRupiah } from '../money/format-rupiah.js'
import { formatBar } from '../output/format-bar.js'
import { formatDuration } from '../output/format-duration.js'
import { formatTable } from '../output/format-table.js'
import { E_WALLETS } from '../payroll/find-mangled-accounts.js'
import type { PayrollFile } from '../payroll/payroll-file.js'
import { expectPaid } from './compare-outcome.js'
import type { PaidPayroll } from './pay-payroll.js'

/** One step of the demo, and how long it took. */
export type Stage = { name: string; spanMs: number }

export type DemoReport = PaidPayroll & { file: PayrollFile; fileName: string; stages: Stage[]; dataFolder: string }

const WIDTH = 60
/** More than these say nothing new; all are in the JSON. */
const MAX_DIFFERENCES = 10

/** The report for people: what was paid as a bar, the time of each stage, and each check with what differed. */
export function describeReport(report: DemoReport, { colors }: Pick<Surroundings, 'colors'>): string {
  const { file } = report
  const { paid, invalid, paidSen, invalidSen } = expectPaid(file)
  const bar = formatBar(
    [
      { count: paid.length, paint: colors.green },
      { count: invalid.length, paint: colors.yellow }
    ],
    WIDTH
  )
  const outcomes = formatTable(
    [{ heading: '' }, { heading: 'PEOPLE', align: 'right' }, { heading: 'AMOUNT', align: 'right' }],
    [
      [colors.green('█ paid'), String(paid.length), formatRupiah(paidSen)],
      [colors.yellow('█ account does not exist'), String(invalid.length), formatRupiah(invalidSen)],
      ['  in the file', file.rows.length.toLocaleString('en'), formatRupiah(file.totalSen)]
    ]
  )
  const parts = [
    `${colors.bold(file.name || report.fileName)}  ${countDestinations(file)}`,
    `${bar}\n${outcomes}`,
    describeStages(report.stages, colors),
    report.checks.map((check) => describeCheck(check, colors)).join('\n'),
    describeVerdict(report, colors)
  ]
  return `\n${parts.map(indent).join('\n\n')}\n`
}

/** The report for programs. */
export function presentReport(report: DemoReport): Record<string, unknown> {
  const { paid, invalid, paidSen, invalidSen } = expectPaid(report.file)
  return {
    is_right: isRight(report),
    batch_id: report.batchId,
    batch_key: report.batchKey,
    rows: report.file.rows.length,
    total_amount: formatAmount(report.file.totalSen),
    paid: { count: paid.length, amount: formatAmount(paidSen) },
    invalid: { count: invalid.length, amount: formatAmount(invalidSen) },
    topped_up: formatAmount(report.toppedUpSen),
    stages: report.stages.map(({ name, spanMs }) => ({ name, milliseconds: Math.round(spanMs) })),
    checks: report.checks
  }
}

/** What to do with services that were left running. */
export function describeServices(
  connection: { url: string; apiKey: string; batchId: string },
  { colors }: Pick<Surroundings, 'colors'>
): string {
  const { url, apiKey, batchId } = connection
  const lines = [
    colors.bold('Everything is still running'),
    `  URL   ${url}`,
    `  docs  ${url}/docs`,
    `  key   ${apiKey}  (test money)`,
    '',
    `  curl -u ${apiKey}: ${url}/v1/disbursements/${batchId}`,
    '',
    `  export ARUS_URL=${url} ARUS_API_KEY=${apiKey}`,
    `  npx arus items ${batchId} --status invalid`,
    '',
    colors.dim('Ctrl-C stops it and deletes its data.')
  ]
  return `${indent(lines.join('\n'))}\n`
}

function describeStages(stages: Stage[], colors: Surroundings['colors']): string {
  const totalMs = stages.reduce((sum, stage) => sum + stage.spanMs, 0)
  const longestMs = Math.max(...stages.map((stage) => stage.spanMs))
  const rows = stages.map(({ name, spanMs }) => [
    name,
    formatDuration(spanMs),
    colors.cyan('▇'.repeat(Math.round((spanMs / longestMs) * 20)))
  ])
  const columns = [{ heading: 'STAGE' }, { heading: 'TIME', align: 'right' as const }, { heading: '' }]
  return formatTable(columns, [...rows, ['in all', formatDuration(totalMs), '']])
}

function describeCheck({ name, differences }: { name: string; differences: string[] }, colors: Surroundings['colors']): string {
  if (differences.length === 0) return `${colors.green('✓')} ${name}`
  const left = differences.length - MAX_DIFFERENCES
  const shown = [...differences.slice(0, MAX_DIFFERENCES), ...(left > 0 ? [`and ${left} more: see --json`] : [])]
  return [`${colors.red('✗')} ${colors.bold(name)}`, ...shown.map((difference) => `    ${difference}`)].join('\n')
}

function describeVerdict(report: DemoReport, colors: Surroundings['colors']): string {
  if (isRight(report)) return colors.green('Everyone who could be paid was paid, once, and every book says the same.')
  return colors.red(`Something differed. The data and logs are in ${report.dataFolder}`)
}

function isRight({ checks }: DemoReport): boolean {
  return checks.every((check) => check.differences.length === 0)
}

function countDestinations(file: PayrollFile): string {
  const codes = [...new Set(file.rows.map((row) => row.bankCode))]
  const wallets = codes.filter((code) => E_WALLETS.has(code)).length
  return `${file.rows.length.toLocaleString('en')} people at ${codes.length - wallets} banks and ${wallets} e-wallets`
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
