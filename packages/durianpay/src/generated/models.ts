// Generated from specs/durianpay-disbursement.openapi.yaml: do not edit, run `npm run generate`.

/**
 * Rupiah as a decimal string, with at most two decimals: no sign, no exponent, no separators. More than zero.
 *
 * @example '125000'
 */
export type AmountInput = string

/**
 * Rupiah as a decimal string with exactly two decimals. Never parse it into a floating-point number.
 *
 * @example '125000.00'
 */
export type Amount = string

/**
 * RFC 3339 in UTC, with up to six decimals.
 *
 * @example '2026-07-03T02:10:11.482913Z'
 */
export type Timestamp = string

/**
 * Lower-case hexadecimal HMAC-SHA256, keyed with a secret key of the merchant.
 *
 * @example '9be8de0d607bed30552c1a0c91f19f6292e9ec3b3fa8c5763374c99722fe50e6'
 */
export type Signature = string

/**
 * - `draft`: its items are being validated
 * - `need_approval`: waits for an approval (or, under `force_disburse`, for balance)
 * - `approved`: is being paid
 * - `rejected`: will never be paid
 * - `success`: every item was paid
 * - `partially_success`: some items were paid, others not
 * - `failed`: no item was paid
 *
 * The last four are final. Durianpay's dashboard knows `need_revision` too, which this server doesn't use.
 */
export type BatchStatus =
  | 'draft'
  | 'need_approval'
  | 'approved'
  | 'rejected'
  | 'success'
  | 'partially_success'
  | 'failed'

/**
 * - `need_validation`: the bank is being asked who owns the account
 * - `valid`: can be paid
 * - `invalid`: can't be paid, see `invalid_fields`; final
 * - `processing`: approved, and no final word from the bank yet
 * - `done`: paid; final
 * - `failed`: not paid, see `failure_reason`; final
 */
export type ItemStatus = 'need_validation' | 'valid' | 'invalid' | 'processing' | 'done' | 'failed'

/** The name of an event. The last four are Arus only. */
export type EventType =
  | 'disbursement.validation_completed'
  | 'disbursement.completed'
  | 'account_validation.completed'
  | 'disbursement.approval_blocked'
  | 'disbursement.settling'
  | 'disbursement.item_corrected'
  | 'disbursement.case_opened'

/** Whether a case waits for a person. */
export type CaseStatus = 'open' | 'settled'

/**
 * - `unresolved`: no clear word from the bank for long, or its word that it knows nothing of the payment
 * - `contradiction`: the bank's answers don't agree with each other
 * - `unrecordable`: an answer of the bank could not be recorded
 * - `paid_after_failed`: a failed item was paid after all
 * - `reversed_after_done`: a payment that was done came back
 * - `missing_here`: a statement has a payment, or money of it that came back, that this server doesn't know
 * - `missing_there`: an item is done, and no statement of that time has it
 * - `amount_differs`: a statement has the payment with another amount
 * - `paid_twice`: a statement has a second payment of the item
 */
export type CaseKind =
  | 'unresolved'
  | 'contradiction'
  | 'unrecordable'
  | 'paid_after_failed'
  | 'reversed_after_done'
  | 'missing_here'
  | 'missing_there'
  | 'amount_differs'
  | 'paid_twice'

/**
 * - `paid`: the bank has paid it
 * - `not_paid`: the bank has not paid it, and will not
 * - `came_back`: statements have two payments of the item, and one of them coming back: what is left is one
 * - `acknowledged`: a person has seen to it
 */
export type CaseResolution = 'paid' | 'not_paid' | 'came_back' | 'acknowledged'

/**
 * - `DPAY_INVALID_REQUEST` (400): something in the request is wrong
 * - `DPAY_UNAUTHORIZED_ACCESS` (401): the key is missing, unknown or revoked
 * - `DISBURSEMENT_ALREADY_EXIST_WITH_GIVEN_IDEMPOTENCY_KEY` (403): a batch with this `idempotency_key` exists
 * - `INVALID_DISBURSEMENT_STATUS` (403): the status of the batch, item or case does not allow this
 * - `INSUFFICIENT_BALANCE` (403), Arus only: the balance does not cover the batch and its fees
 * - `TEST_MODE_ONLY` (403), Arus only: a live key can't do this
 * - `SCOPE_READ_REQUIRED`, `SCOPE_SUBMIT_REQUIRED`, `SCOPE_APPROVE_REQUIRED`, `SCOPE_MANAGE_REQUIRED` (403), Arus
 *   only: the key lacks the scope that this needs
 * - `KEY_LIMIT_EXCEEDED` (403), Arus only: the batch goes beyond what the key may submit or approve, in a batch or in
 *   a day
 * - `ADDRESS_NOT_ALLOWED` (403), Arus only: the key may not be used from this address
 * - `CROSS_SITE_REQUEST` (403), Arus only: a browser sent this for a page of another site
 * - `DPAY_NOT_FOUND` (404): no such thing
 * - `REQUEST_ALREADY_SUBMITTED` (409), Arus only: a request with this request key is being worked on
 * - `IDEMPOTENCY_KEY_REUSED` (409), Arus only: the request key was used for another request
 * - `REQUEST_BODY_TOO_LARGE` (413), Arus only
 * - `RATE_LIMITED` (429), Arus only: too many requests, or too many wrong keys
 * - `DPAY_INTERNAL_ERROR` (500): the server failed
 * - `RAIL_NOT_CONFIGURED` (503), Arus only: the server can't pay live money
 * - `SERVER_BUSY` (503), Arus only: too much to do at the moment
 * - `DATABASE_QUARANTINED` (503), Arus only: the server's database was restored, and what was paid since the dump is not
 *   known yet
 */
