// Generated from specs/durianpay-disbursement.openapi.yaml: do not edit, run `npm run generate`.

export type JsonSchema = Record<string, unknown>

const requestQueryBoolean: JsonSchema = { type: 'string', pattern: '^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|1|0)?$', maxLength: 5 }

const requestIdempotencyKey: JsonSchema = { type: 'string', maxLength: 255, pattern: '^[ -~]*$' }

const requestSenderAccount: JsonSchema = {
  type: 'object',
  maxProperties: 32,
  additionalProperties: { type: 'string', maxLength: 255, pattern: '^[^\\u0000\\ud800-\\udfff]*$' },
  propertyNames: { type: 'string', maxLength: 64, pattern: '^[A-Za-z0-9_]+$' },
  properties: {
    bank_identifier: { type: 'string', maxLength: 64, pattern: '^[^\\u0000\\ud800-\\udfff]*$' },
    account_number: { type: 'string', maxLength: 34, pattern: '^[^\\u0000\\ud800-\\udfff]*$' }
  }
}

const requestSenderIdentity: JsonSchema = {
  type: 'object',
  maxProperties: 32,
  additionalProperties: { type: 'string', maxLength: 255, pattern: '^[^\\u0000\\ud800-\\udfff]*$' },
  propertyNames: { type: 'string', maxLength: 64, pattern: '^[A-Za-z0-9_]+$' },
  properties: {
    identity_type: { type: 'string', enum: ['company_id', 'national_id', 'passport'] },
    identity_number: { type: 'string', maxLength: 64, pattern: '^[^\\u0000\\ud800-\\udfff]*$' }
  }
}

const requestSenderInformation: JsonSchema = {
  type: 'object',
  maxProperties: 32,
  additionalProperties: { type: 'string', maxLength: 255, pattern: '^[^\\u0000\\ud800-\\udfff]*$' },
  propertyNames: { type: 'string', maxLength: 64, pattern: '^[A-Za-z0-9_]+$' },
  properties: {
    name: { type: 'string', minLength: 2, maxLength: 50, pattern: '^[^\\u0000\\ud800-\\udfff]*$' },
    country: { type: 'string', pattern: '^[A-Z]{2}$' },
    sender_account: requestSenderAccount,
    sender_identity: requestSenderIdentity,
    job: {
      type: 'string',
      enum: [
        'company',
        'entrepreneur',
        'private_employee',
        'government_employee',
        'foundation_employee',
        'housewife',
        'others'
      ]
    },
    date_of_birth: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    place_of_birth: { type: 'string', maxLength: 255, pattern: '^[^\\u0000\\ud800-\\udfff]*$' },
    address: { type: 'string', maxLength: 255, pattern: '^[^\\u0000\\ud800-\\udfff]*$' }
  }
}

const requestDisbursementItemInput: JsonSchema = {
  type: 'object',
  required: ['account_owner_name', 'bank_code', 'amount', 'account_number'],
  properties: {
    account_owner_name: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[^\\u0000\\ud800-\\udfff]+$' },
    bank_code: { type: 'string', minLength: 1, maxLength: 64, pattern: '^[^\\u0000\\ud800-\\udfff]+$' },
    amount: { type: 'string', maxLength: 18, pattern: '^\\d{1,15}(\\.\\d{1,2})?$' },
    account_number: { type: 'string', minLength: 1, maxLength: 34, pattern: '^\\d+$' },
    email_recipient: { type: 'string', maxLength: 320, pattern: '^[^\\u0000\\ud800-\\udfff]*$' },
    phone_number: { type: 'string', maxLength: 32, pattern: '^[^\\u0000\\ud800-\\udfff]*$' },
    notes: { type: 'string', maxLength: 500, pattern: '^[^\\u0000\\ud800-\\udfff]*$' },
    sender_information: requestSenderInformation
  }
}

const requestSubmitDisbursementRequest: JsonSchema = {
  type: 'object',
  required: ['items'],
  properties: {
    name: { type: 'string', maxLength: 255, pattern: '^[^\\u0000\\ud800-\\udfff]*$' },
    description: { type: 'string', maxLength: 1000, pattern: '^[^\\u0000\\ud800-\\udfff]*$' },
    items: { type: 'array', minItems: 1, items: requestDisbursementItemInput }
  }
}

const requestIdentifier: JsonSchema = { type: 'string', minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_]+$' }

const requestRejectDisbursementRequest: JsonSchema = {
  type: 'object',
  required: ['reason'],
  properties: {
    reason: { type: 'string', minLength: 1, maxLength: 500, pattern: '^[^\\u0000\\ud800-\\udfff]+$' }
  }
}

const requestItemStatus: JsonSchema = { type: 'string', enum: ['need_validation', 'valid', 'invalid', 'processing', 'done', 'failed'] }

const requestGetDisbursementByKeyRequest: JsonSchema = {
  type: 'object',
  anyOf: [
    {
      required: ['disbursement_batch_id'],
      properties: { disbursement_batch_id: { type: 'string', minLength: 1 } }
    },
    { required: ['idempotency_key'], properties: { idempotency_key: { type: 'string', minLength: 1 } } }
  ],
  properties: {
    disbursement_batch_id: { type: 'string', maxLength: 64, pattern: '^[^\\u0000\\ud800-\\udfff]*$' },
    idempotency_key: { type: 'string', maxLength: 255, pattern: '^[^\\u0000\\ud800-\\udfff]*$' }
  }
}

const requestBatchStatus: JsonSchema = {
  type: 'string',
  enum: ['draft', 'need_approval', 'approved', 'rejected', 'success', 'partially_success', 'failed']
}

const requestValidateAccountRequest: JsonSchema = {
  type: 'object',
  required: ['account_number', 'bank_code'],
  properties: {
    account_number: { type: 'string', minLength: 1, maxLength: 34, pattern: '^\\d+$' },
    bank_code: { type: 'string', minLength: 1, maxLength: 64, pattern: '^[^\\u0000\\ud800-\\udfff]+$' }
  }
}

const requestAmountInput: JsonSchema = { type: 'string', maxLength: 18, pattern: '^\\d{1,15}(\\.\\d{1,2})?$' }

const requestCreateTopupRequest: JsonSchema = {
  type: 'object',
  required: ['bank_id', 'amount'],
  properties: { bank_id: { type: 'integer', minimum: 1, maximum: 2147483647 }, amount: requestAmountInput }
}

const requestEventType: JsonSchema = {
  type: 'string',
  enum: [
    'disbursement.validation_completed',
    'disbursement.completed',
    'account_validation.completed',
    'disbursement.approval_blocked',
    'disbursement.settling',
    'disbursement.item_corrected',
    'disbursement.case_opened'
  ]
}

const requestCreateWebhookEndpointRequest: JsonSchema = {
  type: 'object',
  required: ['url'],
  properties: {
    url: {
      type: 'string',
      minLength: 1,
      maxLength: 2048,
      pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s\\u0000\\ud800-\\udfff]+$'
    },
    events: { anyOf: [{ type: 'array', minItems: 1, items: requestEventType }, { type: 'null' }] }
  }
}

const requestCaseStatus: JsonSchema = { type: 'string', enum: ['open', 'settled'] }

