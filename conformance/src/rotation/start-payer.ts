import { setTimeout as delay } from 'node:timers/promises'
import { Durianpay, verifyStandardWebhook, verifyWebhook } from '@arus/durianpay'
import { startReceiver } from '../../../packages/server/src/testing/start-receiver.js'
import { until } from '../../../packages/server/src/testing/until.js'
import { makeItem, VALID } from '../system/make-item.js'
import type { Fleet } from './start-fleet.js'

/** So many batches are on their way at once: traffic at every moment, and none that piles up on a slow machine. */
const MAX_UNDER_WAY = 8

/** A merchant that submits batch after batch, and takes the webhooks of all of them. */
export type Payer = {
  /** What it calls with: may be changed at any time. */
  apiKey: string
  /** What its receiver verifies with: may be changed at any time. */
  accepted: { apiKeys: string[]; secrets: string[] }
  client: Durianpay
  endpointId: string
  /** Everything that went wrong: a call that failed, a webhook that didn't verify. */
  failures: string[]
  /** Which API keys signed webhooks, and how many signatures their headers carried. */
  signedBy: Set<string>
  signatureCounts: Set<number>
  /** Goes on until so many more batches were accepted and completed, each told of by a webhook. */
  pay(batches: number): Promise<void>
  /** Submits nothing more, waits for what is on its way, and closes the receiver. */
  stop(): Promise<void>
}

export async function startPayer(fleet: Fleet, apiKey: string): Promise<Payer> {
  const [submitted, completed] = [new Set<string>(), new Set<string>()]
  const receiver = await startReceiver((response, { body, headers }) => {
    const problem = verify(payer, body, headers)
    if (problem !== undefined) payer.failures.push(problem)
    response.writeHead(problem === undefined ? 200 : 500).end()
    if (problem === undefined && body.includes('"disbursement.completed"')) completed.add(JSON.parse(body).data.id)
  })
  const connect = (key: string) => new Durianpay({ apiKey: key, baseUrl: fleet.url, fetch: fleet.fetch, maxRetries: 0 })
  const endpoint = await connect(apiKey).webhookEndpoints.create({ url: receiver.url })
  let closed: Promise<void> | undefined
  const closeReceiver = () => (closed ??= receiver.close())
  let isStopped = false
  let count = 0

  const submitOnward = async () => {
    while (!isStopped && payer.failures.length === 0) {
      if (submitted.size - completed.size >= MAX_UNDER_WAY) {
        await delay(10)
        continue
      }
      const idempotencyKey = `batch-${++count}`
      const batch = { name: '', description: '', items: [makeItem(VALID), makeItem(VALID, '20000')] }
      const options = { idempotencyKey, forceDisburse: true, skipValidation: true }
      try {
        submitted.add((await payer.client.disbursements.submit(batch, options)).id)
      } catch (error) {
        payer.failures.push(`submit: ${(error as Error).message}`)
      }
    }
  }

  const payer: Payer = {
    apiKey,
    accepted: { apiKeys: [apiKey], secrets: [endpoint.secret] },
    get client() {
      return connect(payer.apiKey)
    },
    endpointId: endpoint.id,
    failures: [],
    signedBy: new Set(),
    signatureCounts: new Set(),
    async pay(batches) {
      const wanted = completed.size + batches
      await until(
        async () => ({ completed: completed.size, failures: payer.failures.slice(0, 5) }),
        (seen) => seen.completed >= wanted || seen.failures.length > 0,
        60_000
      )
    },
    async stop() {
      isStopped = true
      await submitting
      await until(
        async () => ({ left: submitted.size - completed.size, failures: payer.failures.slice(0, 5) }),
        ({ left, failures }) => left === 0 || failures.length > 0,
        60_000
      )
      await closeReceiver()
    }
  }
  const submitting = Promise.all([submitOnward(), submitOnward()])
  return payer
}

/** Verifies both signatures as a receiver does. @returns what is wrong with them, or undefined. */
function verify(payer: Payer, body: string, headers: Record<string, string | string[] | undefined>): string | undefined {
  const { apiKeys, secrets } = payer.accepted
  try {
    verifyWebhook(body, { apiKeys })
    verifyStandardWebhook(body, headers, { secrets })
    payer.signedBy.add(apiKeys.find((key) => isSignedBy(body, key))!)
    payer.signatureCounts.add(String(headers['webhook-signature']).split(' ').length)
    return undefined
  } catch (error) {
    return `webhook: ${(error as Error).message}`
  }
}

function isSignedBy(body: string, apiKey: string): boolean {
  try {
    verifyWebhook(body, { apiKeys: [apiKey] })
    return true
  } catch {
    return false
  }
}
