import type { Pool } from '../database/create-pool.js'
import { buildEventBody } from '../events/build-event-body.js'
import { readEventRecord } from '../events/event-record.js'
import type { MasterKey } from '../secrets/master-key.js'
import { openSecret } from '../secrets/open-secret.js'
import type { Clock } from '../time/clock.js'
import { changeLane } from './change-lane.js'
import type { ClaimedDelivery } from './claim-deliveries.js'
import type { SendOutcome, WebhookSender } from './create-webhook-sender.js'
import { findSigningKey } from './find-signing-key.js'
import { makeWebhookHeaders } from './make-webhook-headers.js'
import { type DeliveryResult, recordDelivery } from './record-delivery.js'
import { RETRY_WAITS_MS, retryDelayMs } from './retry-schedule.js'

export type DeliveryDependencies = {
  pool: Pool
  masterKey: MasterKey
  sender: WebhookSender
  /** Gives a number from 0 up to 1. */
  random: () => number
  /** Told of what is wrong on our side; the delivery is tried again all the same. */
  onError: (error: unknown) => void
  clock?: Clock
}

/**
 * Past it a delivery comes only when workers end in the middle of it again and again: each claim counts, but the end of
 * the schedule is otherwise found when an attempt has its result.
 */
const ATTEMPTS_A_ROUND = RETRY_WAITS_MS.length + 1

/** Which attempt this is since the event was sent, or last sent again. */
function attemptOfRound({ attempts, roundStart }: ClaimedDelivery): number {
  return attempts - roundStart
}

/** Makes one attempt at a claimed delivery and records what became of it. Never throws. */
export async function deliverOne(dependencies: DeliveryDependencies, delivery: ClaimedDelivery): Promise<void> {
  const { pool, onError } = dependencies
  try {
    if (delivery.isEndpointDeleted) {
      await recordDelivery(pool, delivery, giveUp({ statusCode: null, error: 'the endpoint was deleted', timedOut: false }))
      return
    }
    if (attemptOfRound(delivery) > ATTEMPTS_A_ROUND) {
      const error = 'the attempts before this one ended without a result'
      await recordDelivery(pool, delivery, giveUp({ statusCode: null, error, timedOut: false }))
      return
    }
    const outcome = await attempt(dependencies, delivery)
    await recordDelivery(pool, delivery, decideResult(delivery, outcome, dependencies.random))
    if (outcome.timedOut || delivery.isSlow) await changeLane(pool, delivery, outcome.timedOut)
  } catch (error) {
    // Not even the result could be written: the delivery is due again when its lease ends.
    onError(error)
  }
}

async function attempt(
  { pool, masterKey, sender, onError }: DeliveryDependencies,
  delivery: ClaimedDelivery
): Promise<SendOutcome> {
  try {
    const secretKey = await findSigningKey(pool, masterKey, delivery)
    if (secretKey === undefined) return notSent('the merchant has no API key of this mode that signs')
    const event = await readEventRecord(pool, delivery, delivery.eventId)
    const body = await buildEventBody(pool, event, { secretKey, retryCount: delivery.attempts - 1 })
    const sealedSecrets = [delivery.sealedSecret, ...(delivery.sealedPreviousSecret ? [delivery.sealedPreviousSecret] : [])]
    const owner = { table: 'webhook_endpoints', merchantId: delivery.merchantId, id: delivery.endpointId } as const
    const webhookHeaders = await makeWebhookHeaders({
      id: delivery.eventId,
      timestampSeconds: delivery.claimedAtSeconds,
      body,
      secrets: sealedSecrets.map((sealed) => openSecret(masterKey, sealed, owner))
    })
    const headers = { 'content-type': 'application/json', 'user-agent': 'Arus-Webhook/1', ...webhookHeaders }
    return await sender.send({ url: delivery.url, headers, body })
  } catch (error) {
    onError(error)
    return notSent('the webhook could not be prepared')
  }
}

function notSent(error: string): SendOutcome {
  return { statusCode: null, error, timedOut: false }
}

function decideResult(delivery: ClaimedDelivery, outcome: SendOutcome, random: () => number): DeliveryResult {
  if (outcome.error === '') return { status: 'delivered', retryAfterMs: null, statusCode: outcome.statusCode, error: '' }
  const retryAfterMs = retryDelayMs(attemptOfRound(delivery), random)
  if (retryAfterMs === undefined) return giveUp(outcome)
  return { status: 'pending', retryAfterMs, statusCode: outcome.statusCode, error: outcome.error }
}

function giveUp({ statusCode, error }: SendOutcome): DeliveryResult {
  return { status: 'given_up', retryAfterMs: null, statusCode, error }
}
