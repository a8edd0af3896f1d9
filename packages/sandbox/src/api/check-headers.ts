import { parseTimestamp } from '@arus/snap-bi'
import type { Refusal } from '../state/outcome.js'
import { misformed, missing } from './field-refusals.js'
import type { OperationTable } from './operation-table.js'

const CUSTOMER_TOKEN = 'Authorization-Customer'

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
  if (name === CUSTOMER_TOKEN) return true
  return headerProfile === 'apply-token' && name === 'X-PARTNER-ID'
}

/**
 * Looks at the header that has the user's token, for the operations that act for a user. Later than at the other headers:
 * DANA's acceptance tests send broken timestamps, signatures and bodies without it, and hear of these.
 */
export function checkCustomerToken({ headerProfile }: OperationTable, headers: Headers): Refusal | undefined {
  if (headerProfile !== 'b2b2c') return undefined
  const value = headerOf(headers, CUSTOMER_TOKEN)
  if (value === '') return missing(CUSTOMER_TOKEN)
  return /^Bearer \S+$/i.test(value) ? undefined : misformed(CUSTOMER_TOKEN)
}

function hasForm(name: string, value: string, strictChannelId: boolean): boolean {
  switch (name) {
    case 'X-TIMESTAMP':
      return parseTimestamp(value) !== undefined
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