const requestCaseKind: JsonSchema = {
  type: 'string',
  enum: [
    'unresolved',
    'contradiction',
    'unrecordable',
    'paid_after_failed',
    'reversed_after_done',
    'missing_here',
    'missing_there',
    'amount_differs',
    'paid_twice'
  ]
}

const requestCaseResolution: JsonSchema = { type: 'string', enum: ['paid', 'not_paid', 'came_back', 'acknowledged'] }

const requestSettleCaseRequest: JsonSchema = {
  type: 'object',
  required: ['resolution', 'reference', 'reason'],
  properties: {
    resolution: requestCaseResolution,
    reference: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[^\\u0000\\ud800-\\udfff]+$' },
    reason: { type: 'string', minLength: 1, maxLength: 1000, pattern: '^[^\\u0000\\ud800-\\udfff]+$' }
  }
}

const requestSettleItemRequest: JsonSchema = {
  type: 'object',
  required: ['outcome'],
  properties: {
    outcome: { type: 'string', enum: ['done', 'failed'] },
    reason: { type: 'string', maxLength: 255, pattern: '^[^\\u0000\\ud800-\\udfff]*$' }
  }
}

const answerBatchStatus: JsonSchema = {
  type: 'string',
  enum: ['draft', 'need_approval', 'approved', 'rejected', 'success', 'partially_success', 'failed']
}

const answerAmount: JsonSchema = { type: 'string', pattern: '^\\d+\\.\\d{2}$' }

const answerDisbursementSummary: JsonSchema = {
  type: 'object',
  required: [
    'id',
    'idempotency_key',
    'name',
    'type',
    'status',
    'total_amount',
    'total_disbursements',
    'description'
  ],
  properties: {
    id: { type: 'string' },
    idempotency_key: { type: 'string' },
    name: { type: 'string' },
    type: { type: 'string', const: 'batch' },
    status: answerBatchStatus,
    total_amount: answerAmount,
    total_disbursements: { type: 'integer', minimum: 1 },
    description: { type: 'string' }
  },
  additionalProperties: false
}

const answerErrorCode: JsonSchema = {
  type: 'string',
  enum: [
    'DPAY_INVALID_REQUEST',
    'DPAY_UNAUTHORIZED_ACCESS',
    'DISBURSEMENT_ALREADY_EXIST_WITH_GIVEN_IDEMPOTENCY_KEY',
    'INVALID_DISBURSEMENT_STATUS',
    'INSUFFICIENT_BALANCE',
    'TEST_MODE_ONLY',
    'SCOPE_READ_REQUIRED',
    'SCOPE_SUBMIT_REQUIRED',
    'SCOPE_APPROVE_REQUIRED',
    'SCOPE_MANAGE_REQUIRED',
    'KEY_LIMIT_EXCEEDED',
    'ADDRESS_NOT_ALLOWED',
    'CROSS_SITE_REQUEST',
    'DPAY_NOT_FOUND',
    'REQUEST_ALREADY_SUBMITTED',
    'IDEMPOTENCY_KEY_REUSED',
    'REQUEST_BODY_TOO_LARGE',
    'RATE_LIMITED',
    'DPAY_INTERNAL_ERROR',
    'RAIL_NOT_CONFIGURED',
    'SERVER_BUSY',
    'DATABASE_QUARANTINED'
  ]
}

const answerFieldError: JsonSchema = {
  type: 'object',
  required: ['field', 'message'],
  properties: { field: { type: 'string' }, message: { type: 'string' } },
  additionalProperties: false
}

const answerErrorBody: JsonSchema = {
  type: 'object',
  required: ['error', 'error_code', 'message', 'request_id'],
  properties: {
    error: { type: 'string' },
    error_code: answerErrorCode,
    message: { type: 'string' },
    request_id: { type: 'string' },
    errors: { type: 'array', items: answerFieldError }
  },
  additionalProperties: false
}

const answerTimestamp: JsonSchema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?Z$' }

const answerDisbursement: JsonSchema = {
  type: 'object',
  required: [
    'id',
    'idempotency_key',
    'name',
    'type',
    'status',
    'total_amount',
    'total_disbursements',
    'description',
    'submission_id',
    'approver',
    'maker',
    'fees',
    'created_from',
    'created_at',
    'updated_by',
    'updated_at',
    'approved_at',
    'is_live',
    'last_sync_status_at',
    'general_notes'
  ],
  properties: {
    id: { type: 'string' },
    idempotency_key: { type: 'string' },
    name: { type: 'string' },
    type: { type: 'string', const: 'batch' },
    status: answerBatchStatus,
    total_amount: answerAmount,
    total_disbursements: { type: 'integer', minimum: 1 },
    description: { type: 'string' },
    submission_id: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    approver: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    maker: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    fees: { type: 'integer', minimum: 0 },
    created_from: { type: 'string' },
    created_at: answerTimestamp,
    updated_by: { type: 'string' },
    updated_at: answerTimestamp,
    approved_at: answerTimestamp,
    is_live: { type: 'boolean' },
    last_sync_status_at: { anyOf: [answerTimestamp, { type: 'null' }] },
    general_notes: { type: 'string' }
  },
  additionalProperties: false
}

const answerSignature: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' }

const answerItemCounts: JsonSchema = {
  type: 'object',
  required: ['need_validation', 'valid', 'invalid', 'processing', 'done', 'failed'],
  properties: {
    need_validation: { type: 'integer', minimum: 0 },
    valid: { type: 'integer', minimum: 0 },
    invalid: { type: 'integer', minimum: 0 },
    processing: { type: 'integer', minimum: 0 },
    done: { type: 'integer', minimum: 0 },
    failed: { type: 'integer', minimum: 0 }
  },
  additionalProperties: false
}

const answerDisbursementDetails: JsonSchema = {
  type: 'object',
  required: [
    'id',
    'idempotency_key',
    'name',
    'type',
    'status',
    'total_amount',
    'total_disbursements',
    'description',
    'submission_id',
    'approver',
    'maker',
    'fees',
    'created_from',
    'created_at',
    'updated_by',
    'updated_at',
    'approved_at',
    'is_live',
    'last_sync_status_at',
    'general_notes',
    'item_counts'
  ],
  properties: {
    id: { type: 'string' },
    idempotency_key: { type: 'string' },
    name: { type: 'string' },
    type: { type: 'string', const: 'batch' },
    status: answerBatchStatus,
    total_amount: answerAmount,
    total_disbursements: { type: 'integer', minimum: 1 },
    description: { type: 'string' },
    submission_id: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    approver: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    maker: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    fees: { type: 'integer', minimum: 0 },
    created_from: { type: 'string' },
    created_at: answerTimestamp,
    updated_by: { type: 'string' },
    updated_at: answerTimestamp,
    approved_at: answerTimestamp,
    is_live: { type: 'boolean' },
    last_sync_status_at: { anyOf: [answerTimestamp, { type: 'null' }] },
    general_notes: { type: 'string' },
    signature: answerSignature,
    item_counts: answerItemCounts
  },
  additionalProperties: false
}

const answerDisbursementStatus: JsonSchema = {
  type: 'object',
  required: ['status', 'is_completed', 'signature'],
  properties: {
    status: answerBatchStatus,
    is_completed: { type: 'boolean' },
    signature: { type: 'string', pattern: '^([0-9a-f]{64})?$' }
  },
  additionalProperties: false
}

