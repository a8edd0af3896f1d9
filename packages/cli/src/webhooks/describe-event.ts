import type { WebhookEvent } from '@arus/durianpay'
import { formatRupiahOf } from '../batches/describe-batch.js'

/** Says in one line what an event tells. */
export function describeEvent(event: WebhookEvent): string {
  switch (event.event) {
    case 'disbursement.validation_completed':
      return `${event.data.id}  ${event.data.total_valid_items} valid, ${event.data.total_invalid_items} invalid, ${formatRupiahOf(event.data.amount)}`
    case 'disbursement.completed':
      return `${event.data.id}  ${event.data.status}: ${event.data.success_item_count} paid (${formatRupiahOf(event.data.success_item_amount)}), ${event.data.failed_item_count} not`
    case 'account_validation.completed':
      return `${event.data.bank_code} ${event.data.account_number}  ${event.data.status} ${event.data.account_holder}`.trimEnd()
    case 'disbursement.approval_blocked':
      return `${event.data.id}  waits for balance: ${formatRupiahOf(event.data.shortfall_amount)} short`
    case 'disbursement.case_opened':
      return `${event.data.id}  ${event.data.kind}: ${event.data.reason}`
    default:
      return `${event.data.id}  ${event.data.status}`
  }
}
