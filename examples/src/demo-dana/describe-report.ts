import { formatRupiah, toAmount } from '../shop/rupiah.js'
import type { Balances, Check } from './compare.js'

export type Report = {
  title: string
  customer: Balances
  merchant: Balances
  /** What was paid, and what of it was given back. */
  paidSen: bigint
  refundedSen: bigint
  stages: readonly { name: string; spanMs: number }[]
  checks: readonly Check[]
  pictures: { folder: string; count: number }
}

/** How many columns the longest stage's bar has. */
const BAR = 20

export function isRight({ checks }: Pick<Report, 'checks'>): boolean {
  return checks.every(({ differences }) => differences.length === 0)
}

/** The report for people: the money, the time of each stage, each check with what differed, and where the pictures are. */
export function describeReport(report: Report, { isColored }: { isColored: boolean }): string {
  const paint = (code: number) => (text: string) => (isColored ? `\u001b[${code}m${text}\u001b[0m` : text)
  const [bold, red, green, cyan] = [paint(1), paint(31), paint(32), paint(36)]
  const parts = [
    bold(report.title),
    describeMoney(report),
    describeStages(report.stages, cyan),
    report.checks.map((check) => describeCheck(check, { red, green })).join('\n'),
    `${report.pictures.count} pictures, of every page on a phone and on a desktop: ${report.pictures.folder}`,
    isRight(report)
      ? green('Customer, shop and DANA say the same, to the last rupiah.')
      : red('Something differed. The pictures show what the customer saw.')
  ]
  return `\n${parts.join('\n\n').replace(/^(?=.)/gm, '  ')}\n`
}

function describeMoney({ customer, merchant, paidSen, refundedSen }: Report): string {
  const money = (sen: bigint) => (sen < 0n ? `−${formatRupiah(toAmount(-sen))}` : formatRupiah(toAmount(sen)))
  const signed = (sen: bigint) => (sen > 0n ? `+${money(sen)}` : money(sen))
  return table([
    ['WHOSE', 'BEFORE', 'PAID', 'REFUNDED', 'AFTER'],
    [customer.name, money(customer.beforeSen), signed(-paidSen), signed(refundedSen), money(customer.afterSen)],
    [merchant.name, money(merchant.beforeSen), signed(paidSen), signed(-refundedSen), money(merchant.afterSen)]
  ])
}

function describeStages(stages: Report['stages'], paint: (text: string) => string): string {
  const longestMs = Math.max(...stages.map(({ spanMs }) => spanMs))
  const totalMs = stages.reduce((sum, { spanMs }) => sum + spanMs, 0)
  const seconds = (spanMs: number) => `${(spanMs / 1_000).toFixed(1)} s`
  const lines = table([
    ['STAGE', 'TIME'],
    ...stages.map(({ name, spanMs }) => [name, seconds(spanMs)]),
    ['in all', seconds(totalMs)]
  ]).split('\n')
  return lines
    .map((line, index) => {
      const stage = stages[index - 1]
      return stage === undefined ? line : `${line}  ${paint('▇'.repeat(Math.round((stage.spanMs / longestMs) * BAR)))}`.trimEnd()
    })
    .join('\n')
}

function describeCheck({ name, differences }: Check, { red, green }: Record<'red' | 'green', (text: string) => string>): string {
  if (differences.length === 0) return `${green('✓')} ${name}`
  return [`${red('✗')} ${name}`, ...differences.map((difference) => `    ${difference}`)].join('\n')
}

/** Columns as wide as their widest cell, all but the first to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '))
    .join('\n')
}