const answerInvalidField: JsonSchema = {
  type: 'object',
  required: ['key', 'message'],
  properties: {
    key: { type: 'string' },
    message: { type: 'string' },
    metadata: { type: 'object', additionalProperties: true }
  },
  additionalProperties: false
}

const answerItemStatus: JsonSchema = { type: 'string', enum: ['need_validation', 'valid', 'invalid', 'processing', 'done', 'failed'] }

const answerDisbursementItem: JsonSchema = {
  type: 'object',
  required: [
    'id',
    'disbursement_batch_id',
    'account_owner_name',
    'real_name',
    'bank_code',
    'amount',
    'account_number',
    'email_recipient',
    'phone_number',
    'status',
    'notes',
    'is_deleted',
    'created_at',
    'updated_at',
    'approver_notes',
    'created_by',
    'updated_by',
    'allow_retrigger',
    'split_id',
    'receipt',
    'fee',
    'disbursement_status_set_at',
    'last_sync_status_at',
    'failure_reason'
  ],
  properties: {
    id: { type: 'string' },
    disbursement_batch_id: { type: 'string' },
    account_owner_name: { type: 'string' },
    real_name: { type: 'string' },
    bank_code: { type: 'string' },
    amount: answerAmount,
    account_number: { type: 'string' },
    email_recipient: { type: 'string' },
    phone_number: { type: 'string' },
    invalid_fields: { type: 'array', items: answerInvalidField },
    status: answerItemStatus,
    notes: { type: 'string' },
    is_deleted: { type: 'boolean' },
    created_at: answerTimestamp,
    updated_at: answerTimestamp,
    approver_notes: { type: 'string' },
    created_by: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    updated_by: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    allow_retrigger: { type: 'boolean' },
    split_id: { type: 'string' },
    receipt: { type: 'string' },
    fee: { type: 'string', pattern: '^(\\d+\\.\\d{2})?$' },
    disbursement_status_set_at: { anyOf: [answerTimestamp, { type: 'null' }] },
    last_sync_status_at: { anyOf: [answerTimestamp, { type: 'null' }] },
    failure_reason: { type: 'string' },
    corrected_from: { type: 'string', enum: ['done', 'failed'] }
  },
  additionalProperties: false
}

const answerDisbursementItemList: JsonSchema = {
  type: 'object',
  required: ['submission_status', 'disbursement_batch_items', 'count', 'next_cursor'],
  properties: {
    submission_status: { type: 'string' },
    disbursement_batch_items: { type: 'array', items: answerDisbursementItem },
    count: { type: 'integer', minimum: 0 },
    next_cursor: { anyOf: [{ type: 'string' }, { type: 'null' }] }
  },
  additionalProperties: false
}

const answerDisbursementList: JsonSchema = {
  type: 'object',
  required: ['disbursements', 'count'],
  properties: {
    disbursements: { type: 'array', items: answerDisbursement },
    count: { type: 'integer', minimum: 0 }
  },
  additionalProperties: false
}

const answerAccountValidation: JsonSchema = {
  type: 'object',
  required: ['account_number', 'bank_code', 'account_holder', 'status'],
  properties: {
    account_number: { type: 'string' },
    bank_code: { type: 'string' },
    account_holder: { type: 'string' },
    status: { type: 'string', enum: ['processing', 'valid', 'invalid'] }
  },
  additionalProperties: false
}

const answerBank: JsonSchema = {
  type: 'object',
  required: ['id', 'name', 'code', 'instruction', 'type', 'created_at', 'updated_at'],
  properties: {
    id: { type: 'integer', minimum: 1 },
    name: { type: 'string' },
    code: { type: 'string' },
    instruction: { type: 'object', additionalProperties: true },
    type: { type: 'string', const: 'disbursement' },
    created_at: answerTimestamp,
    updated_at: answerTimestamp
  },
  additionalProperties: false
}

const answerTopupStatus: JsonSchema = { type: 'string', enum: ['processing', 'completed', 'expired'] }

const answerTopupDestination: JsonSchema = {
  type: 'object',
  required: [
    'bank_code',
    'bank_name',
    'atm_bersama_code',
    'bank_account_number',
    'account_holder_name',
    'bank_holder_name',
    'unique_code'
  ],
  properties: {
    bank_code: { type: 'string' },
    bank_name: { type: 'string' },
    atm_bersama_code: { type: 'string' },
    bank_account_number: { type: 'string' },
    account_holder_name: { type: 'string' },
    bank_holder_name: { type: 'string' },
    unique_code: { type: 'integer', minimum: 1, maximum: 999 }
  },
  additionalProperties: false
}

const answerTopupInstruction: JsonSchema = {
  type: 'object',
  required: ['id', 'sender_bank', 'merchant_name', 'total_amount', 'status', 'expiry_date', 'transfer_to'],
  properties: {
    id: { type: 'string' },
    sender_bank: { type: 'string' },
    merchant_name: { type: 'string' },
    total_amount: answerAmount,
    status: answerTopupStatus,
    expiry_date: answerTimestamp,
    transfer_to: answerTopupDestination
  },
  additionalProperties: false
}

const answerBalance: JsonSchema = {
  type: 'object',
  required: ['merchant_id', 'balance', 'balance_amount', 'on_hold_amount'],
  properties: {
    merchant_id: { type: 'string' },
    balance: { type: 'integer', minimum: 0 },
    balance_amount: answerAmount,
    on_hold_amount: answerAmount
  },
  additionalProperties: false
}

const answerTopup: JsonSchema = {
  type: 'object',
  required: [
    'id',
    'total_amount',
    'unique_code',
    'expiry_date',
    'bank_account_number',
    'bank_name',
    'bank_holder_name',
    'status',
    'bank_code',
    'actual_amount'
  ],
  properties: {
    id: { type: 'string' },
    total_amount: answerAmount,
    unique_code: { type: 'integer', minimum: 1, maximum: 999 },
    expiry_date: answerTimestamp,
    bank_account_number: { type: 'string' },
    bank_name: { type: 'string' },
    bank_holder_name: { type: 'string' },
    status: answerTopupStatus,
    bank_code: { type: 'string' },
    actual_amount: { type: 'string', pattern: '^(\\d+\\.\\d{2})?$' }
  },
  additionalProperties: false
}

const answerEventType: JsonSchema = {
  type: 'string',
  enum: [
    'disbursement.validation_completed',
    'disbursement.completed',
    'account_validation.completed',
    'disbursement.approval_blocked',
    'disbursement.settling',
    'disbursement.item_corrected',
    'disbursement.case_opened'
  ]
}

const answerWebhookEndpoint: JsonSchema = {
  type: 'object',
  required: ['id', 'url', 'events', 'is_live', 'created_at'],
  properties: {
    id: { type: 'string' },
    url: { type: 'string' },
    events: { anyOf: [{ type: 'array', items: answerEventType }, { type: 'null' }] },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp
  },
  additionalProperties: false
}

const answerWebhookEndpointWithSecret: JsonSchema = {
  type: 'object',
  required: ['id', 'url', 'events', 'is_live', 'created_at', 'secret'],
  properties: {
    id: { type: 'string' },
    url: { type: 'string' },
    events: { anyOf: [{ type: 'array', items: answerEventType }, { type: 'null' }] },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    secret: { type: 'string', pattern: '^whsec_[A-Za-z0-9+/]+=*$' }
  },
  additionalProperties: false
}

