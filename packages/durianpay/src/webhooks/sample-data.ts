import type { EventType, WebhookEvent } from '../generated/models.js'

/** The data of each event, without what depends on the key. */
export type SampleData = { [Type in EventType]: Omit<Extract<WebhookEvent, { event: Type }>['data'], 'signature' | 'is_live'> }

const BATCH = {
  id: 'dis_Te5tBatch00001',
  name: 'Test payroll',
  description: 'A test webhook',
  type: 'batch',
  merchant_id: 'mer_Te5tMerch00001',
  created_at: '2026-01-02T03:04:05.678901Z'
} as const

/** A batch of two items, one of which can't be paid: what test webhooks tell of unless told otherwise. */
export const SAMPLE_DATA: SampleData = {
  'disbursement.validation_completed': {
    ...BATCH,
    amount: '150000.00',
    total_items: 2,
    total_valid_items: 1,
    total_invalid_items: 1,
    total_valid_amount: '100000.00',
    total_invalid_amount: '50000.00',
    valid_disbursements: [
      {
        id: 'dis_item_Te5tItem000001',
        account_number: '0071234568',
        bank_code: 'bca',
        amount: '100000.00',
        owner_name: 'Siti Rahmawati',
        status: 'valid'
      }
    ],
    invalid_disbursements: [
      {
        id: 'dis_item_Te5tItem000002',
        account_number: '0071234569',
        bank_code: 'bca',
        amount: '50000.00',
        owner_name: 'Agus Salim',
        status: 'invalid',
        invalid_fields: [{ key: 'account_number', message: 'Invalid BankCode/AccountNumber' }]
      }
    ]
  },
  'disbursement.completed': {
    ...BATCH,
    status: 'partially_success',
    currency: 'IDR',
    total_amount: '150000.00',
    items_count: 2,
    success_item_amount: '100000.00',
    success_item_count: 1,
    failed_item_amount: '50000.00',
    failed_item_count: 1,
    item_status: [
      { id: 'dis_item_Te5tItem000001', status: 'done' },
      { id: 'dis_item_Te5tItem000002', status: 'invalid' }
    ]
  },
  'account_validation.completed': {
    account_number: '0071234568',
    bank_code: 'bca',
    account_holder: 'SITI RAHMAWATI',
    status: 'valid'
  },
  'disbursement.approval_blocked': {
    ...BATCH,
    status: 'need_approval',
    total_amount: '150000.00',
    required_amount: '106000.00',
    available_amount: '6000.00',
    shortfall_amount: '100000.00'
  },
  'disbursement.settling': {
    ...BATCH,
    status: 'approved',
    total_amount: '150000.00',
    items_count: 2,
    success_item_count: 0,
    failed_item_count: 1,
    unresolved_item_count: 1,
    unresolved_items_by_state: {
      waiting_to_be_sent: 0,
      being_sent: 0,
      accepted_by_the_bank: 1,
      no_clear_answer_from_the_bank: 0
    }
  },
  'disbursement.item_corrected': {
    ...BATCH,
    status: 'partially_success',
    total_amount: '150000.00',
    item: { id: 'dis_item_Te5tItem000001', status: 'failed', corrected_from: 'done', amount: '100000.00' }
  },
  'disbursement.case_opened': {
    id: 'case_Te5tCase000001',
    type: 'case',
    kind: 'unresolved',
    reason: 'no clear word from the bank',
    disbursement_id: BATCH.id,
    item_id: 'dis_item_Te5tItem000001',
    amount: '100000.00',
    merchant_id: BATCH.merchant_id,
    created_at: BATCH.created_at
  }
}