export type ErrorCode =
  | 'DPAY_INVALID_REQUEST'
  | 'DPAY_UNAUTHORIZED_ACCESS'
  | 'DISBURSEMENT_ALREADY_EXIST_WITH_GIVEN_IDEMPOTENCY_KEY'
  | 'INVALID_DISBURSEMENT_STATUS'
  | 'INSUFFICIENT_BALANCE'
  | 'TEST_MODE_ONLY'
  | 'SCOPE_READ_REQUIRED'
  | 'SCOPE_SUBMIT_REQUIRED'
  | 'SCOPE_APPROVE_REQUIRED'
  | 'SCOPE_MANAGE_REQUIRED'
  | 'KEY_LIMIT_EXCEEDED'
  | 'ADDRESS_NOT_ALLOWED'
  | 'CROSS_SITE_REQUEST'
  | 'DPAY_NOT_FOUND'
  | 'REQUEST_ALREADY_SUBMITTED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'REQUEST_BODY_TOO_LARGE'
  | 'RATE_LIMITED'
  | 'DPAY_INTERNAL_ERROR'
  | 'RAIL_NOT_CONFIGURED'
  | 'SERVER_BUSY'
  | 'DATABASE_QUARANTINED'

/** The body of every answer that is not a 2xx. */
export interface ErrorBody {
  /** What went wrong, for a person to read. */
  error: string
  /** What went wrong, for a program to read. */
  error_code: ErrorCode
  /** The same as `error`; some clients read this one. */
  message: string
  /**
   * Names this request in the server's log (`dp_…`). Give it when you ask for help.
   *
   * @example 'dp_Rt5nW2xYzQ8061'
   */
  request_id: string
  /** Where fields of the request are at fault; the first hundred of them. Left out otherwise. */
  errors?: FieldError[]
}

/** What is wrong with one field of a request. */
export interface FieldError {
  /**
   * The field's path.
   *
   * @example 'items[3].amount'
   */
  field: string
  /**
   * What is wrong with it.
   *
   * @example 'must be a positive amount with at most two decimals'
   */
  message: string
}

/** A batch of payments. */
export interface SubmitDisbursementRequest {
  /**
   * What people call the batch.
   *
   * @example 'July payroll'
   */
  name?: string
  /**
   * What it is for.
   *
   * @example 'Salaries of the Bandung office'
   */
  description?: string
  /** The payments, at least one. How many at most is a setting of the server, 50,000 by default. */
  items: DisbursementItemInput[]
}

/** One payment to one account. */
export interface DisbursementItemInput {
  /**
   * Who you believe owns the account; not only spaces. The name that the bank states comes back as `real_name`.
   *
   * @example 'Siti Rahmawati'
   */
  account_owner_name: string
  /**
   * A code from `GET /v1/disbursements/banks`; upper and lower case are the same. An unknown one makes the item invalid.
   *
   * @example 'bca'
   */
  bank_code: string
  /**
   * What to pay, in rupiah. The smallest and the largest amount are settings of the server: 10,000 and 1,000,000,000 by default.
   *
   * @example '4750000'
   */
  amount: string
  /**
   * The account's digits, leading zeros kept. For an e-wallet, the phone number it belongs to.
   *
   * @example '0071234568'
   */
  account_number: string
  /**
   * The payee's e-mail address, kept as given.
   *
   * @example 'siti@contoh.example'
   */
  email_recipient?: string
  /**
   * The payee's phone number, kept as given.
   *
   * @example '81200001234'
   */
  phone_number?: string
  /**
   * A note on this payment.
   *
   * @example 'Salary July'
   */
  notes?: string
  /** On whose behalf you pay, where that is not yourself. Durianpay's page on it is not public: the fields are those of its newer API, and others are kept as given. */
  sender_information?: SenderInformation
}

/** On whose behalf you pay, where that is not yourself. Durianpay's page on it is not public: the fields are those of its newer API, and others are kept as given. */
export interface SenderInformation {
  /**
   * The sender's name.
   *
   * @example 'PT Contoh Sejahtera'
   */
  name?: string
  /**
   * ISO 3166-1 alpha-2.
   *
   * @example 'ID'
   */
  country?: string
  /** The account that the money comes from. */
  sender_account?: SenderAccount
  /** The document that says who the sender is. */
  sender_identity?: SenderIdentity
  /** What the sender does. */
  job?: 'company' | 'entrepreneur' | 'private_employee' | 'government_employee' | 'foundation_employee' | 'housewife' | 'others'
  /**
   * YYYY-MM-DD.
   *
   * @example '1990-04-21'
   */
  date_of_birth?: string
  /**
   * The town.
   *
   * @example 'Surabaya'
   */
  place_of_birth?: string
  /**
   * In full.
   *
   * @example 'Jl. Merdeka 12, Bandung'
   */
  address?: string
}

/** The account that the money comes from. */
export interface SenderAccount {
  /**
   * The bank's code.
   *
   * @example 'bca'
   */
  bank_identifier?: string
  /**
   * The account's number.
   *
   * @example '0079876540'
   */
  account_number?: string
}