const answerWebhookEndpointList: JsonSchema = {
  type: 'object',
  required: ['webhook_endpoints', 'count'],
  properties: {
    webhook_endpoints: { type: 'array', items: answerWebhookEndpoint },
    count: { type: 'integer', minimum: 0 }
  },
  additionalProperties: false
}

const answerDelivery: JsonSchema = {
  type: 'object',
  required: ['endpoint_id', 'status', 'attempts', 'last_status_code', 'last_error', 'next_attempt_at'],
  properties: {
    endpoint_id: { type: 'string' },
    status: { type: 'string', enum: ['pending', 'delivered', 'given_up'] },
    attempts: { type: 'integer', minimum: 0 },
    last_status_code: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
    last_error: { type: 'string' },
    next_attempt_at: { anyOf: [answerTimestamp, { type: 'null' }] }
  },
  additionalProperties: false
}

const answerRecordedEventBase: JsonSchema = {
  type: 'object',
  required: ['id', 'is_live', 'created_at', 'deliveries'],
  properties: {
    id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    deliveries: { type: 'array', items: answerDelivery }
  },
  additionalProperties: false
}

const answerValidationCompletedTotals: JsonSchema = {
  type: 'object',
  required: [
    'id',
    'name',
    'description',
    'type',
    'merchant_id',
    'is_live',
    'created_at',
    'amount',
    'total_items',
    'total_valid_items',
    'total_invalid_items',
    'total_valid_amount',
    'total_invalid_amount',
    'signature'
  ],
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    description: { type: 'string' },
    type: { type: 'string', const: 'batch' },
    merchant_id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    amount: answerAmount,
    total_items: { type: 'integer', minimum: 0 },
    total_valid_items: { type: 'integer', minimum: 0 },
    total_invalid_items: { type: 'integer', minimum: 0 },
    total_valid_amount: answerAmount,
    total_invalid_amount: answerAmount,
    signature: answerSignature
  },
  additionalProperties: false
}

const answerCompletedTotals: JsonSchema = {
  type: 'object',
  required: [
    'id',
    'name',
    'description',
    'type',
    'status',
    'merchant_id',
    'is_live',
    'created_at',
    'currency',
    'total_amount',
    'items_count',
    'success_item_amount',
    'success_item_count',
    'failed_item_amount',
    'failed_item_count',
    'signature'
  ],
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    description: { type: 'string' },
    type: { type: 'string', const: 'batch' },
    status: { type: 'string', enum: ['success', 'partially_success', 'failed'] },
    merchant_id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    currency: { type: 'string', const: 'IDR' },
    total_amount: answerAmount,
    items_count: { type: 'integer', minimum: 0 },
    success_item_amount: answerAmount,
    success_item_count: { type: 'integer', minimum: 0 },
    failed_item_amount: answerAmount,
    failed_item_count: { type: 'integer', minimum: 0 },
    signature: answerSignature
  },
  additionalProperties: false
}

const answerAccountValidationCompletedData: JsonSchema = {
  type: 'object',
  required: ['account_number', 'bank_code', 'account_holder', 'status', 'signature'],
  properties: {
    account_number: { type: 'string' },
    bank_code: { type: 'string' },
    account_holder: { type: 'string' },
    status: { type: 'string', enum: ['valid', 'invalid'] },
    signature: answerSignature
  },
  additionalProperties: false
}

const answerBatchEventData: JsonSchema = {
  type: 'object',
  required: [
    'id',
    'name',
    'description',
    'type',
    'status',
    'merchant_id',
    'is_live',
    'created_at',
    'total_amount',
    'signature'
  ],
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    description: { type: 'string' },
    type: { type: 'string', const: 'batch' },
    status: answerBatchStatus,
    merchant_id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    total_amount: answerAmount,
    signature: answerSignature
  },
  additionalProperties: false
}

const answerApprovalBlockedData: JsonSchema = {
  type: 'object',
  required: [
    'id',
    'name',
    'description',
    'type',
    'status',
    'merchant_id',
    'is_live',
    'created_at',
    'total_amount',
    'signature',
    'required_amount',
    'available_amount',
    'shortfall_amount'
  ],
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    description: { type: 'string' },
    type: { type: 'string', const: 'batch' },
    status: answerBatchStatus,
    merchant_id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    total_amount: answerAmount,
    signature: answerSignature,
    required_amount: answerAmount,
    available_amount: answerAmount,
    shortfall_amount: answerAmount
  },
  additionalProperties: false
}

const answerUnresolvedItems: JsonSchema = {
  type: 'object',
  required: ['waiting_to_be_sent', 'being_sent', 'accepted_by_the_bank', 'no_clear_answer_from_the_bank'],
  properties: {
    waiting_to_be_sent: { type: 'integer', minimum: 0 },
    being_sent: { type: 'integer', minimum: 0 },
    accepted_by_the_bank: { type: 'integer', minimum: 0 },
    no_clear_answer_from_the_bank: { type: 'integer', minimum: 0 }
  },
  additionalProperties: false
}

const answerSettlingData: JsonSchema = {
  type: 'object',
  required: [
    'id',
    'name',
    'description',
    'type',
    'status',
    'merchant_id',
    'is_live',
    'created_at',
    'total_amount',
    'signature',
    'items_count',
    'success_item_count',
    'failed_item_count',
    'unresolved_item_count',
    'unresolved_items_by_state'
  ],
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    description: { type: 'string' },
    type: { type: 'string', const: 'batch' },
    status: answerBatchStatus,
    merchant_id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    total_amount: answerAmount,
    signature: answerSignature,
    items_count: { type: 'integer', minimum: 0 },
    success_item_count: { type: 'integer', minimum: 0 },
    failed_item_count: { type: 'integer', minimum: 0 },
    unresolved_item_count: { type: 'integer', minimum: 1 },
    unresolved_items_by_state: answerUnresolvedItems
  },
  additionalProperties: false
}

const answerCorrectedItem: JsonSchema = {
  type: 'object',
  required: ['id', 'status', 'corrected_from', 'amount'],
  properties: {
    id: { type: 'string' },
    status: { type: 'string', enum: ['done', 'failed'] },
    corrected_from: { type: 'string', enum: ['done', 'failed'] },
    amount: answerAmount
  },
  additionalProperties: false
}

const answerItemCorrectedData: JsonSchema = {
  type: 'object',
  required: [
    'id',
    'name',
    'description',
    'type',
    'status',
    'merchant_id',
    'is_live',
    'created_at',
    'total_amount',
    'signature',
    'item'
  ],
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    description: { type: 'string' },
    type: { type: 'string', const: 'batch' },
    status: answerBatchStatus,
    merchant_id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    total_amount: answerAmount,
    signature: answerSignature,
    item: answerCorrectedItem
  },
  additionalProperties: false
}

const answerCaseKind: JsonSchema = {
  type: 'string',
  enum: [
    'unresolved',
    'contradiction',
    'unrecordable',
    'paid_after_failed',
    'reversed_after_done',
    'missing_here',
    'missing_there',
    'amount_differs',
    'paid_twice'
  ]
}

