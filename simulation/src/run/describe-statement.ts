import type { QueryConfig, QueryResult } from 'pg'

type Row = Record<string, unknown>

/** What an answered statement means for the story; '' for the many that change nothing worth telling. */
export function describeStatement({ name = '', text, values = [] }: QueryConfig, { rows, rowCount }: QueryResult): string {
  const items = () => (rows as Row[]).flatMap(({ id }) => (typeof id === 'string' ? [id] : [])).join(', ')
  switch (name) {
    case 'claim-items-to-send':
    case 'claim-range-to-send':
      return items() === '' ? '' : `claims to send: ${items()}`
    case 'renew-range':
      return `renews the lease of ${rows.length} items`
    case 'queue-lost-items':
      return `takes over ${rowCount} items from a worker that is gone`
    case 'claim-items-to-ask':
      return rows.length === 0 ? '' : `claims to ask about: ${items()}`
    case 'renew-leases':
      return `renews the leases of ${rows.length} items`
    case 'release-items':
      return `releases ${rowCount} items of ${values[1]}`
    case 'pay-straight-items':
      return `writes of ${values[1]}: ${(rows as Row[])[0]?.doneItems} paid at their first attempt, of items ${String(values[2])}`
    case 'update-items':
      return describeMoves(values)
    case 'open-cases':
      return rows.length === 0
        ? ''
        : `opens a case about ${values.find((value) => typeof value === 'string' && value.startsWith('dis_')) ?? 'an item'}`
    case 'complete-batch':
      return `ends ${values[1]}`
    case 'approve-batch':
      return `approves ${values[1]}`
    case 'close-batch':
      return `closes ${values[1]} (${values[2]})`
    case 'insert-batch':
      return `submits ${values[1]}`
    case 'claim-deliveries':
      return rows.length === 0
        ? ''
        : `claims to deliver: ${(rows as Row[]).map((row) => `${row.eventId} (attempt ${row.attempts})`).join(', ')}`
    case 'record-deliveries': {
      const [, eventIds, , , statuses] = values as string[][]
      return `records of ${eventIds!.map((eventId, index) => `${eventId}: ${statuses![index]}`).join(', ')}`
    }
    default:
      return text === 'COMMIT' ? 'commits' : text === 'ROLLBACK' ? 'rolls back' : ''
  }
}

function describeMoves(values: unknown[]): string {
  const [, batchId, ordinals, from, to] = values as [string, string, number[], string[], string[]]
  if (!Array.isArray(ordinals) || !Array.isArray(to)) return ''
  return `writes of ${batchId}: ${ordinals.map((ordinal, index) => `item ${ordinal + 1} ${from[index]} → ${to[index]}`).join(', ')}`
}
