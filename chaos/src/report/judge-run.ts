import { leastMidFlightKills } from '../plan/make-plan.js'
import type { Run } from '../run-chaos.js'

/** How many items the rail's latency is to keep in `sending`. */
export const WANTED_SENDING = 500
/** What is wanted beyond the lease until what a killed worker left is picked up. */
const PICKUP_SLACK_MS = 5000

type Spread = { median: number; p95: number; most: number }

export type Figures = {
  sending: { least: number; median: number; share: number }
  kills: { all: number; midFlight: number; wanted: number; left: number }
  pickup: Spread & { wantedMs: number; never: number }
  settling: Spread
}

/** Figures of a run that are made of many. */
export function measureRun({ samples, deeds, setting, options }: Run): Figures {
  // The first moments belong to the start: nothing was submitted yet.
  const sending = samples.filter(({ atMs }) => atMs > RAMP_UP_MS).map((sample) => sample.sending)
  const hits = deeds.workerKills.filter(({ left }) => left > 0)
  const pickups = hits.flatMap(({ pickedUpAfterMs }) => pickedUpAfterMs ?? [])
  return {
    sending: {
      least: quantile(sending, 0),
      median: quantile(sending, 0.5),
      share: sending.filter((count) => count >= WANTED_SENDING).length / Math.max(1, sending.length)
    },
    kills: {
      all: deeds.workerKills.length,
      midFlight: hits.length,
      wanted: leastMidFlightKills(options.seconds),
      left: hits.reduce((sum, { left }) => sum + left, 0)
    },
    pickup: {
      ...spread(pickups),
      wantedMs: setting.leaseMs + PICKUP_SLACK_MS,
      never: hits.length - pickups.length
    },
    settling: spread(hits.flatMap(({ settledAfterMs }) => settledAfterMs ?? []))
  }
}

const RAMP_UP_MS = 8000

function spread(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), p95: quantile(values, 0.95), most: quantile(values, 1) }
}

/** The value below which that share of them lies; NaN where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const inOrder = values.toSorted((left, right) => left - right)
  return inOrder[Math.min(inOrder.length - 1, Math.floor(share * inOrder.length))] ?? Number.NaN
}

/** Everything that a run must not have, in words; none of it: it is passed. */
export function judgeRun(run: Run): string[] {
  const { outcome, faults } = run
  const { kills, sending } = measureRun(run)
  return [
    ...faults,
    ...few(outcome.batches.lost),
    ...few(outcome.batches.unasked),
    ...few(outcome.batches.stuck),
    ...few(outcome.book.twice),
    ...few(outcome.book.differing),
    ...few(outcome.ledger.faults),
    ...few(outcome.events.wrongEvents),
    ...few(outcome.events.undelivered),
    ...few(outcome.events.refused),
    ...few(outcome.replays.faults),
    ...(run.batches === 0 ? ['no batch was acknowledged: nothing was tried'] : []),
    ...(kills.midFlight < kills.wanted
      ? [`${kills.midFlight} kills hit a worker between claim and commit, ${kills.wanted} are wanted`]
      : []),
    ...(sending.median >= WANTED_SENDING ? [] : [`half of the time fewer than ${WANTED_SENDING} items were being sent`])
  ]
}

const MOST_TOLD = 10

function few(messages: readonly string[]): string[] {
  return messages.length <= MOST_TOLD
    ? [...messages]
    : [...messages.slice(0, MOST_TOLD), `… and ${messages.length - MOST_TOLD} more like it`]
}