const answerCaseOpenedData: JsonSchema = {
  type: 'object',
  required: [
    'id',
    'type',
    'kind',
    'reason',
    'disbursement_id',
    'item_id',
    'amount',
    'merchant_id',
    'is_live',
    'created_at',
    'signature'
  ],
  properties: {
    id: { type: 'string' },
    type: { type: 'string', const: 'case' },
    kind: answerCaseKind,
    reason: { type: 'string' },
    disbursement_id: { type: 'string' },
    item_id: { type: 'string' },
    amount: answerAmount,
    merchant_id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    signature: answerSignature
  },
  additionalProperties: false
}

const answerRecordedEventSummary: JsonSchema = {
  type: 'object',
  required: ['id', 'is_live', 'created_at', 'deliveries', 'event', 'data'],
  properties: {
    id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    deliveries: { type: 'array', items: answerDelivery },
    event: answerEventType,
    data: {
      anyOf: [
        answerValidationCompletedTotals,
        answerCompletedTotals,
        answerAccountValidationCompletedData,
        answerApprovalBlockedData,
        answerSettlingData,
        answerItemCorrectedData,
        answerCaseOpenedData
      ]
    }
  },
  additionalProperties: false
}

const answerRecordedEventList: JsonSchema = {
  type: 'object',
  required: ['events', 'count'],
  properties: {
    events: { type: 'array', items: answerRecordedEventSummary },
    count: { type: 'integer', minimum: 0 }
  },
  additionalProperties: false
}

const answerValidDisbursement: JsonSchema = {
  type: 'object',
  required: ['id', 'account_number', 'bank_code', 'amount', 'owner_name', 'status'],
  properties: {
    id: { type: 'string' },
    account_number: { type: 'string' },
    bank_code: { type: 'string' },
    amount: answerAmount,
    owner_name: { type: 'string' },
    status: { type: 'string', const: 'valid' }
  },
  additionalProperties: false
}

const answerInvalidDisbursement: JsonSchema = {
  type: 'object',
  required: ['id', 'account_number', 'bank_code', 'amount', 'owner_name', 'status', 'invalid_fields'],
  properties: {
    id: { type: 'string' },
    account_number: { type: 'string' },
    bank_code: { type: 'string' },
    amount: answerAmount,
    owner_name: { type: 'string' },
    status: { type: 'string', const: 'invalid' },
    invalid_fields: { type: 'array', items: answerInvalidField }
  },
  additionalProperties: false
}

const answerValidationCompletedData: JsonSchema = {
  type: 'object',
  required: [
    'id',
    'name',
    'description',
    'type',
    'merchant_id',
    'is_live',
    'created_at',
    'amount',
    'total_items',
    'total_valid_items',
    'total_invalid_items',
    'total_valid_amount',
    'total_invalid_amount',
    'signature',
    'valid_disbursements',
    'invalid_disbursements'
  ],
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    description: { type: 'string' },
    type: { type: 'string', const: 'batch' },
    merchant_id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    amount: answerAmount,
    total_items: { type: 'integer', minimum: 0 },
    total_valid_items: { type: 'integer', minimum: 0 },
    total_invalid_items: { type: 'integer', minimum: 0 },
    total_valid_amount: answerAmount,
    total_invalid_amount: answerAmount,
    signature: answerSignature,
    valid_disbursements: { type: 'array', items: answerValidDisbursement },
    invalid_disbursements: { type: 'array', items: answerInvalidDisbursement }
  },
  additionalProperties: false
}

const answerRecordedValidationCompleted: JsonSchema = {
  type: 'object',
  required: ['id', 'is_live', 'created_at', 'deliveries', 'event', 'data'],
  properties: {
    id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    deliveries: { type: 'array', items: answerDelivery },
    event: { type: 'string', const: 'disbursement.validation_completed' },
    data: answerValidationCompletedData
  },
  additionalProperties: false
}

const answerCompletedItem: JsonSchema = {
  type: 'object',
  required: ['id', 'status'],
  properties: { id: { type: 'string' }, status: { type: 'string', enum: ['done', 'invalid', 'failed'] } },
  additionalProperties: false
}

const answerCompletedData: JsonSchema = {
  type: 'object',
  required: [
    'id',
    'name',
    'description',
    'type',
    'status',
    'merchant_id',
    'is_live',
    'created_at',
    'currency',
    'total_amount',
    'items_count',
    'success_item_amount',
    'success_item_count',
    'failed_item_amount',
    'failed_item_count',
    'signature',
    'item_status'
  ],
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    description: { type: 'string' },
    type: { type: 'string', const: 'batch' },
    status: { type: 'string', enum: ['success', 'partially_success', 'failed'] },
    merchant_id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    currency: { type: 'string', const: 'IDR' },
    total_amount: answerAmount,
    items_count: { type: 'integer', minimum: 0 },
    success_item_amount: answerAmount,
    success_item_count: { type: 'integer', minimum: 0 },
    failed_item_amount: answerAmount,
    failed_item_count: { type: 'integer', minimum: 0 },
    signature: answerSignature,
    item_status: { type: 'array', items: answerCompletedItem }
  },
  additionalProperties: false
}

const answerRecordedCompleted: JsonSchema = {
  type: 'object',
  required: ['id', 'is_live', 'created_at', 'deliveries', 'event', 'data'],
  properties: {
    id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    deliveries: { type: 'array', items: answerDelivery },
    event: { type: 'string', const: 'disbursement.completed' },
    data: answerCompletedData
  },
  additionalProperties: false
}

const answerRecordedAccountValidationCompleted: JsonSchema = {
  type: 'object',
  required: ['id', 'is_live', 'created_at', 'deliveries', 'event', 'data'],
  properties: {
    id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    deliveries: { type: 'array', items: answerDelivery },
    event: { type: 'string', const: 'account_validation.completed' },
    data: answerAccountValidationCompletedData
  },
  additionalProperties: false
}

const answerRecordedApprovalBlocked: JsonSchema = {
  type: 'object',
  required: ['id', 'is_live', 'created_at', 'deliveries', 'event', 'data'],
  properties: {
    id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    deliveries: { type: 'array', items: answerDelivery },
    event: { type: 'string', const: 'disbursement.approval_blocked' },
    data: answerApprovalBlockedData
  },
  additionalProperties: false
}

const answerRecordedSettling: JsonSchema = {
  type: 'object',
  required: ['id', 'is_live', 'created_at', 'deliveries', 'event', 'data'],
  properties: {
    id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    deliveries: { type: 'array', items: answerDelivery },
    event: { type: 'string', const: 'disbursement.settling' },
    data: answerSettlingData
  },
  additionalProperties: false
}

const answerRecordedItemCorrected: JsonSchema = {
  type: 'object',
  required: ['id', 'is_live', 'created_at', 'deliveries', 'event', 'data'],
  properties: {
    id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    deliveries: { type: 'array', items: answerDelivery },
    event: { type: 'string', const: 'disbursement.item_corrected' },
    data: answerItemCorrectedData
  },
  additionalProperties: false
}

const answerRecordedCaseOpened: JsonSchema = {
  type: 'object',
  required: ['id', 'is_live', 'created_at', 'deliveries', 'event', 'data'],
  properties: {
    id: { type: 'string' },
    is_live: { type: 'boolean' },
    created_at: answerTimestamp,
    deliveries: { type: 'array', items: answerDelivery },
    event: { type: 'string', const: 'disbursement.case_opened' },
    data: answerCaseOpenedData
  },
  additionalProperties: false
}

