import { formatAmount } from '../money/format-amount.js'
import type { KeyTerms } from './key-terms.js'

/** The terms of a key as they are put on record and printed: limits that aren't set are null. */
export function describeKeyTerms(terms: KeyTerms): Record<string, unknown> {
  const amount = (limitSen: bigint | null) => (limitSen === null ? null : formatAmount(limitSen))
  return {
    scopes: [...terms.scopes],
    allowed_addresses: [...terms.allowedAddresses],
    max_batch_amount: amount(terms.maxBatchAmountSen),
    max_batch_items: terms.maxBatchItems,
    max_day_amount: amount(terms.maxDayAmountSen),
    max_day_items: terms.maxDayItems
  }
}