/** The document that says who the sender is. */
export interface SenderIdentity {
  /** The kind of document. */
  identity_type?: 'company_id' | 'national_id' | 'passport'
  /**
   * Its number.
   *
   * @example '3273012104900003'
   */
  identity_number?: string
}

/** Why a batch is rejected. */
export interface RejectDisbursementRequest {
  /**
   * For those who submitted the batch.
   *
   * @example 'Two people left in June'
   */
  reason: string
}

/** Which batch. At least one of the two; with both, the id decides. An empty one counts as left out. */
export interface GetDisbursementByKeyRequest {
  /**
   * The batch's id (`dis_…`).
   *
   * @example 'dis_Ab12Cd34Ef0001'
   */
  disbursement_batch_id?: string
  /**
   * The batch's key, as sent in the `idempotency_key` header of its submit.
   *
   * @example 'payroll-2026-07'
   */
  idempotency_key?: string
}

/** A batch, as submit, approve and reject give it. */
export interface DisbursementSummary {
  /**
   * The batch's id.
   *
   * @example 'dis_Ab12Cd34Ef0001'
   */
  id: string
  /**
   * The batch's key. Empty where none was sent.
   *
   * @example 'payroll-2026-07'
   */
  idempotency_key: string
  /**
   * As submitted. Empty where none was.
   *
   * @example 'July payroll'
   */
  name: string
  /** Always this. */
  type: 'batch'
  /** Where the batch stands. */
  status: BatchStatus
  /** The sum of all items as submitted. It never changes. */
  total_amount: Amount
  /**
   * The number of all items as submitted. It never changes. One client in use holds it in 16 bits, and can't read batches above 65,535 items.
   *
   * @example 2
   */
  total_disbursements: number
  /**
   * As submitted. Empty where none was.
   *
   * @example 'Salaries of the Bandung office'
   */
  description: string
}

/** A batch, as lists give it. */
export interface Disbursement extends DisbursementSummary {
  /** Not used by this server. */
  submission_id: string | null
  /** Who approved the batch; the id of an API key, or the server itself under `force_disburse`. Null until then. */
  approver: string | null
  /** Not used by this server. */
  maker: string | null
  /**
   * Fees of the items, in whole rupiah; fixed on approval, and charged only for items that are paid.
   *
   * @example 6000
   */
  fees: number
  /**
   * How the batch came in.
   *
   * @example 'api'
   */
  created_from: string
  /** When it was submitted. */
  created_at: Timestamp
  /** Not used by this server. */
  updated_by: string
  /** When it last changed. */
  updated_at: Timestamp
  /** When it was approved; `0001-01-01T00:00:00Z` until then. */
  approved_at: Timestamp
  /**
   * Whether it is about real money.
   *
   * @example false
   */
  is_live: boolean
  /** Not used by this server. */
  last_sync_status_at: Timestamp | null
  /** Why the batch was rejected, where it was. Empty otherwise. */
  general_notes: string
}

/** A batch, fetched alone. */
export interface DisbursementDetails extends Disbursement {
  /** HMAC over `id|total_amount`, keyed with the secret key that asks. Left out until the status is `success`, `partially_success` or `failed`. */
  signature?: Signature
  /** Arus only. How many items of the batch have each status now. */
  item_counts: ItemCounts
}

/** Arus only. How many items of the batch have each status now. */
export interface ItemCounts {
  /** Being validated. */
  need_validation: number
  /** Can be paid. */
  valid: number
  /** Can't be paid. */
  invalid: number
  /** On their way. */
  processing: number
  /** Paid. */
  done: number
  /** Not paid. */
  failed: number
}

/** Arus only. A batch's status, and the proof of who says so. */
export interface DisbursementStatus {
  /** Where the batch stands. */
  status: BatchStatus
  /** Whether the status is `success`, `partially_success` or `failed`. */
  is_completed: boolean
  /** HMAC over `id|total_amount`, keyed with the secret key that asks. Empty until the batch is completed. */
  signature: string
}

/** One page of batches. */
export interface DisbursementList {
  /** Newest first. */
  disbursements: Disbursement[]
  /** How many there are on all pages. */
  count: number
}

/** One payment of a batch. */
export interface DisbursementItem {
  /**
   * The item's id. The bank is told it as the payment's reference.
   *
   * @example 'dis_item_Zz98Yy76Xx0002'
   */
  id: string
  /**
   * The batch's id.
   *
   * @example 'dis_Ab12Cd34Ef0001'
   */
  disbursement_batch_id: string
  /**
   * As submitted.
   *
   * @example 'Siti Rahmawati'
   */
  account_owner_name: string
  /**
   * The owner's name as the bank states it. Empty until it has.
   *
   * @example 'SITI RAHMAWATI'
   */
  real_name: string
  /**
   * The bank or e-wallet.
   *
   * @example 'bca'
   */
  bank_code: string
  /** What is paid. */
  amount: Amount
  /**
   * The account.
   *
   * @example '0071234568'
   */
  account_number: string
  /**
   * As submitted. Empty where none was.
   *
   * @example 'siti@contoh.example'
   */
  email_recipient: string
  /**
   * As submitted. Empty where none was.
   *
   * @example '81200001234'
   */
  phone_number: string
  /** What made the item invalid. Left out of items that are not. */
  invalid_fields?: InvalidField[]
  /** Where the item stands. */
  status: ItemStatus
  /**
   * As submitted. Empty where none was.
   *
   * @example 'Salary July'
   */
  notes: string
  /**
   * Always false; the items of a deleted batch are not shown.
   *
   * @example false
   */
  is_deleted: boolean
  /** When it was submitted. */
  created_at: Timestamp
  /** When it last changed. */
  updated_at: Timestamp
  /** Not used by this server. */
  approver_notes: string
  /** Not used by this server. */
  created_by: string | null
  /** Not used by this server. */
  updated_by: string | null
  /**
   * Always false; a failed payment is made again only as an item of another batch.
   *
   * @example false
   */
  allow_retrigger: boolean
  /** Not used by this server. */
  split_id: string
  /** The bank's own reference of the payment. Empty until it is paid. */
  receipt: string
  /**
   * The item's fee as a decimal string. Empty until the batch is approved, and for invalid items.
   *
   * @example '3000.00'
   */
  fee: string
  /** When the item became final. Null until then. */
  disbursement_status_set_at: Timestamp | null
  /** Not used by this server. */
  last_sync_status_at: Timestamp | null
  /** Why the payment failed. Empty unless it did. */
  failure_reason: string
  /** Arus only. What the item's final status was before the bank changed its word. Left out of items that were never corrected. */
  corrected_from?: 'done' | 'failed'
}

