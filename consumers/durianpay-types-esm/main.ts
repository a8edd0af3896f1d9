// A TypeScript ES module: compiles only while the package's types say what they promise.
import {
  type AnyDurianpayError,
  type BatchStatus,
  type DisbursementItem,
  Durianpay,
  isDurianpayError,
  type Outcome,
  type SubmitDisbursementRequest,
  verifyStandardWebhook,
  verifyWebhook,
  type WebhookEvent,
  WebhookVerificationError
} from '@arus/durianpay'

const client = new Durianpay({ apiKey: 'dp_test_consumer', baseUrl: 'http://127.0.0.1:1', timeoutMs: 1000, maxRetries: 0 })
const account = { bank_code: 'bca', account_number: '0071234568' }
const payee = { account_owner_name: 'Siti', ...account }
const request: SubmitDisbursementRequest = { items: [{ ...payee, amount: '10000' }] }
// @ts-expect-error: amounts are texts
export const wrongRequest: SubmitDisbursementRequest = { items: [{ ...payee, amount: 10000 }] }

export async function pay(): Promise<BatchStatus> {
  const batch = await client.disbursements.submit(request, {
    idempotencyKey: 'payroll-1',
    forceDisburse: true,
    signal: AbortSignal.timeout(1)
  })
  // @ts-expect-error: the batch key is required
  await client.disbursements.submit(request, {})
  const failed: DisbursementItem[] = []
  for await (const item of client.disbursements.items(batch.id, { status: 'failed' })) failed.push(item)
  // @ts-expect-error: no such status
  client.disbursements.items(batch.id, { status: 'lost' })
  const { items, count, nextCursor } = await client.disbursements.items(batch.id).page({ limit: 10 })
  const page: [DisbursementItem | undefined, number, string | null | undefined] = [items[0], count, nextCursor]
  const checked = await client.accounts.validateAndWait(account)
  const answered: 'valid' | 'invalid' = checked.status
  return page.length > 0 && answered === 'valid' ? batch.status : 'failed'
}

export function take(body: Uint8Array, headers: Headers): WebhookEvent {
  try {
    return verifyWebhook(body, { apiKeys: ['dp_test_consumer'] })
  } catch (error) {
    if (error instanceof WebhookVerificationError && error.code === 'wrong_signature') {
      return verifyStandardWebhook(body, headers, { secrets: ['whsec_AAAA'] }).event
    }
    throw error
  }
}

export function totalOf(event: WebhookEvent): string {
  switch (event.event) {
    case 'disbursement.validation_completed':
      return event.data.amount
    case 'account_validation.completed':
      // @ts-expect-error: an account has no amount
      return event.data.total_amount
    case 'disbursement.case_opened':
      // @ts-expect-error: nor has a case
      return event.data.total_amount
    default:
      return event.data.total_amount
  }
}

export async function book(body: string): Promise<string> {
  const received = await client.webhooks.receive(body)
  if (received.event === 'account_validation.completed') return received.accountValidation.account_holder
  if (received.event === 'disbursement.case_opened') return received.case.reason
  return received.disbursement.status
}

export function outcomeOf(error: unknown): Outcome | undefined {
  if (!isDurianpayError(error)) return undefined
  const known: AnyDurianpayError = error
  if (known.kind === 'invalid_request') return known.fieldErrors.length > 0 ? 'refused' : known.outcome
  return known.outcome
}
