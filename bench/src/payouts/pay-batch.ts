import { FINAL_STATUSES, type MerchantClient } from './merchant-client.js'

/** The stages of a batch, as its merchant sees them. */
export const STAGES = [
  { stage: 'intake', name: '(a) intake: submit, answered' },
  { stage: 'validate', name: '(b) validate' },
  { stage: 'approve', name: '(c) approve, answered' },
  { stage: 'pay', name: '(d) pay and settle' },
  { stage: 'total', name: 'submit to completed' }
] as const

export type Stage = (typeof STAGES)[number]['stage']
export type StageSeconds = Record<Stage, number>

/** Submits a batch, waits until it is validated, approves it, and waits until it is completed. */
export async function payBatch(client: MerchantClient, body: string): Promise<StageSeconds & { batchId: string }> {
  const startedMs = performance.now()
  const sinceMs = (earlierMs: number) => (performance.now() - earlierMs) / 1000
  const batchId = String((await client.call('POST', '/disbursements/submit', body)).id)
  const intake = sinceMs(startedMs)
  const submittedMs = performance.now()
  await client.waitFor(batchId, ['need_approval'])
  const validate = sinceMs(submittedMs)
  const validatedMs = performance.now()
  await client.call('POST', `/disbursements/${batchId}/approve`)
  const approve = sinceMs(validatedMs)
  const approvedMs = performance.now()
  await client.waitFor(batchId, FINAL_STATUSES)
  return { batchId, intake, validate, approve, pay: sinceMs(approvedMs), total: sinceMs(startedMs) }
}