/** What made an item invalid. */
export interface InvalidField {
  /**
   * The field of the item.
   *
   * @example 'account_number'
   */
  key: string
  /**
   * What is wrong with it.
   *
   * @example 'Invalid BankCode/AccountNumber'
   */
  message: string
  /** Empty. */
  metadata?: Record<string, unknown>
}

/** One page of a batch's items. */
export interface DisbursementItemList {
  /**
   * A batch is submitted whole, so this is always `completed`.
   *
   * @example 'completed'
   */
  submission_status: string
  /** In the order in which they were submitted. */
  disbursement_batch_items: DisbursementItem[]
  /** How many there are on all pages. */
  count: number
  /** Arus only. The `cursor` of the next page. Null on the last. */
  next_cursor: string | null
}

/** Which account. */
export interface ValidateAccountRequest {
  /**
   * The account's digits, leading zeros kept. For an e-wallet, the phone number it belongs to.
   *
   * @example '0071234568'
   */
  account_number: string
  /**
   * A code from `GET /v1/disbursements/banks`; upper and lower case are the same.
   *
   * @example 'bca'
   */
  bank_code: string
}

/** What is known about an account. */
export interface AccountValidation {
  /**
   * The account.
   *
   * @example '0071234568'
   */
  account_number: string
  /**
   * The bank or e-wallet.
   *
   * @example 'bca'
   */
  bank_code: string
  /**
   * The owner's name as the bank states it; e-wallets mask it. Empty until it has, and where the account is invalid.
   *
   * @example 'SITI RAHMAWATI'
   */
  account_holder: string
  /** `processing` until the bank has answered. */
  status: 'processing' | 'valid' | 'invalid'
}

/** A bank or e-wallet that items can name. */
export interface Bank {
  /**
   * What a top-up names it by.
   *
   * @example 15
   */
  id: number
  /**
   * Its name.
   *
   * @example 'Bank Central Asia'
   */
  name: string
  /**
   * What items and validations name it by.
   *
   * @example 'bca'
   */
  code: string
  /** Empty. */
  instruction: Record<string, unknown>
  /** Always this. */
  type: 'disbursement'
  /** When it was added. */
  created_at: Timestamp
  /** When it last changed. */
  updated_at: Timestamp
}

/** How much, and from which bank. */
export interface CreateTopupRequest {
  /**
   * The id of the bank you transfer from, from `GET /v1/disbursements/banks`.
   *
   * @example 14
   */
  bank_id: number
  /** How much, in rupiah, with at most two decimals. At most 1,000,000,000,000. */
  amount: AmountInput
}

/**
 * `processing` until the transfer has come in, `completed` from then on. `expired` when it has not come in before
 * `expiry_date`; money that comes in later still completes it. The ending states are ours: the protocol shows only
 * `processing`.
 */
export type TopupStatus = 'processing' | 'completed' | 'expired'

/** What to transfer, and where to. */
export interface TopupInstruction {
  /**
   * The top-up's id.
   *
   * @example 'topup_Mn45Bv67Cx0003'
   */
  id: string
  /**
   * The code of the bank you transfer from.
   *
   * @example 'bni'
   */
  sender_bank: string
  /** Your name, or empty. */
  merchant_name: string
  /** What to transfer, to the rupiah; the amount asked for plus the unique code. */
  total_amount: Amount
  /** Whether the transfer has come in. */
  status: TopupStatus
  /** Transfer before this time. */
  expiry_date: Timestamp
  /** The account to transfer to. */
  transfer_to: TopupDestination
}

/** The account to transfer to. */
export interface TopupDestination {
  /**
   * The bank's code.
   *
   * @example 'bni'
   */
  bank_code: string
  /**
   * The bank's name.
   *
   * @example 'BNI (Bank Negara Indonesia)'
   */
  bank_name: string
  /**
   * The bank's number at cash machines. Empty where it has none.
   *
   * @example '009'
   */
  atm_bersama_code: string
  /**
   * The account's number.
   *
   * @example '8810000042'
   */
  bank_account_number: string
  /**
   * Who owns the account.
   *
   * @example 'ARUS TEST'
   */
  account_holder_name: string
  /**
   * The same as `account_holder_name`; newer clients read this one.
   *
   * @example 'ARUS TEST'
   */
  bank_holder_name: string
  /**
   * What was added to the amount, in whole rupiah, to tell your transfer apart.
   *
   * @example 123
   */
  unique_code: number
}

