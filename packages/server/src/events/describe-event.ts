import { CASE_REASONS } from '../cases/case-kinds.js'
import { formatAmount } from '../money/format-amount.js'
import { readDetail } from './event-detail.js'
import type { BatchEvent, CaseEvent, EventRecord, ValidationEvent } from './event-record.js'
import type { EventType } from './event-types.js'

/** One of an event's lists of items: under which name, of which items, and how each is shown. */
export type EventItemList = {
  name: 'item_status' | 'valid_disbursements' | 'invalid_disbursements'
  items: 'all' | 'valid' | 'invalid'
}

export type EventDescription = {
  /** `data` without its signature and its lists of items. */
  fields: Record<string, unknown>
  /** What the signature covers. */
  signedParts: string[]
  /** Read in pages where they are wanted: a batch can have tens of thousands of items. */
  itemLists: EventItemList[]
}

/** Says what an event tells, from its rows: from those parts of them that stay as they are once the event is written. */
export function describeEvent(event: EventRecord): EventDescription {
  const describe = DESCRIPTIONS[event.type] as (event: EventRecord) => EventDescription
  return describe(event)
}

type Subject<Type extends EventType> = Type extends 'account_validation.completed'
  ? ValidationEvent
  : Type extends 'disbursement.case_opened'
    ? CaseEvent
    : BatchEvent

const DESCRIPTIONS: { [Type in EventType]: (event: Subject<Type>) => EventDescription } = {
  'disbursement.validation_completed': describeValidatedBatch,
  'disbursement.completed': describeCompletedBatch,
  'account_validation.completed': describeAccountValidation,
  'disbursement.approval_blocked': describeBlockedApproval,
  'disbursement.settling': describeSettling,
  'disbursement.item_corrected': describeCorrection,
  'disbursement.case_opened': describeCase
}

function describeValidatedBatch(event: BatchEvent): EventDescription {
  return {
    fields: {
      ...batchFields(event),
      amount: formatAmount(event.totalAmountSen),
      total_items: event.itemCount,
      total_valid_items: event.itemCount - event.invalidItems,
      total_valid_amount: formatAmount(event.totalAmountSen - event.invalidAmountSen),
      total_invalid_items: event.invalidItems,
      total_invalid_amount: formatAmount(event.invalidAmountSen)
    },
    signedParts: [event.batchId, formatAmount(event.totalAmountSen)],
    itemLists: [
      { name: 'valid_disbursements', items: 'valid' },
      { name: 'invalid_disbursements', items: 'invalid' }
    ]
  }
}

/** What was not paid counts as failed: items refused by the bank, and those that were invalid and left behind. */
function describeCompletedBatch(event: BatchEvent): EventDescription {
  return {
    fields: {
      ...batchFields(event),
      currency: 'IDR',
      status: event.batchStatus,
      total_amount: formatAmount(event.totalAmountSen),
      items_count: event.itemCount,
      success_item_count: event.doneItems,
      success_item_amount: formatAmount(event.doneAmountSen),
      failed_item_count: event.itemCount - event.doneItems,
      failed_item_amount: formatAmount(event.totalAmountSen - event.doneAmountSen)
    },
    signedParts: [event.batchId, formatAmount(event.totalAmountSen)],
    itemLists: [{ name: 'item_status', items: 'all' }]
  }
}

function describeAccountValidation(event: ValidationEvent): EventDescription {
  return {
    fields: {
      account_holder: event.accountHolder,
      account_number: event.accountNumber,
      bank_code: event.bankCode,
      status: event.validationStatus
    },
    signedParts: [event.accountNumber, event.bankCode, event.validationStatus],
    itemLists: []
  }
}

function describeBlockedApproval(event: BatchEvent): EventDescription {
  const { requiredAmountSen, availableAmountSen } = readDetail('disbursement.approval_blocked', event.detail)
  return describeOwnEvent(event, 'need_approval', {
    required_amount: formatAmount(requiredAmountSen),
    available_amount: formatAmount(availableAmountSen),
    shortfall_amount: formatAmount(requiredAmountSen - availableAmountSen)
  })
}

/** What each open status means to a merchant, who sees all of them as `processing`. */
const OPEN_STATE_WORDS = {
  ready: 'waiting_to_be_sent',
  sending: 'being_sent',
  accepted: 'accepted_by_the_bank',
  unknown: 'no_clear_answer_from_the_bank'
} as const

function describeSettling(event: BatchEvent): EventDescription {
  const { openItems, doneItems } = readDetail('disbursement.settling', event.detail)
  const states = Object.entries(OPEN_STATE_WORDS) as [keyof typeof OPEN_STATE_WORDS, string][]
  const unresolvedItems = states.reduce((sum, [status]) => sum + (openItems[status] ?? 0), 0)
  return describeOwnEvent(event, 'approved', {
    items_count: event.itemCount,
    success_item_count: doneItems,
    failed_item_count: event.itemCount - doneItems - unresolvedItems,
    unresolved_item_count: unresolvedItems,
    unresolved_items_by_state: Object.fromEntries(states.map(([status, words]) => [words, openItems[status] ?? 0]))
  })
}

function describeCorrection(event: BatchEvent): EventDescription {
  const { itemId, fromStatus, toStatus, amountSen } = readDetail('disbursement.item_corrected', event.detail)
  return describeOwnEvent(event, event.batchStatus, {
    item: { id: itemId, status: toStatus, corrected_from: fromStatus, amount: formatAmount(amountSen) }
  })
}

/** What stays as it is once the case is there: where its item stands is to be asked. */
function describeCase(event: CaseEvent): EventDescription {
  const amount = formatAmount(event.caseAmountSen)
  return {
    fields: {
      id: event.caseId,
      type: 'case',
      kind: event.caseKind,
      reason: CASE_REASONS[event.caseKind],
      disbursement_id: event.caseBatchId ?? '',
      item_id: event.caseItemId ?? '',
      amount,
      merchant_id: event.merchantId,
      is_live: event.isLive,
      created_at: event.createdAt
    },
    signedParts: [event.caseId, amount],
    itemLists: []
  }
}

function describeOwnEvent(event: BatchEvent, status: string, fields: Record<string, unknown>): EventDescription {
  const totalAmount = formatAmount(event.totalAmountSen)
  return {
    fields: { ...batchFields(event), status, total_amount: totalAmount, ...fields },
    signedParts: [event.batchId, totalAmount],
    itemLists: []
  }
}

/** What all events about a batch have in common. */
function batchFields(event: BatchEvent): Record<string, unknown> {
  return {
    id: event.batchId,
    name: event.name,
    description: event.description,
    type: 'batch',
    merchant_id: event.merchantId,
    is_live: event.isLive,
    created_at: event.batchCreatedAt
  }
}
