// The client

export { Durianpay } from './durianpay.js'
export type { DurianpayOptions } from './requests/read-options.js'
export type { CallOptions, Fetch, KeyedCallOptions } from './requests/transport.js'

// Its calls

export type { Accounts } from './accounts/accounts.js'
export type { FinishedAccountValidation } from './accounts/validate-account-and-wait.js'
export type { Banks } from './banks/banks.js'
export type { Cases } from './cases/cases.js'
export type { ListCasesOptions } from './cases/list-cases.js'
export type { ApproveOptions } from './disbursements/approve-batch.js'
export type { Disbursements } from './disbursements/disbursements.js'
export type { ListBatchesOptions } from './disbursements/list-batches.js'
export type { ListItemsOptions } from './disbursements/list-items.js'
export type { SubmitOptions } from './disbursements/submit-batch.js'
export type { Events } from './events/events.js'
export type { ListEventsOptions } from './events/list-events.js'
export type { ListOptions, Page, PageRequest, Pages } from './pages/page.js'
export type { Simulator } from './simulator/simulator.js'
export type { Topups } from './topups/topups.js'
export type { WebhookEndpoints } from './webhook-endpoints/webhook-endpoints.js'

// Webhooks

export type { TestWebhook, TestWebhookOptions } from './webhooks/generate-test-webhook.js'
export { generateTestWebhook } from './webhooks/generate-test-webhook.js'
export type { WebhookHeaders } from './webhooks/read-header.js'
export type {
  ReceivedAccountWebhook,
  ReceivedBatchWebhook,
  ReceivedCaseWebhook,
  ReceivedWebhook,
  ReceiveOptions
} from './webhooks/receive-webhook.js'
export type { StandardWebhook, StandardWebhookOptions } from './webhooks/verify-standard-webhook.js'
export { verifyStandardWebhook } from './webhooks/verify-standard-webhook.js'
export { verifyWebhook } from './webhooks/verify-webhook.js'
export type { Webhooks } from './webhooks/webhooks.js'

// Signatures

export { signAccountValidation } from './signatures/sign-account-validation.js'
export { signDisbursement } from './signatures/sign-disbursement.js'

// Errors

export type { AnyDurianpayError, Outcome, WebhookVerificationCode } from './errors.js'
export {
  AbortedError,
  ApiError,
  AuthenticationError,
  CallError,
  ConflictError,
  ConnectionError,
  DurianpayError,
  ForbiddenError,
  InvalidArgumentError,
  InvalidRequestError,
  isDurianpayError,
  NotFoundError,
  RateLimitError,
  ServerError,
  TimeoutError,
  UnreadableAnswerError,
  WebhookVerificationError
} from './errors.js'

// What the protocol sends and receives

export type * from './generated/models.js'