/** A top-up, fetched alone. */
export interface Topup {
  /**
   * Arus only. The top-up's id.
   *
   * @example 'topup_Mn45Bv67Cx0003'
   */
  id: string
  /** What to transfer, to the rupiah. */
  total_amount: Amount
  /**
   * The part of it that tells your transfer apart, in whole rupiah.
   *
   * @example 123
   */
  unique_code: number
  /** Transfer before this time. */
  expiry_date: Timestamp
  /**
   * The account to transfer to.
   *
   * @example '8810000042'
   */
  bank_account_number: string
  /**
   * Its bank.
   *
   * @example 'BNI (Bank Negara Indonesia)'
   */
  bank_name: string
  /**
   * Who owns it.
   *
   * @example 'ARUS TEST'
   */
  bank_holder_name: string
  /** Whether the transfer has come in. */
  status: TopupStatus
  /**
   * Its bank's code.
   *
   * @example 'bni'
   */
  bank_code: string
  /** What came in, as a decimal string. Empty until it has. */
  actual_amount: string
}

/** What can be spent now. */
export interface Balance {
  /**
   * Arus only. Whose balance it is, so that a client that has only a key can say whose money it moves.
   *
   * @example 'mer_Po87Lk65Jh0005'
   */
  merchant_id: string
  /**
   * In whole rupiah, rounded down.
   *
   * @example 10000000000
   */
  balance: number
  /** Arus only. The same, to the sen. */
  balance_amount: Amount
  /** Arus only. What approved batches hold for items that are not final yet, fees included. */
  on_hold_amount: Amount
}

/** Where to send events. */
export interface CreateWebhookEndpointRequest {
  /**
   * An https address, in test mode also http, that is public or that the server's operator has opened; with no user name, password or fragment.
   *
   * @example 'https://toko.example/arus/webhook'
   */
  url: string
  /** Only these. Every event where left out, or null. */
  events?: EventType[] | null
}

/** A webhook endpoint. */
export interface WebhookEndpoint {
  /**
   * The endpoint's id.
   *
   * @example 'whe_Hj28Df91Ks0004'
   */
  id: string
  /**
   * Where events are sent.
   *
   * @example 'https://toko.example/arus/webhook'
   */
  url: string
  /** Only these. Null is every event. */
  events: EventType[] | null
  /**
   * Whether it gets live events or those of test mode.
   *
   * @example false
   */
  is_live: boolean
  /** When it was added. */
  created_at: Timestamp
}

/** A webhook endpoint and its secret, which is shown this once. */
export interface WebhookEndpointWithSecret extends WebhookEndpoint {
  /**
   * Signs the `webhook-signature` header (Standard Webhooks). Store it; it can't be fetched later.
   *
   * @example 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'
   */
  secret: string
}

/** One page of webhook endpoints. */
export interface WebhookEndpointList {
  /** Newest first. */
  webhook_endpoints: WebhookEndpoint[]
  /** How many there are on all pages. */
  count: number
}

/** A batch whose items are all validated, without the items. */
export interface ValidationCompletedTotals {
  /**
   * The batch's id.
   *
   * @example 'dis_Ab12Cd34Ef0001'
   */
  id: string
  /**
   * As submitted.
   *
   * @example 'July payroll'
   */
  name: string
  /**
   * As submitted.
   *
   * @example 'Salaries of the Bandung office'
   */
  description: string
  /** Always this. */
  type: 'batch'
  /**
   * Whose batch it is.
   *
   * @example 'mer_Po87Lk65Jh0005'
   */
  merchant_id: string
  /**
   * Whether it is about real money.
   *
   * @example false
   */
  is_live: boolean
  /** When the batch was submitted. */
  created_at: Timestamp
  /** The sum of all items as submitted. */
  amount: Amount
  /** How many items there are. */
  total_items: number
  /** How many of them are valid. */
  total_valid_items: number
  /** How many of them are invalid. */
  total_invalid_items: number
  /** The sum of the valid ones. */
  total_valid_amount: Amount
  /** The sum of the invalid ones. */
  total_invalid_amount: Amount
  /** HMAC over `id|amount`. It does not cover the items. */
  signature: Signature
}

/** A batch whose items are all validated. */
export interface ValidationCompletedData extends ValidationCompletedTotals {
  /** The items that can be paid. */
  valid_disbursements: ValidDisbursement[]
  /** The items that can't, and why. */
  invalid_disbursements: InvalidDisbursement[]
}

/** An item that can be paid. */
export interface ValidDisbursement {
  /**
   * The item's id.
   *
   * @example 'dis_item_Zz98Yy76Xx0002'
   */
  id: string
  /**
   * The account.
   *
   * @example '0071234568'
   */
  account_number: string
  /**
   * The bank or e-wallet.
   *
   * @example 'bca'
   */
  bank_code: string
  /** What is to be paid. */
  amount: Amount
  /**
   * The owner's name as submitted.
   *
   * @example 'Siti Rahmawati'
   */
  owner_name: string
  /** Always this. */
  status: 'valid'
}

