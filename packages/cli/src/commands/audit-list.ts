import type { AuditFilter } from '@arus/server'
import { type CommandDefinition, type Given, hasFlag, readText, readWholeNumber } from '../command-line/command-definition.js'
import { CommandError } from '../command-line/command-result.js'
import { AUDIT_HEADINGS, auditCells, presentAuditEntry } from '../operator/present-audit-entry.js'
import { withOperator } from '../operator/with-operator.js'
import { formatCsv } from '../output/format-csv.js'
import { formatTable } from '../output/format-table.js'

export const auditListCommand: CommandDefinition = {
  path: ['audit', 'list'],
  summary: 'list who did what, newest first',
  options: [
    { flags: '--merchant <id>', summary: 'only what belongs to this merchant; "server" for what belongs to none' },
    { flags: '--actor <who>', summary: 'only what these did: key_…, operator:<user>, worker' },
    { flags: '--action <what>', summary: 'only this, such as batch.approved' },
    { flags: '--subject <id>', summary: 'only what was done to this: dis_…, key_…, whe_…' },
    { flags: '--since <time>', summary: 'from this moment on: 2026-07-01 or 2026-07-01T09:00:00+07:00' },
    { flags: '--until <time>', summary: 'until before this moment' },
    { flags: '--limit <number>', summary: 'at most so many (else 100)' },
    { flags: '--csv', summary: 'print CSV' }
  ],
  run: (context, given) => {
    if (hasFlag(given, 'csv') && context.isJson)
      throw new CommandError('usage', '--csv and --json are two forms of one result: choose one')
    return withOperator(context, async ({ server, pool }) => {
      const entries = await server.listAudit(pool, readFilter(given, server.AUDIT_ACTIONS))
      const cells = entries.map(auditCells)
      return {
        exit: 'ok',
        json: { entries: entries.map(presentAuditEntry), count: entries.length },
        text: hasFlag(given, 'csv') ? formatCsv([...AUDIT_HEADINGS], cells) : tabulate(cells)
      }
    })
  }
}

function tabulate(cells: string[][]): string {
  if (cells.length === 0) return 'nothing on record'
  return formatTable(
    AUDIT_HEADINGS.map((heading) => ({ heading: heading.toUpperCase().replace('_', ' ') })),
    cells
  )
}

function readFilter(given: Given, actions: readonly NonNullable<AuditFilter['action']>[]): AuditFilter {
  const filter: AuditFilter = { limit: readWholeNumber(given, 'limit', { least: 1, most: 100_000, otherwise: 100 }) }
  const chain = readText(given, 'merchant')
  const actor = readText(given, 'actor')
  const subject = readText(given, 'subject')
  const named = readText(given, 'action')
  const action = actions.find((one) => one === named)
  if (named !== undefined && action === undefined)
    throw new CommandError('usage', `--action must be one of ${actions.join(', ')}, not ${JSON.stringify(named)}`)
  const since = readMoment(given, 'since')
  const until = readMoment(given, 'until')
  return {
    ...filter,
    ...(chain === undefined ? {} : { chain }),
    ...(actor === undefined ? {} : { actor }),
    ...(action === undefined ? {} : { action }),
    ...(subject === undefined ? {} : { subject }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until })
  }
}

const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/

/** A day begins at midnight UTC; a time says its zone, since the server's and the reader's may differ. */
function readMoment(given: Given, name: string): string | undefined {
  const text = readText(given, name)
  if (text === undefined) return undefined
  if (MOMENT.test(text) && !Number.isNaN(Date.parse(text))) return text.length === 10 ? `${text}T00:00:00Z` : text
  throw new CommandError('usage', `--${name} must be like 2026-07-01 or 2026-07-01T09:00:00+07:00, not ${JSON.stringify(text)}`)
}
