import type {
  AccountValidationCompletedData,
  ApprovalBlockedData,
  CaseOpenedData,
  CompletedData,
  EventType,
  ItemCorrectedData,
  SettlingData,
  ValidationCompletedData
} from '../generated/models.js'

/**
 * What a field of an event must be: a type of JSON, an amount, something with an id and a status (`entry`), a list of
 * those, an object of counts, or one of a few words.
 */
export type FieldRule = 'text' | 'count' | 'boolean' | 'amount' | 'entry' | 'entries' | 'counts' | readonly string[]

type Rules<Data> = { readonly [Name in keyof Data]-?: FieldRule }

const ABOUT_A_BATCH = {
  id: 'text',
  name: 'text',
  description: 'text',
  type: 'text',
  merchant_id: 'text',
  is_live: 'boolean',
  created_at: 'text',
  signature: 'text'
} as const

const OUR_OWN = { ...ABOUT_A_BATCH, status: 'text', total_amount: 'amount' } as const

const VALIDATION_COMPLETED: Rules<ValidationCompletedData> = {
  ...ABOUT_A_BATCH,
  amount: 'amount',
  total_items: 'count',
  total_valid_items: 'count',
  total_invalid_items: 'count',
  total_valid_amount: 'amount',
  total_invalid_amount: 'amount',
  valid_disbursements: 'entries',
  invalid_disbursements: 'entries'
}

const COMPLETED: Rules<CompletedData> = {
  ...ABOUT_A_BATCH,
  status: ['success', 'partially_success', 'failed'],
  currency: 'text',
  total_amount: 'amount',
  items_count: 'count',
  success_item_amount: 'amount',
  success_item_count: 'count',
  failed_item_amount: 'amount',
  failed_item_count: 'count',
  item_status: 'entries'
}

const ACCOUNT_VALIDATION_COMPLETED: Rules<AccountValidationCompletedData> = {
  account_number: 'text',
  bank_code: 'text',
  account_holder: 'text',
  status: ['valid', 'invalid'],
  signature: 'text'
}

const APPROVAL_BLOCKED: Rules<ApprovalBlockedData> = {
  ...OUR_OWN,
  required_amount: 'amount',
  available_amount: 'amount',
  shortfall_amount: 'amount'
}

const SETTLING: Rules<SettlingData> = {
  ...OUR_OWN,
  items_count: 'count',
  success_item_count: 'count',
  failed_item_count: 'count',
  unresolved_item_count: 'count',
  unresolved_items_by_state: 'counts'
}

const ITEM_CORRECTED: Rules<ItemCorrectedData> = { ...OUR_OWN, item: 'entry' }

const CASE_OPENED: Rules<CaseOpenedData> = {
  id: 'text',
  type: 'text',
  kind: 'text',
  reason: 'text',
  disbursement_id: 'text',
  item_id: 'text',
  amount: 'amount',
  merchant_id: 'text',
  is_live: 'boolean',
  created_at: 'text',
  signature: 'text'
}

/** Every event with the fields its type promises. A field added to a type does not compile until it is here. */
export const EVENT_FIELDS: Readonly<Record<EventType, Readonly<Record<string, FieldRule>>>> = {
  'disbursement.validation_completed': VALIDATION_COMPLETED,
  'disbursement.completed': COMPLETED,
  'account_validation.completed': ACCOUNT_VALIDATION_COMPLETED,
  'disbursement.approval_blocked': APPROVAL_BLOCKED,
  'disbursement.settling': SETTLING,
  'disbursement.item_corrected': ITEM_CORRECTED,
  'disbursement.case_opened': CASE_OPENED
}