/** An item that can't be paid. */
export interface InvalidDisbursement {
  /**
   * The item's id.
   *
   * @example 'dis_item_Ww12Ee34Rr0006'
   */
  id: string
  /**
   * The account.
   *
   * @example '0071234569'
   */
  account_number: string
  /**
   * The bank or e-wallet.
   *
   * @example 'bca'
   */
  bank_code: string
  /** What was to be paid. */
  amount: Amount
  /**
   * The owner's name as submitted.
   *
   * @example 'Agus Salim'
   */
  owner_name: string
  /** Always this. */
  status: 'invalid'
  /** What is wrong with it. */
  invalid_fields: InvalidField[]
}

/** A batch whose items are all final, without the items. */
export interface CompletedTotals {
  /**
   * The batch's id.
   *
   * @example 'dis_Ab12Cd34Ef0001'
   */
  id: string
  /**
   * As submitted.
   *
   * @example 'July payroll'
   */
  name: string
  /**
   * As submitted.
   *
   * @example 'Salaries of the Bandung office'
   */
  description: string
  /** Always this. */
  type: 'batch'
  /** The outcome. The signature does not cover it. */
  status: 'success' | 'partially_success' | 'failed'
  /**
   * Whose batch it is.
   *
   * @example 'mer_Po87Lk65Jh0005'
   */
  merchant_id: string
  /**
   * Whether it is about real money.
   *
   * @example false
   */
  is_live: boolean
  /** When the batch was submitted. */
  created_at: Timestamp
  /** Always this. */
  currency: 'IDR'
  /** The sum of all items as submitted, whatever became of them. */
  total_amount: Amount
  /** How many items there are. */
  items_count: number
  /** The sum of those that were paid. */
  success_item_amount: Amount
  /** How many were paid. */
  success_item_count: number
  /** The sum of those that were not paid, invalid ones included. */
  failed_item_amount: Amount
  /** How many were not paid, invalid ones included. */
  failed_item_count: number
  /** HMAC over `id|total_amount`. It covers neither the status nor the items. */
  signature: Signature
}

/** A batch whose items are all final. */
export interface CompletedData extends CompletedTotals {
  /** What became of each item. */
  item_status: CompletedItem[]
}

/** What became of an item. */
export interface CompletedItem {
  /**
   * The item's id.
   *
   * @example 'dis_item_Zz98Yy76Xx0002'
   */
  id: string
  /** Paid, never tried because it was invalid, or refused by the bank. */
  status: 'done' | 'invalid' | 'failed'
}

/** What the bank said about an account. */
export interface AccountValidationCompletedData {
  /**
   * The account.
   *
   * @example '0071234568'
   */
  account_number: string
  /**
   * The bank or e-wallet.
   *
   * @example 'bca'
   */
  bank_code: string
  /**
   * The owner's name as the bank states it. Empty where the account is invalid.
   *
   * @example 'SITI RAHMAWATI'
   */
  account_holder: string
  /** The bank's word. */
  status: 'valid' | 'invalid'
  /** HMAC over `account_number|bank_code|status`. It does not cover the holder's name. */
  signature: Signature
}

/** Arus only. What those events about a batch have in common that Durianpay doesn't have. */
export interface BatchEventData {
  /**
   * The batch's id.
   *
   * @example 'dis_Ab12Cd34Ef0001'
   */
  id: string
  /**
   * As submitted.
   *
   * @example 'July payroll'
   */
  name: string
  /**
   * As submitted.
   *
   * @example 'Salaries of the Bandung office'
   */
  description: string
  /** Always this. */
  type: 'batch'
  /** Where the batch stands. */
  status: BatchStatus
  /**
   * Whose batch it is.
   *
   * @example 'mer_Po87Lk65Jh0005'
   */
  merchant_id: string
  /**
   * Whether it is about real money.
   *
   * @example false
   */
  is_live: boolean
  /** When the batch was submitted. */
  created_at: Timestamp
  /** The sum of all items as submitted. */
  total_amount: Amount
  /** HMAC over `id|total_amount`. It covers nothing else. */
  signature: Signature
}

/** Arus only. What a batch that approves itself lacks. */
export interface ApprovalBlockedData extends BatchEventData {
  /** What the batch needs, its amounts and its fees. */
  required_amount: Amount
  /** What could be spent when it was tried. */
  available_amount: Amount
  /** The difference. Top up at least this. */
  shortfall_amount: Amount
}

/** Arus only. How far a batch is when only unclear items are left. */
export interface SettlingData extends BatchEventData {
  /** How many items there are. */
  items_count: number
  /** How many were paid. */
  success_item_count: number
  /** How many were not paid, invalid ones included. */
  failed_item_count: number
  /** How many have no clear outcome yet. */
  unresolved_item_count: number
  /** Arus only. How many items are where on their way. To the API all of them are `processing`. */
  unresolved_items_by_state: UnresolvedItems
}

/** Arus only. How many items are where on their way. To the API all of them are `processing`. */
export interface UnresolvedItems {
  /** Not sent yet, or turned away for now and to be sent again. */
  waiting_to_be_sent: number
  /** Being sent at that moment. */
  being_sent: number
  /** The bank has them, and will say later what it did. */
  accepted_by_the_bank: number
  /** The bank did not answer, or not so that it could be understood; it is asked about them. */
  no_clear_answer_from_the_bank: number
}

/** Arus only. What became of an item after it was final. */
export interface ItemCorrectedData extends BatchEventData {
  /** Arus only. An item whose final status changed. */
  item: CorrectedItem
}

