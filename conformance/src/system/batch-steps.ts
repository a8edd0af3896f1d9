import { randomUUID } from 'node:crypto'
import type { BatchStatus, DisbursementDetails, DisbursementItem, DisbursementItemInput } from '@arus/durianpay'
import { until } from '../../../packages/server/src/testing/until.js'
import type { SystemMerchant } from './make-merchant.js'

/** Submits a batch under keys of its own. @returns its id. */
export async function submit(
  { client }: SystemMerchant,
  items: DisbursementItemInput[],
  options: { forceDisburse?: boolean; skipValidation?: boolean } = {}
): Promise<string> {
  const { id } = await client.disbursements.submit({ name: 'July', items }, { idempotencyKey: randomUUID(), ...options })
  return id
}

/** Long, for a machine that is busy, and much shorter than a lease: nothing that is waited for may have to wait for one. */
const PATIENCE_MS = 90_000

/** Reads a batch again and again until it has the status. */
export async function untilStatus({ client }: SystemMerchant, id: string, status: BatchStatus): Promise<DisbursementDetails> {
  return until(
    () => client.disbursements.get(id),
    (batch) => batch.status === status,
    PATIENCE_MS
  )
}

/** All items of a batch, in their order. */
export async function readItems({ client }: SystemMerchant, id: string): Promise<DisbursementItem[]> {
  const items = []
  for await (const item of client.disbursements.items(id)) items.push(item)
  return items
}

/** What the merchant can spend, in rupiah to the sen. */
export async function readBalance({ client }: SystemMerchant): Promise<string> {
  return (await client.topups.balance()).balance_amount
}

/** Waits for a refusal, and gives its status and code. */
export async function refusalOf(call: Promise<unknown>): Promise<[number | undefined, string | undefined]> {
  try {
    await call
  } catch (error) {
    const { status, errorCode } = error as { status?: number; errorCode?: string }
    if (status === undefined) throw error
    return [status, errorCode]
  }
  throw new Error('it was not refused')
}
