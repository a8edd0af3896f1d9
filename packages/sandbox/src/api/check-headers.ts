import { parseTimestamp } from '@arus/snap-bi'
import type { Refusal } from '../state/outcome.js'
import { misformed, missing } from './field-refusals.js'
import type { OperationTable } from './operation-table.js'

/** Headers by their names in lower case. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>

/** The first value of a header, without the spaces around it; empty where there is none. */
export function headerOf(headers: Headers, name: string): string {
  const value = headers[name.toLowerCase()]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}

/**
 * Looks at the headers of an operation: first whether each mandatory one is there and not blank, then whether each has the
 * right form. Whether they are true is asked later.
 */
export function checkHeaders(
  table: OperationTable,
  headers: Headers,
  { strictChannelId }: { strictChannelId: boolean }
): Refusal | undefined {
  const absent = table.headers.find(
    ({ name, isMandatory }) => isMandatory && !isOptional(table, name) && headerOf(headers, name) === ''
  )
  if (absent !== undefined) return missing(absent.name)
  const wrong = table.headers.find(({ name, maxLength }) => {
    const value = headerOf(headers, name)
    return value !== '' && ((maxLength !== undefined && value.length > maxLength) || !hasForm(name, value, strictChannelId))
  })
  return wrong === undefined ? undefined : misformed(wrong.name)
}

/** Version 1 of DANA's client sends X-CLIENT-KEY alone when it asks for a token, and DANA took that. */
function isOptional({ headerProfile }: OperationTable, name: string): boolean {
  return headerProfile === 'apply-token' && name === 'X-PARTNER-ID'
}

function hasForm(name: string, value: string, strictChannelId: boolean): boolean {
  switch (name) {
    case 'X-TIMESTAMP':
      return parseTimestamp(value) !== undefined
    case 'Authorization-Customer':
      return /^Bearer \S+$/i.test(value)
    case 'X-IP-ADDRESS':
      return /^\d{1,3}(\.\d{1,3}){3}$/.test(value)
    case 'X-LATITUDE':
    case 'X-LONGITUDE':
      return /^[-+]?\d{1,3}(\.\d+)?$/.test(value)
    case 'CHANNEL-ID':
      // The official client sends more, and DANA takes it.
      return !strictChannelId || value.length <= 5
    default:
      return true
  }
}