/** Arus only. An item whose final status changed. */
export interface CorrectedItem {
  /**
   * The item's id.
   *
   * @example 'dis_item_Zz98Yy76Xx0002'
   */
  id: string
  /** What it is now. */
  status: 'done' | 'failed'
  /** What it was before. */
  corrected_from: 'done' | 'failed'
  /** Its amount. */
  amount: Amount
}

/** What a person found out, and where. */
export interface SettleCaseRequest {
  /** One of the case's `allowed_resolutions`. */
  resolution: CaseResolution
  /**
   * What at the bank shows it, such as the number of a letter, a statement or a transfer. Kept.
   *
   * @example 'BCA-2026-0731-00418'
   */
  reference: string
  /**
   * In your own words, for who reads it later. Kept.
   *
   * @example 'The branch confirmed by letter that the transfer was executed on 31 July'
   */
  reason: string
}

/** Something that only a person can settle. */
export interface Case {
  /**
   * The case's id.
   *
   * @example 'case_Uv6Wx7Yz8A0042'
   */
  id: string
  /** What the matter is. */
  kind: CaseKind
  /** Whether it waits for a person. */
  status: CaseStatus
  /** The same in a sentence, with what to do. */
  reason: string
  /**
   * The batch of the item. Null for a line of a statement that is about no item.
   *
   * @example 'dis_Ab12Cd34Ef0001'
   */
  disbursement_id: string | null
  /**
   * The item. Null for a line of a statement that is about no item.
   *
   * @example 'dis_item_Zz98Yy76Xx0002'
   */
  item_id: string | null
  /** Where the item stands now. */
  item_status: ItemStatus | null
  /** The item's amount, or that of the line that is about no item. */
  amount: Amount
  /**
   * Whether it is about real money.
   *
   * @example false
   */
  is_live: boolean
  /** What was known when it was opened. Its fields differ by kind, and may grow. */
  detail: Record<string, unknown>
  /** Since when it waits. */
  opened_at: Timestamp
  /** How long it has waited, or did until it was settled. */
  age_seconds: number
  /** When the bank is asked about the item again. Null where it isn't. */
  next_check_at: Timestamp | null
  /** How it can be settled now. Empty where it is settled, or the item is being sent at this moment. */
  allowed_resolutions: CaseResolution[]
  /** How it was settled. Null while it is open. */
  settlement: CaseSettlement | null
}

/** How a case was settled, and by whom. */
export interface CaseSettlement {
  /** `answered` where no person did: the bank gave its word after all. */
  resolution: 'paid' | 'not_paid' | 'came_back' | 'acknowledged' | 'answered'
  /**
   * What at the bank shows it. Empty for `answered`.
   *
   * @example 'BCA-2026-0731-00418'
   */
  reference: string
  /** In the words of who settled it. Empty for `answered`. */
  reason: string
  /**
   * The id of an API key, or `operator:` and a name. Empty for `answered`.
   *
   * @example 'key_Mn4Bv5Cx6Z0007'
   */
  settled_by: string
  /** The case by whose settlement this one was closed too, with the same words. Null where it was settled itself. */
  settled_with: string | null
  /** When. */
  settled_at: Timestamp
}

/** One page of cases. */
export interface CaseList {
  /** Open ones first, the oldest of them first. */
  cases: Case[]
  /** How many there are on all pages. */
  count: number
}

/** Arus only. A case, as it was opened. */
export interface CaseOpenedData {
  /**
   * The case's id.
   *
   * @example 'case_Uv6Wx7Yz8A0042'
   */
  id: string
  /** Always this. */
  type: 'case'
  /** What the matter is. */
  kind: CaseKind
  /** The same in a sentence, with what to do. */
  reason: string
  /**
   * The batch of the item. Empty for a line of a statement that is about no item.
   *
   * @example 'dis_Ab12Cd34Ef0001'
   */
  disbursement_id: string
  /**
   * The item. Empty for a line of a statement that is about no item.
   *
   * @example 'dis_item_Zz98Yy76Xx0002'
   */
  item_id: string
  /** The item's amount, or that of the line that is about no item. */
  amount: Amount
  /**
   * Whose case it is.
   *
   * @example 'mer_Po87Lk65Jh0005'
   */
  merchant_id: string
  /**
   * Whether it is about real money.
   *
   * @example false
   */
  is_live: boolean
  /** When it was opened. */
  created_at: Timestamp
  /** HMAC over `id|amount`. It covers nothing else. */
  signature: Signature
}

/** What every webhook carries around its data. */
export interface WebhookEnvelope {
  /** 0 the first time, then one more for each try. */
  retry_count: number
  /** Arus only. When this happened. Events can come in any order: this tells which is newer. Durianpay itself doesn't send it. */
  created_at?: Timestamp
}

/** All items of a batch are validated. */
export interface DisbursementValidationCompletedEvent extends WebhookEnvelope {
  /** The event's name. */
  event: 'disbursement.validation_completed'
  /** A batch whose items are all validated. */
  data: ValidationCompletedData
}

/** All items of a batch are final. */
export interface DisbursementCompletedEvent extends WebhookEnvelope {
  /** The event's name. */
  event: 'disbursement.completed'
  /** A batch whose items are all final. */
  data: CompletedData
}

/** The bank has said who owns an account. */
export interface AccountValidationCompletedEvent extends WebhookEnvelope {
  /** The event's name. */
  event: 'account_validation.completed'
  /** What the bank said about an account. */
  data: AccountValidationCompletedData
}

