import type { ApiKeyRow, KeyUsage } from '@arus/server'
import { formatAmount } from '../money/format-amount.js'
import { formatTable } from '../output/format-table.js'
import type { Operator } from './with-operator.js'

/**
 * An API key as commands print it in JSON: never its secret, only the end of it.
 *
 * @param usage of today, where the key has submitted or approved anything
 */
export function presentApiKey(
  { server }: Pick<Operator, 'server'>,
  key: ApiKeyRow,
  usage?: KeyUsage | undefined
): Record<string, unknown> {
  return {
    id: key.id,
    merchant_id: key.merchantId,
    name: key.name,
    is_live: key.isLive,
    last_characters: key.lastCharacters,
    is_signing: key.isSigning,
    ...server.describeKeyTerms(key),
    used_today: {
      submitted_amount: formatAmount(usage?.submittedSen ?? 0n),
      submitted_items: Number(usage?.submittedItems ?? 0n),
      approved_amount: formatAmount(usage?.approvedSen ?? 0n),
      approved_items: Number(usage?.approvedItems ?? 0n)
    },
    created_at: key.createdAt,
    revoked_at: key.revokedAt
  }
}

export function tabulateApiKeys(keys: ApiKeyRow[], usages: readonly KeyUsage[] = []): string {
  return formatTable(
    [
      { heading: 'ID' },
      { heading: 'KEY' },
      { heading: 'NAME' },
      { heading: 'STATE' },
      { heading: 'MAY' },
      { heading: 'LIMITS' },
      { heading: 'FROM' },
      { heading: 'SINCE' }
    ],
    keys.map((key) => [
      key.id,
      `dp_${key.isLive ? 'live' : 'test'}_…${key.lastCharacters}`,
      key.name,
      stateOf(key),
      key.scopes.join(','),
      limitsOf(
        key,
        usages.find(({ apiKeyId }) => apiKeyId === key.id)
      ),
      key.allowedAddresses.length === 0 ? 'anywhere' : key.allowedAddresses.join(','),
      key.createdAt
    ])
  )
}

function stateOf(key: ApiKeyRow): string {
  if (key.revokedAt !== null) return `revoked ${key.revokedAt}`
  return key.isSigning ? 'signs webhooks' : 'in use'
}

/** With what is used of a day's limits, by submitting and by approving. */
function limitsOf(key: ApiKeyRow, usage: KeyUsage | undefined): string {
  const { maxBatchAmountSen, maxBatchItems, maxDayAmountSen, maxDayItems } = key
  const used = (submitted: string, approved: string) => `(submitted ${submitted}, approved ${approved})`
  const usedAmount = used(formatAmount(usage?.submittedSen ?? 0n), formatAmount(usage?.approvedSen ?? 0n))
  const usedItems = used(`${usage?.submittedItems ?? 0n}`, `${usage?.approvedItems ?? 0n}`)
  const limits = [
    maxBatchAmountSen === null ? '' : `${formatAmount(maxBatchAmountSen)} a batch`,
    maxBatchItems === null ? '' : `${maxBatchItems} items a batch`,
    maxDayAmountSen === null ? '' : `${formatAmount(maxDayAmountSen)} a day ${usedAmount}`,
    maxDayItems === null ? '' : `${maxDayItems} items a day ${usedItems}`
  ].filter((limit) => limit !== '')
  return limits.length === 0 ? 'none' : limits.join(', ')
}
