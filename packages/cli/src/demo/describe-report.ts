import type { DisbursementItem, ItemStatus } from '@arus/durianpay'
import type { Surroundings } from '../command-line/surroundings.js'
import { formatAmount } from '../money/format-amount.js'
import { formatRupiah } from '../money/format-rupiah.js'
import { parseAmount } from '../money/parse-amount.js'
import { formatBar } from '../output/format-bar.js'
import { formatDuration } from '../output/format-duration.js'
import { formatTable } from '../output/format-table.js'
import { E_WALLETS } from '../payroll/find-mangled-accounts.js'
import type { PayrollFile } from '../payroll/payroll-file.js'
import type { PaidPayroll } from './pay-payroll.js'

/** One step of the demo, and how long it took. */
export type Stage = { name: string; spanMs: number }

export type DemoReport = PaidPayroll & { file: PayrollFile; fileName: string; stages: Stage[]; dataFolder: string }

/** How a payment can end, and how it is drawn. The last is what must not be left. */
const OUTCOMES = [
  { status: 'done', words: 'paid', glyph: '█', paint: 'green' },
  { status: 'invalid', words: 'account does not exist', glyph: '▒', paint: 'yellow' },
  { status: 'failed', words: 'refused by the bank', glyph: '✗', paint: 'red' },
  { status: 'open', words: 'not over', glyph: '░', paint: 'gray' }
] as const

const WIDTH = 60
/** More than these say nothing new; all are in the JSON. */
const MAX_DIFFERENCES = 10

/** The report for people: what was paid as a bar, the time of each stage, and each check with what differed. */
export function describeReport(report: DemoReport, { colors }: Pick<Surroundings, 'colors'>): string {
  const { file } = report
  const outcomes = OUTCOMES.map(({ paint, ...outcome }) => ({
    ...outcome,
    ...sumOf(report, outcome.status),
    paint: colors[paint]
  }))
  const table = formatTable(
    [{ heading: '' }, { heading: 'PEOPLE', align: 'right' }, { heading: 'AMOUNT', align: 'right' }],
    [
      ...outcomes
        .filter(({ count }) => count > 0)
        .map(({ count, glyph, paint, words, amountSen }) => [
          `${paint(glyph)} ${words}`,
          grouped(count),
          formatRupiah(amountSen)
        ]),
      ['  in the file', grouped(file.rows.length), formatRupiah(file.totalSen)]
    ]
  )
  const parts = [
    `${colors.bold(file.name || report.fileName)}  ${countDestinations(file)}`,
    `${formatBar(outcomes, WIDTH)}\n${table}`,
    describeStages(report.stages, colors),
    report.checks.map((check) => describeCheck(check, colors)).join('\n'),
    describeVerdict(report, colors)
  ]
  return `\n${parts.map(indent).join('\n\n')}\n`
}

/** The report for programs. */
export function presentReport(report: DemoReport): Record<string, unknown> {
  const outcomes = OUTCOMES.map(({ status }) => {
    const { count, amountSen } = sumOf(report, status)
    return [status, { count, amount: formatAmount(amountSen) }]
  })
  return {
    is_right: isRight(report),
    batch_id: report.batchId,
    batch_key: report.batchKey,
    rows: report.file.rows.length,
    total_amount: formatAmount(report.file.totalSen),
    outcomes: Object.fromEntries(outcomes),
    topped_up: formatAmount(report.toppedUpSen),
    stages: report.stages.map(({ name, spanMs }) => ({ name, milliseconds: Math.round(spanMs) })),
    checks: report.checks
  }
}

/** What to do with services that were left running. */
export function describeServices(
  connection: { url: string; apiKey: string; batchId: string; dataFolder: string },
  { colors }: Pick<Surroundings, 'colors'>
): string {
  const { url, apiKey, batchId, dataFolder } = connection
  const lines = [
    colors.bold('Everything is still running'),
    `  URL   ${url}`,
    `  docs  ${url}/docs`,
    `  key   ${apiKey}  (test money)`,
    '',
    `  curl -u ${apiKey}: ${url}/v1/disbursements/${batchId}`,
    '',
    `  export ARUS_URL=${url} ARUS_API_KEY=${apiKey}`,
    `  export ARUS_DATA_DIR=${quote(dataFolder)}`,
    `  npx arus items ${batchId} --status invalid`,
    '  npx arus ledger verify',
    '',
    colors.dim('Ctrl-C stops it and deletes its data.')
  ]
  return `${indent(lines.join('\n'))}\n`
}

/** A shell takes a plain path as it is; any other in quotes. */
function quote(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
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
  return colors.red(`Something differed. The data and logs are in ${report.dataFolder}, until the next demo.`)
}

function sumOf({ items }: DemoReport, status: (typeof OUTCOMES)[number]['status']): { count: number; amountSen: bigint } {
  const found = items.filter((item) => endOf(item) === status)
  return { count: found.length, amountSen: found.reduce((sum, item) => sum + parseAmount(item.amount)!, 0n) }
}

function endOf({ status }: DisbursementItem): ItemStatus | 'open' {
  return status === 'done' || status === 'invalid' || status === 'failed' ? status : 'open'
}

function grouped(count: number): string {
  return count.toLocaleString('en')
}

/** Whether nothing differed. */
export function isRight({ checks }: DemoReport): boolean {
  return checks.every((check) => check.differences.length === 0)
}

function countDestinations(file: PayrollFile): string {
  const codes = [...new Set(file.rows.map((row) => row.bankCode))]
  const wallets = codes.filter((code) => E_WALLETS.has(code)).length
  return `${grouped(file.rows.length)} people at ${codes.length - wallets} banks and ${wallets} e-wallets`
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