/** Arus only. A batch that approves itself lacks balance. */
export interface DisbursementApprovalBlockedEvent extends WebhookEnvelope {
  /** The event's name. */
  event: 'disbursement.approval_blocked'
  /** Arus only. What a batch that approves itself lacks. */
  data: ApprovalBlockedData
}

/** Arus only. Only items without a clear outcome are left. */
export interface DisbursementSettlingEvent extends WebhookEnvelope {
  /** The event's name. */
  event: 'disbursement.settling'
  /** Arus only. How far a batch is when only unclear items are left. */
  data: SettlingData
}

/** Arus only. The bank has changed its word about an item. */
export interface DisbursementItemCorrectedEvent extends WebhookEnvelope {
  /** The event's name. */
  event: 'disbursement.item_corrected'
  /** Arus only. What became of an item after it was final. */
  data: ItemCorrectedData
}

/** Arus only. A person must look at something. */
export interface DisbursementCaseOpenedEvent extends WebhookEnvelope {
  /** The event's name. */
  event: 'disbursement.case_opened'
  /** Arus only. A case, as it was opened. */
  data: CaseOpenedData
}

/** The body of a webhook; its `event` tells which. */
export type WebhookEvent =
  | DisbursementValidationCompletedEvent
  | DisbursementCompletedEvent
  | AccountValidationCompletedEvent
  | DisbursementApprovalBlockedEvent
  | DisbursementSettlingEvent
  | DisbursementItemCorrectedEvent
  | DisbursementCaseOpenedEvent

/** What became of an event at one endpoint. */
export interface Delivery {
  /**
   * The endpoint's id.
   *
   * @example 'whe_Hj28Df91Ks0004'
   */
  endpoint_id: string
  /** `given_up` after the last try; it can be resent. */
  status: 'pending' | 'delivered' | 'given_up'
  /** How often it was tried. */
  attempts: number
  /** What the endpoint answered last. Null where it never answered. */
  last_status_code: number | null
  /** What went wrong last. Empty where nothing did. */
  last_error: string
  /** When it is tried next. Null where it isn't. */
  next_attempt_at: Timestamp | null
}

/** What every event of the events API has. */
export interface RecordedEventBase {
  /**
   * The event's id, which webhooks carry as `webhook-id`.
   *
   * @example 'evt_Kq3mT8vLw20417'
   */
  id: string
  /**
   * Whether it is about real money.
   *
   * @example false
   */
  is_live: boolean
  /** When it happened. */
  created_at: Timestamp
  /** One for each endpoint that it was meant for. */
  deliveries: Delivery[]
}

/** An event, as lists give it. */
export interface RecordedEventSummary extends RecordedEventBase {
  /** The event's name. */
  event: EventType
  /** What the webhook carries, without its lists of items. */
  data: ValidationCompletedTotals | CompletedTotals | AccountValidationCompletedData | ApprovalBlockedData | SettlingData | ItemCorrectedData | CaseOpenedData
}

/** One page of events. */
export interface RecordedEventList {
  /** Newest first. */
  events: RecordedEventSummary[]
  /** How many there are on all pages. */
  count: number
}

/** A recorded `disbursement.validation_completed`. */
export interface RecordedValidationCompleted extends RecordedEventBase {
  /** The event's name. */
  event: 'disbursement.validation_completed'
  /** A batch whose items are all validated. */
  data: ValidationCompletedData
}

/** A recorded `disbursement.completed`. */
export interface RecordedCompleted extends RecordedEventBase {
  /** The event's name. */
  event: 'disbursement.completed'
  /** A batch whose items are all final. */
  data: CompletedData
}

/** A recorded `account_validation.completed`. */
export interface RecordedAccountValidationCompleted extends RecordedEventBase {
  /** The event's name. */
  event: 'account_validation.completed'
  /** What the bank said about an account. */
  data: AccountValidationCompletedData
}

/** A recorded `disbursement.approval_blocked`. */
export interface RecordedApprovalBlocked extends RecordedEventBase {
  /** The event's name. */
  event: 'disbursement.approval_blocked'
  /** Arus only. What a batch that approves itself lacks. */
  data: ApprovalBlockedData
}

/** A recorded `disbursement.settling`. */
export interface RecordedSettling extends RecordedEventBase {
  /** The event's name. */
  event: 'disbursement.settling'
  /** Arus only. How far a batch is when only unclear items are left. */
  data: SettlingData
}

/** A recorded `disbursement.item_corrected`. */
export interface RecordedItemCorrected extends RecordedEventBase {
  /** The event's name. */
  event: 'disbursement.item_corrected'
  /** Arus only. What became of an item after it was final. */
  data: ItemCorrectedData
}

/** A recorded `disbursement.case_opened`. */
export interface RecordedCaseOpened extends RecordedEventBase {
  /** The event's name. */
  event: 'disbursement.case_opened'
  /** Arus only. A case, as it was opened. */
  data: CaseOpenedData
}

/** An event, fetched alone; its `event` tells which. */
export type RecordedEvent =
  | RecordedValidationCompleted
  | RecordedCompleted
  | RecordedAccountValidationCompleted
  | RecordedApprovalBlocked
  | RecordedSettling
  | RecordedItemCorrected
  | RecordedCaseOpened

/** What the simulated bank did. */
export interface SettleItemRequest {
  /** Whether it paid. */
  outcome: 'done' | 'failed'
  /**
   * Why not.
   *
   * @example 'account closed'
   */
  reason?: string
}
