import { setTimeout as delay } from 'node:timers/promises'

/** What a merchant's own program does. */
export type MerchantClient = {
  merchantId: string
  secretKey: string
  call(method: string, path: string, body?: string): Promise<Record<string, unknown>>
  /** Test mode's opening balance is not meant for a hundred thousand salaries. */
  topUp(payableItems: number): Promise<void>
  /** Polls a batch's status until it is one of these. */
  waitFor(batchId: string, statuses: readonly string[]): Promise<void>
}

export const FINAL_STATUSES = ['success', 'partially_success', 'failed']

/** More than the dearest item of a batch that `makeBatch` makes. */
const RUPIAH_AN_ITEM = 2_501_000n
const POLL_MS = 20

/** Calls the API as one merchant. */
export function createMerchantClient(
  apiUrl: string,
  { merchantId, secretKey }: { merchantId: string; secretKey: string }
): MerchantClient {
  const authorization = `Basic ${Buffer.from(`${secretKey}:`).toString('base64')}`
  const call: MerchantClient['call'] = async (method, path, body) => {
    const headers = {
      authorization,
      'content-type': 'application/json',
      ...(method === 'POST' ? { 'x-idempotency-key': crypto.randomUUID() } : {})
    }
    const response = await fetch(`${apiUrl}/v1${path}`, { method, headers, ...(body === undefined ? {} : { body }) })
    const answer = (await response.json()) as { data: Record<string, unknown> }
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`)
    return answer.data
  }
  return {
    merchantId,
    secretKey,
    call,
    async topUp(payableItems) {
      const amount = String(BigInt(payableItems) * RUPIAH_AN_ITEM)
      const topup = await call('POST', '/disbursements/topup', JSON.stringify({ bank_id: 15, amount }))
      await call('POST', `/simulator/topups/${topup.id}/complete`)
    },
    async waitFor(batchId, statuses) {
      // The light one: counting the items of a large batch for each poll would be part of what is measured.
      while (!statuses.includes(String((await call('GET', `/disbursements/${batchId}/status`)).status))) await delay(POLL_MS)
    }
  }
}
