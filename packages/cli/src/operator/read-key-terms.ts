import type { KeyScope, KeyTerms } from '@arus/server'
import { type Given, readText } from '../command-line/command-definition.js'
import { CommandError } from '../command-line/command-result.js'
import { parseAmount } from '../money/parse-amount.js'
import type { Operator } from './with-operator.js'

/** The options by which `arus keys create` and `arus keys change` say what a key may do. */
export const KEY_TERM_OPTIONS = [
  { flags: '--scope <words>', summary: 'what it may do: read, submit, approve, manage, with commas between' },
  { flags: '--submit-and-approve', summary: 'a live key with both of these scopes is meant' },
  { flags: '--max-batch <amount>', summary: 'greatest amount of a batch that it submits or approves' },
  { flags: '--max-batch-items <number>', summary: 'most items of such a batch' },
  { flags: '--max-day <amount>', summary: 'greatest amount that it submits in a day of Jakarta, and again approves' },
  { flags: '--max-day-items <number>', summary: 'most items likewise' },
  { flags: '--allow-ip <ranges>', summary: 'addresses that it may be used from: 203.0.113.7,10.0.0.0/8,2001:db8::/32' }
] as const

export const KEY_TERM_NOTES = '"none" takes a limit, or all addresses, away again.'

const NONE = 'none'

/**
 * Reads what the options say about a key; what they leave out is left out.
 *
 * @throws CommandError (usage) that names the option
 */
export function readKeyTerms({ server }: Operator, given: Given): Partial<KeyTerms> {
  const scope = readText(given, 'scope')
  const allowIp = readText(given, 'allowIp')
  return {
    ...(scope === undefined ? {} : { scopes: readScopes(server.KEY_SCOPES, scope) }),
    ...(allowIp === undefined ? {} : { allowedAddresses: allowIp === NONE ? [] : splitWords(allowIp) }),
    ...readLimit(given, 'maxBatch', 'maxBatchAmountSen', readAmount),
    ...readLimit(given, 'maxBatchItems', 'maxBatchItems', readCount),
    ...readLimit(given, 'maxDay', 'maxDayAmountSen', readAmount),
    ...readLimit(given, 'maxDayItems', 'maxDayItems', readCount)
  }
}

/** What must be said when a key is made, or given scopes, with which a thief could pay out alone. */
export function warnOfSubmitAndApprove({ isLive, scopes }: { isLive: boolean; scopes: readonly KeyScope[] }): string {
  if (!isLive || !scopes.includes('submit') || !scopes.includes('approve')) return ''
  return 'Warning: whoever gets hold of this key can both submit and approve, and so pay out alone.\n'
}

function readScopes(known: readonly KeyScope[], text: string): KeyScope[] {
  return splitWords(text).map((word) => {
    const scope = known.find((one) => one === word)
    if (scope === undefined) throw new CommandError('usage', `--scope: ${JSON.stringify(word)} is none of ${known.join(', ')}`)
    return scope
  })
}

function splitWords(text: string): string[] {
  return text.split(',').map((word) => word.trim())
}

function readLimit<Value>(given: Given, option: string, field: keyof KeyTerms, read: (text: string) => Value | undefined) {
  const text = readText(given, option)
  if (text === undefined) return {}
  if (text === NONE) return { [field]: null }
  const value = read(text)
  if (value !== undefined) return { [field]: value }
  const flag = option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  throw new CommandError('usage', `--${flag} must be above zero, or none, not ${JSON.stringify(text)}`)
}

function readAmount(text: string): bigint | undefined {
  const amountSen = parseAmount(text)
  return amountSen === 0n ? undefined : amountSen
}

function readCount(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}
