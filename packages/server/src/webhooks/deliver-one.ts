import type { Pool } from '../database/create-pool.js'
import { buildEventBody } from '../events/build-event-body.js'
import type { EventRecord } from '../events/event-record.js'
import type { MasterKey } from '../secrets/master-key.js'
import { openSecret } from '../secrets/open-secret.js'
import type { Clock } from '../time/clock.js'
import { changeLane } from './change-lane.js'
import type { ClaimedDelivery } from './claim-deliveries.js'
import type { RecordDelivery } from './create-delivery-recorder.js'
import type { SendOutcome, WebhookSender } from './create-webhook-sender.js'
import { makeWebhookHeaders } from './make-webhook-headers.js'
import { type DeliveryContents, readDeliveryContents } from './read-delivery-contents.js'
import { type DeliveryResult, recordDeliveries } from './record-deliveries.js'
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

/** What deliveries of one process share. */
export type DeliveryRun = {
  /** Of this delivery and of those that were claimed with it. */
  contents: Promise<DeliveryContents>
  record: RecordDelivery
  /** How many large bodies may still be taken into memory. */
  largeBodies: { free: number }
}

/**
 * From so many items on a body counts as large (some hundred kilobytes at least; one of 50,000 items has 10 MB): a few
 * of them are in flight at once, whatever the limit of deliveries.
 */
const LARGE_BODY_ITEMS = 2_000
export const LARGE_BODIES_AT_ONCE = 4
/** When a large one that found no room is looked at again: from this to three times this. */
const POSTPONED_BY_MS = 1_000

/**
 * Makes one attempt at a claimed delivery and records what became of it. Never throws.
 *
 * @param run left out where it is the only one
 * @returns false when there was no room for a body as large, and nothing was tried
 */
export async function deliverOne(
  dependencies: DeliveryDependencies,
  delivery: ClaimedDelivery,
  { contents, record, largeBodies }: DeliveryRun = runAlone(dependencies, delivery)
): Promise<boolean> {
  const { pool, random, onError } = dependencies
  try {
    if (delivery.isEndpointDeleted) {
      await record(delivery, giveUp({ statusCode: null, error: 'the endpoint was deleted', timedOut: false }))
      return true
    }
    if (attemptOfRound(delivery) > ATTEMPTS_A_ROUND) {
      const error = 'the attempts before this one ended without a result'
      await record(delivery, giveUp({ statusCode: null, error, timedOut: false }))
      return true
    }
    const outcome = await attempt(dependencies, delivery, contents, largeBodies)
    if (outcome === 'no_room') {
      await record(delivery, postpone(random))
      return false
    }
    await record(delivery, decideResult(delivery, outcome, random))
    if (outcome.timedOut || delivery.isSlow) await changeLane(pool, delivery, outcome.timedOut)
  } catch (error) {
    // Not even the result could be written: the delivery is due again when its lease ends.
    onError(error)
  }
  return true
}

function runAlone({ pool, masterKey }: DeliveryDependencies, delivery: ClaimedDelivery): DeliveryRun {
  return {
    contents: readDeliveryContents(pool, masterKey, [delivery]),
    record: async (...[of, result]) => void (await recordDeliveries(pool, [{ delivery: of, result }])),
    largeBodies: { free: 1 }
  }
}

async function attempt(
  dependencies: DeliveryDependencies,
  delivery: ClaimedDelivery,
  contents: Promise<DeliveryContents>,
  largeBodies: { free: number }
): Promise<SendOutcome | 'no_room'> {
  let isLarge = false
  try {
    const { findSigningKey, findEvent } = await contents
    const secretKey = findSigningKey(delivery)
    if (secretKey === undefined) return notSent('the merchant has no API key of this mode that signs')
    const event = findEvent(delivery)
    isLarge = isLargeBody(event)
    if (isLarge && largeBodies.free <= 0) {
      isLarge = false
      return 'no_room'
    }
    if (isLarge) largeBodies.free--
    return await send(dependencies, delivery, event, secretKey)
  } catch (error) {
    dependencies.onError(error)
    return notSent('the webhook could not be prepared')
  } finally {
    if (isLarge) largeBodies.free++
  }
}

function isLargeBody(event: EventRecord): boolean {
  const listsItems = event.type === 'disbursement.completed' || event.type === 'disbursement.validation_completed'
  return listsItems && event.itemCount >= LARGE_BODY_ITEMS
}

async function send(
  { pool, masterKey, sender }: DeliveryDependencies,
  delivery: ClaimedDelivery,
  event: EventRecord,
  secretKey: string
): Promise<SendOutcome> {
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

/** Not all at the same moment again. */
function postpone(random: () => number): DeliveryResult {
  const retryAfterMs = Math.round(POSTPONED_BY_MS * (1 + 2 * random()))
  return { status: 'pending', retryAfterMs, statusCode: null, error: '', isPostponed: true }
}
