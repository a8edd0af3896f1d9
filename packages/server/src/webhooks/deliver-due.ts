import { type Clock, SYSTEM_CLOCK } from '../time/clock.js'
import { claimDeliveries } from './claim-deliveries.js'
import { createDeliveryRecorder } from './create-delivery-recorder.js'
import { type DeliveryDependencies, deliverOne, LARGE_BODIES_AT_ONCE } from './deliver-one.js'
import { readDeliveryContents } from './read-delivery-contents.js'

/** An endpoint that hangs holds this share of the fast lane until its first time-out, and is in the slow lane after it. */
const LIMIT_PER_ENDPOINT = 4
/** The slow lane's places, which come on top of the fast lane's. */
const SLOW_LIMIT = 8
const SLOW_LIMIT_PER_ENDPOINT = 1
/** How soon what became due meanwhile is seen, while others hang. */
const LOOK_AGAIN_MS = 50
/** The slow lane can wait: each look steps over all endpoints that have something pending. */
const LOOK_AT_SLOW_AGAIN_MS = 250

/**
 * Delivers what is due until nothing is, and returns how many attempts it made. While some are in flight it keeps
 * claiming others, so that an endpoint which hangs holds up nobody else.
 *
 * @param signal once aborted, nothing new is claimed, and it returns when what is in flight has its result
 * @param limit how many are in flight at once, without those of the slow lane
 *
 * @example
 * await deliverDue({ pool, masterKey, sender, random: Math.random, onError }, { signal, limit: 200 })
 */
export async function deliverDue(
  dependencies: DeliveryDependencies,
  { signal, limit }: { signal: AbortSignal; limit: number }
): Promise<number> {
  const lanes = [
    { isSlow: false, limit, limitPerEndpoint: LIMIT_PER_ENDPOINT, inFlight: 0 },
    { isSlow: true, limit: SLOW_LIMIT, limitPerEndpoint: SLOW_LIMIT_PER_ENDPOINT, inFlight: 0 }
  ]
  const { pool, masterKey, clock = SYSTEM_CLOCK } = dependencies
  const record = createDeliveryRecorder(pool, clock)
  const largeBodies = { free: LARGE_BODIES_AT_ONCE }
  const inFlight = new Map<string, number>()
  const attempts = new Set<Promise<void>>()
  const readings = new Set<Promise<void>>()
  let attemptCount = 0
  let slowLookedAtMs = Number.NEGATIVE_INFINITY

  const claimFor = async (lane: (typeof lanes)[number]): Promise<number> => {
    const claimed = await claimDeliveries(pool, { ...lane, limit: lane.limit - lane.inFlight, inFlight })
    if (claimed.length === 0) return 0
    const contents = readDeliveryContents(pool, masterKey, claimed)
    // Each attempt reports what fails; where none needs the contents nobody would, nor wait for them.
    const reading: Promise<void> = contents.then(
      () => void readings.delete(reading),
      () => void readings.delete(reading)
    )
    readings.add(reading)
    for (const delivery of claimed) {
      lane.inFlight++
      inFlight.set(delivery.endpointId, (inFlight.get(delivery.endpointId) ?? 0) + 1)
      const attempt = deliverOne(dependencies, delivery, { contents, record, largeBodies }).then((wasTried) => {
        if (wasTried) attemptCount++
        attempts.delete(attempt)
        lane.inFlight--
        const left = inFlight.get(delivery.endpointId)! - 1
        if (left > 0) inFlight.set(delivery.endpointId, left)
        else inFlight.delete(delivery.endpointId)
      })
      attempts.add(attempt)
    }
    return claimed.length
  }

  /** The slow lane is looked at now and then, and whenever there is nothing else to wait for. */
  const isLookedAt = ({ isSlow }: (typeof lanes)[number]): boolean => {
    if (!isSlow) return true
    if (attempts.size > 0 && clock.elapsedMs() - slowLookedAtMs < LOOK_AT_SLOW_AGAIN_MS) return false
    slowLookedAtMs = clock.elapsedMs()
    return true
  }

  try {
    for (;;) {
      let claimed = 0
      // What ends while the lanes are looked at leaves a place of which the looks knew nothing.
      let isSureOfAll = attempts.size === 0
      for (const lane of lanes) {
        if (signal.aborted) continue
        if (isLookedAt(lane)) claimed += await claimFor(lane)
        else isSureOfAll = false
      }
      if (claimed === 0 && isSureOfAll) return attemptCount
      await settledOrAfter(clock, [...attempts], LOOK_AGAIN_MS)
    }
  } finally {
    // Also when a claim failed: nothing may go on behind the caller's back.
    await Promise.all([...attempts, ...readings])
  }
}

async function settledOrAfter(clock: Clock, attempts: Promise<void>[], waitMs: number): Promise<void> {
  let cancelTimer = () => {}
  const wait = new Promise<void>((resolve) => {
    cancelTimer = clock.setTimer(waitMs, resolve)
  })
  await Promise.race([Promise.all(attempts), wait])
  cancelTimer()
}