const answerRecordedEvent: JsonSchema = {
  oneOf: [
    answerRecordedValidationCompleted,
    answerRecordedCompleted,
    answerRecordedAccountValidationCompleted,
    answerRecordedApprovalBlocked,
    answerRecordedSettling,
    answerRecordedItemCorrected,
    answerRecordedCaseOpened
  ]
}

const answerCaseStatus: JsonSchema = { type: 'string', enum: ['open', 'settled'] }

const answerCaseResolution: JsonSchema = { type: 'string', enum: ['paid', 'not_paid', 'came_back', 'acknowledged'] }

const answerCaseSettlement: JsonSchema = {
  type: 'object',
  required: ['resolution', 'reference', 'reason', 'settled_by', 'settled_with', 'settled_at'],
  properties: {
    resolution: { type: 'string', enum: ['paid', 'not_paid', 'came_back', 'acknowledged', 'answered'] },
    reference: { type: 'string' },
    reason: { type: 'string' },
    settled_by: { type: 'string' },
    settled_with: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    settled_at: answerTimestamp
  },
  additionalProperties: false
}

const answerCase: JsonSchema = {
  type: 'object',
  required: [
    'id',
    'kind',
    'status',
    'reason',
    'disbursement_id',
    'item_id',
    'item_status',
    'amount',
    'is_live',
    'detail',
    'opened_at',
    'age_seconds',
    'next_check_at',
    'allowed_resolutions',
    'settlement'
  ],
  properties: {
    id: { type: 'string' },
    kind: answerCaseKind,
    status: answerCaseStatus,
    reason: { type: 'string' },
    disbursement_id: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    item_id: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    item_status: { anyOf: [answerItemStatus, { type: 'null' }] },
    amount: answerAmount,
    is_live: { type: 'boolean' },
    detail: { type: 'object', additionalProperties: true },
    opened_at: answerTimestamp,
    age_seconds: { type: 'integer', minimum: 0 },
    next_check_at: { anyOf: [answerTimestamp, { type: 'null' }] },
    allowed_resolutions: { type: 'array', items: answerCaseResolution },
    settlement: { anyOf: [answerCaseSettlement, { type: 'null' }] }
  },
  additionalProperties: false
}

const answerCaseList: JsonSchema = {
  type: 'object',
  required: ['cases', 'count'],
  properties: { cases: { type: 'array', items: answerCase }, count: { type: 'integer', minimum: 0 } },
  additionalProperties: false
}

const answerHealth: JsonSchema = {
  type: 'object',
  required: ['status'],
  additionalProperties: true,
  properties: { status: { type: 'string' } }
}

const answerWebhookEnvelope: JsonSchema = {
  type: 'object',
  required: ['retry_count'],
  properties: { retry_count: { type: 'integer', minimum: 0 }, created_at: answerTimestamp },
  additionalProperties: false
}

const answerDisbursementValidationCompletedEvent: JsonSchema = {
  type: 'object',
  required: ['retry_count', 'event', 'data'],
  properties: {
    retry_count: { type: 'integer', minimum: 0 },
    created_at: answerTimestamp,
    event: { type: 'string', const: 'disbursement.validation_completed' },
    data: answerValidationCompletedData
  },
  additionalProperties: false
}

const answerDisbursementCompletedEvent: JsonSchema = {
  type: 'object',
  required: ['retry_count', 'event', 'data'],
  properties: {
    retry_count: { type: 'integer', minimum: 0 },
    created_at: answerTimestamp,
    event: { type: 'string', const: 'disbursement.completed' },
    data: answerCompletedData
  },
  additionalProperties: false
}

const answerAccountValidationCompletedEvent: JsonSchema = {
  type: 'object',
  required: ['retry_count', 'event', 'data'],
  properties: {
    retry_count: { type: 'integer', minimum: 0 },
    created_at: answerTimestamp,
    event: { type: 'string', const: 'account_validation.completed' },
    data: answerAccountValidationCompletedData
  },
  additionalProperties: false
}

const answerDisbursementApprovalBlockedEvent: JsonSchema = {
  type: 'object',
  required: ['retry_count', 'event', 'data'],
  properties: {
    retry_count: { type: 'integer', minimum: 0 },
    created_at: answerTimestamp,
    event: { type: 'string', const: 'disbursement.approval_blocked' },
    data: answerApprovalBlockedData
  },
  additionalProperties: false
}

const answerDisbursementSettlingEvent: JsonSchema = {
  type: 'object',
  required: ['retry_count', 'event', 'data'],
  properties: {
    retry_count: { type: 'integer', minimum: 0 },
    created_at: answerTimestamp,
    event: { type: 'string', const: 'disbursement.settling' },
    data: answerSettlingData
  },
  additionalProperties: false
}

const answerDisbursementItemCorrectedEvent: JsonSchema = {
  type: 'object',
  required: ['retry_count', 'event', 'data'],
  properties: {
    retry_count: { type: 'integer', minimum: 0 },
    created_at: answerTimestamp,
    event: { type: 'string', const: 'disbursement.item_corrected' },
    data: answerItemCorrectedData
  },
  additionalProperties: false
}

const answerDisbursementCaseOpenedEvent: JsonSchema = {
  type: 'object',
  required: ['retry_count', 'event', 'data'],
  properties: {
    retry_count: { type: 'integer', minimum: 0 },
    created_at: answerTimestamp,
    event: { type: 'string', const: 'disbursement.case_opened' },
    data: answerCaseOpenedData
  },
  additionalProperties: false
}

/** Where each operation is found. */
export const operations = {
  submitDisbursement: { method: 'POST', path: '/v1/disbursements/submit' },
  approveDisbursement: { method: 'POST', path: '/v1/disbursements/{id}/approve' },
  rejectDisbursement: { method: 'POST', path: '/v1/disbursements/{id}/reject' },
  getDisbursement: { method: 'GET', path: '/v1/disbursements/{id}' },
  deleteDisbursement: { method: 'DELETE', path: '/v1/disbursements/{id}' },
  getDisbursementStatus: { method: 'GET', path: '/v1/disbursements/{id}/status' },
  listDisbursementItems: { method: 'GET', path: '/v1/disbursements/{id}/items' },
  getDisbursementByKey: { method: 'POST', path: '/v1/disbursements/status' },
  listDisbursements: { method: 'GET', path: '/v1/disbursements' },
  validateAccount: { method: 'POST', path: '/v1/disbursements/validate' },
  listBanks: { method: 'GET', path: '/v1/disbursements/banks' },
  createTopup: { method: 'POST', path: '/v1/disbursements/topup' },
  getBalance: { method: 'GET', path: '/v1/disbursements/topup/balance' },
  getTopup: { method: 'GET', path: '/v1/disbursements/topup/{id}' },
  createWebhookEndpoint: { method: 'POST', path: '/v1/webhook_endpoints' },
  listWebhookEndpoints: { method: 'GET', path: '/v1/webhook_endpoints' },
  deleteWebhookEndpoint: { method: 'DELETE', path: '/v1/webhook_endpoints/{id}' },
  rotateWebhookEndpoint: { method: 'POST', path: '/v1/webhook_endpoints/{id}/rotate' },
  listEvents: { method: 'GET', path: '/v1/events' },
  getEvent: { method: 'GET', path: '/v1/events/{id}' },
  resendEvent: { method: 'POST', path: '/v1/events/{id}/resend' },
  listCases: { method: 'GET', path: '/v1/cases' },
  getCase: { method: 'GET', path: '/v1/cases/{id}' },
  settleCase: { method: 'POST', path: '/v1/cases/{id}/settle' },
  completeTopup: { method: 'POST', path: '/v1/simulator/topups/{id}/complete' },
  settleItem: { method: 'POST', path: '/v1/simulator/items/{id}/settle' },
  getHealth: { method: 'GET', path: '/healthz' },
  getReadiness: { method: 'GET', path: '/readyz' },
  getMetrics: { method: 'GET', path: '/metrics' },
  getOpenApiDocument: { method: 'GET', path: '/openapi.json' },
  getDocumentation: { method: 'GET', path: '/docs' }
} as const

export type OperationId = keyof typeof operations

/** What each operation is sent. Names of headers are in lower case, as Node gives them. */
export const requestSchemas: {
  submitDisbursement: { query: JsonSchema; headers: JsonSchema; body: JsonSchema }
  approveDisbursement: { path: JsonSchema; query: JsonSchema; headers: JsonSchema }
  rejectDisbursement: { path: JsonSchema; body: JsonSchema }
  getDisbursement: { path: JsonSchema }
  deleteDisbursement: { path: JsonSchema }
  getDisbursementStatus: { path: JsonSchema }
  listDisbursementItems: { path: JsonSchema; query: JsonSchema }
  getDisbursementByKey: { body: JsonSchema }
  listDisbursements: { query: JsonSchema }
  validateAccount: { headers: JsonSchema; body: JsonSchema }
  listBanks: Record<never, never>
  createTopup: { headers: JsonSchema; body: JsonSchema }
  getBalance: Record<never, never>
  getTopup: { path: JsonSchema }
  createWebhookEndpoint: { body: JsonSchema }
  listWebhookEndpoints: { query: JsonSchema }
  deleteWebhookEndpoint: { path: JsonSchema }
  rotateWebhookEndpoint: { path: JsonSchema }
  listEvents: { query: JsonSchema }
  getEvent: { path: JsonSchema }
  resendEvent: { path: JsonSchema }
  listCases: { query: JsonSchema }
  getCase: { path: JsonSchema }
  settleCase: { path: JsonSchema; headers: JsonSchema; body: JsonSchema }
  completeTopup: { path: JsonSchema }
  settleItem: { path: JsonSchema; body: JsonSchema }
  getHealth: Record<never, never>
  getReadiness: Record<never, never>
  getMetrics: Record<never, never>
  getOpenApiDocument: Record<never, never>
  getDocumentation: Record<never, never>
} = {
  submitDisbursement: {
    query: {
      type: 'object',
      properties: { force_disburse: requestQueryBoolean, skip_validation: requestQueryBoolean }
    },
    headers: {
      type: 'object',
      properties: {
        idempotency_key: requestIdempotencyKey,
        'x-idempotency-key': requestIdempotencyKey,
        'idempotency-key': requestIdempotencyKey
      }
    },
    body: requestSubmitDisbursementRequest
  },
  approveDisbursement: {
    path: { type: 'object', required: ['id'], properties: { id: requestIdentifier } },
    query: {
      type: 'object',
      properties: { ignore_invalid: requestQueryBoolean, ignored_invalid: requestQueryBoolean }
    },
    headers: {
      type: 'object',
      properties: { 'x-idempotency-key': requestIdempotencyKey, 'idempotency-key': requestIdempotencyKey }
    }
  },
  rejectDisbursement: {
    path: { type: 'object', required: ['id'], properties: { id: requestIdentifier } },
    body: requestRejectDisbursementRequest
  },
  getDisbursement: { path: { type: 'object', required: ['id'], properties: { id: requestIdentifier } } },
  deleteDisbursement: { path: { type: 'object', required: ['id'], properties: { id: requestIdentifier } } },
  getDisbursementStatus: { path: { type: 'object', required: ['id'], properties: { id: requestIdentifier } } },
  listDisbursementItems: {
    path: { type: 'object', required: ['id'], properties: { id: requestIdentifier } },
    query: {
      type: 'object',
      properties: {
        status: requestItemStatus,
        cursor: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[A-Za-z0-9_=-]+$' },
        skip: { type: 'integer', minimum: 0, maximum: 2000000000, default: 0 },
        limit: { type: 'integer', minimum: 0, maximum: 1000, default: 25 },
        Skip: { type: 'integer', minimum: 0, maximum: 2000000000 },
        Limit: { type: 'integer', minimum: 0, maximum: 1000 }
      }
    }
  },
  getDisbursementByKey: { body: requestGetDisbursementByKeyRequest },
  listDisbursements: {
    query: {
      type: 'object',
      properties: {
        status: requestBatchStatus,
        skip: { type: 'integer', minimum: 0, maximum: 2000000000, default: 0 },
        limit: { type: 'integer', minimum: 0, maximum: 1000, default: 25 }
      }
    }
  },
  validateAccount: {
    headers: {
      type: 'object',
      properties: { 'x-idempotency-key': requestIdempotencyKey, 'idempotency-key': requestIdempotencyKey }
    },
    body: requestValidateAccountRequest
  },
  listBanks: {},
  createTopup: {
    headers: {
      type: 'object',
      properties: { 'x-idempotency-key': requestIdempotencyKey, 'idempotency-key': requestIdempotencyKey }
    },
    body: requestCreateTopupRequest
  },
  getBalance: {},
  getTopup: { path: { type: 'object', required: ['id'], properties: { id: requestIdentifier } } },
  createWebhookEndpoint: { body: requestCreateWebhookEndpointRequest },
  listWebhookEndpoints: {
    query: {
      type: 'object',
      properties: {
        skip: { type: 'integer', minimum: 0, maximum: 2000000000, default: 0 },
        limit: { type: 'integer', minimum: 0, maximum: 1000, default: 25 }
      }
    }
  },
  deleteWebhookEndpoint: { path: { type: 'object', required: ['id'], properties: { id: requestIdentifier } } },
  rotateWebhookEndpoint: { path: { type: 'object', required: ['id'], properties: { id: requestIdentifier } } },
  listEvents: {
    query: {
      type: 'object',
      properties: {
        type: requestEventType,
        skip: { type: 'integer', minimum: 0, maximum: 2000000000, default: 0 },
        limit: { type: 'integer', minimum: 0, maximum: 1000, default: 25 }
      }
    }
  },
  getEvent: { path: { type: 'object', required: ['id'], properties: { id: requestIdentifier } } },
  resendEvent: { path: { type: 'object', required: ['id'], properties: { id: requestIdentifier } } },
  listCases: {
    query: {
      type: 'object',
      properties: {
        status: requestCaseStatus,
        kind: requestCaseKind,
        disbursement_id: requestIdentifier,
        skip: { type: 'integer', minimum: 0, maximum: 2000000000, default: 0 },
        limit: { type: 'integer', minimum: 0, maximum: 1000, default: 25 }
      }
    }
  },
  getCase: { path: { type: 'object', required: ['id'], properties: { id: requestIdentifier } } },
  settleCase: {
    path: { type: 'object', required: ['id'], properties: { id: requestIdentifier } },
    headers: {
      type: 'object',
      properties: { 'x-idempotency-key': requestIdempotencyKey, 'idempotency-key': requestIdempotencyKey }
    },
    body: requestSettleCaseRequest
  },
  completeTopup: { path: { type: 'object', required: ['id'], properties: { id: requestIdentifier } } },
  settleItem: {
    path: { type: 'object', required: ['id'], properties: { id: requestIdentifier } },
    body: requestSettleItemRequest
  },
  getHealth: {},
  getReadiness: {},
  getMetrics: {},
  getOpenApiDocument: {},
  getDocumentation: {}
}

/** What each operation answers, by status, where that is JSON. A field that the specification does not describe is a fault. */
export const responseSchemas: Record<OperationId, Record<string, JsonSchema>> = {
  submitDisbursement: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerDisbursementSummary },
      additionalProperties: false
    },
    '400': answerErrorBody,
    '401': answerErrorBody,
    '403': answerErrorBody,
    '409': answerErrorBody,
    '413': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  approveDisbursement: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerDisbursementSummary },
      additionalProperties: false
    },
    '202': {
      type: 'object',
      required: ['data'],
      properties: { data: answerDisbursementSummary },
      additionalProperties: false
    },
    '400': answerErrorBody,
    '401': answerErrorBody,
    '403': answerErrorBody,
    '404': answerErrorBody,
    '409': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  rejectDisbursement: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerDisbursementSummary },
      additionalProperties: false
    },
    '400': answerErrorBody,
    '401': answerErrorBody,
    '403': answerErrorBody,
    '404': answerErrorBody,
    '413': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  getDisbursement: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerDisbursementDetails },
      additionalProperties: false
    },
    '401': answerErrorBody,
    '403': answerErrorBody,
    '404': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  deleteDisbursement: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: { type: 'string', const: 'Deleted Successfully' } },
      additionalProperties: false
    },
    '401': answerErrorBody,
    '403': answerErrorBody,
    '404': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  getDisbursementStatus: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerDisbursementStatus },
      additionalProperties: false
    },
    '401': answerErrorBody,
    '403': answerErrorBody,
    '404': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  listDisbursementItems: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerDisbursementItemList },
      additionalProperties: false
    },
    '400': answerErrorBody,
    '401': answerErrorBody,
    '403': answerErrorBody,
    '404': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  getDisbursementByKey: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerDisbursementDetails },
      additionalProperties: false
    },
    '400': answerErrorBody,
    '401': answerErrorBody,
    '403': answerErrorBody,
    '404': answerErrorBody,
    '413': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  listDisbursements: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerDisbursementList },
      additionalProperties: false
    },
    '400': answerErrorBody,
    '401': answerErrorBody,
    '403': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  validateAccount: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerAccountValidation },
      additionalProperties: false
    },
    '202': {
      type: 'object',
      required: ['data'],
      properties: { data: answerAccountValidation },
      additionalProperties: false
    },
    '400': answerErrorBody,
    '401': answerErrorBody,
    '403': answerErrorBody,
    '409': answerErrorBody,
    '413': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  listBanks: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: { type: 'array', items: answerBank } },
      additionalProperties: false
    },
    '401': answerErrorBody,
    '403': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  createTopup: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerTopupInstruction },
      additionalProperties: false
    },
    '202': {
      type: 'object',
      required: ['data'],
      properties: { data: answerTopupInstruction },
      additionalProperties: false
    },
    '400': answerErrorBody,
    '401': answerErrorBody,
    '403': answerErrorBody,
    '409': answerErrorBody,
    '413': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  getBalance: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerBalance },
      additionalProperties: false
    },
    '401': answerErrorBody,
    '403': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  getTopup: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerTopup },
      additionalProperties: false
    },
    '401': answerErrorBody,
    '403': answerErrorBody,
    '404': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  createWebhookEndpoint: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerWebhookEndpointWithSecret },
      additionalProperties: false
    },
    '400': answerErrorBody,
    '401': answerErrorBody,
    '403': answerErrorBody,
    '413': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  listWebhookEndpoints: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerWebhookEndpointList },
      additionalProperties: false
    },
    '400': answerErrorBody,
    '401': answerErrorBody,
    '403': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  deleteWebhookEndpoint: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: { type: 'string', const: 'Deleted Successfully' } },
      additionalProperties: false
    },
    '401': answerErrorBody,
    '403': answerErrorBody,
    '404': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  rotateWebhookEndpoint: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerWebhookEndpointWithSecret },
      additionalProperties: false
    },
    '401': answerErrorBody,
    '403': answerErrorBody,
    '404': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  listEvents: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerRecordedEventList },
      additionalProperties: false
    },
    '400': answerErrorBody,
    '401': answerErrorBody,
    '403': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  getEvent: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerRecordedEvent },
      additionalProperties: false
    },
    '401': answerErrorBody,
    '403': answerErrorBody,
    '404': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  resendEvent: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerRecordedEvent },
      additionalProperties: false
    },
    '401': answerErrorBody,
    '403': answerErrorBody,
    '404': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  listCases: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerCaseList },
      additionalProperties: false
    },
    '400': answerErrorBody,
    '401': answerErrorBody,
    '403': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  getCase: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerCase },
      additionalProperties: false
    },
    '401': answerErrorBody,
    '403': answerErrorBody,
    '404': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  settleCase: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerCase },
      additionalProperties: false
    },
    '400': answerErrorBody,
    '401': answerErrorBody,
    '403': answerErrorBody,
    '404': answerErrorBody,
    '409': answerErrorBody,
    '413': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  completeTopup: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerTopup },
      additionalProperties: false
    },
    '401': answerErrorBody,
    '403': answerErrorBody,
    '404': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  settleItem: {
    '200': {
      type: 'object',
      required: ['data'],
      properties: { data: answerDisbursementItem },
      additionalProperties: false
    },
    '400': answerErrorBody,
    '401': answerErrorBody,
    '403': answerErrorBody,
    '404': answerErrorBody,
    '413': answerErrorBody,
    '429': answerErrorBody,
    '500': answerErrorBody,
    '503': answerErrorBody
  },
  getHealth: { '200': answerHealth },
  getReadiness: { '200': answerHealth, '503': answerHealth },
  getMetrics: {},
  getOpenApiDocument: {
    '200': {
      type: 'object',
      required: ['openapi', 'info', 'paths'],
      additionalProperties: true,
      properties: {
        openapi: { type: 'string' },
        info: { type: 'object', additionalProperties: true },
        paths: { type: 'object', additionalProperties: true }
      }
    }
  },
  getDocumentation: {}
}

/** The body of each webhook, by the name of its event. Closed like the answers. */
export const webhookSchemas: Record<string, JsonSchema> = {
  'disbursement.validation_completed': answerDisbursementValidationCompletedEvent,
  'disbursement.completed': answerDisbursementCompletedEvent,
  'account_validation.completed': answerAccountValidationCompletedEvent,
  'disbursement.approval_blocked': answerDisbursementApprovalBlockedEvent,
  'disbursement.settling': answerDisbursementSettlingEvent,
  'disbursement.item_corrected': answerDisbursementItemCorrectedEvent,
  'disbursement.case_opened': answerDisbursementCaseOpenedEvent
}
