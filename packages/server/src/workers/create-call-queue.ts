import type { CallLane } from './create-call-places.js'

/** A call to a rail, and what is done with its answer. Neither may throw. */
export type QueuedCall<Outcome> = { call(): Promise<Outcome>; record(outcome: Outcome): Promise<void> }

/** Calls to rails that wait, are under way, or have an answer that is not written yet, in this process. */
export type CallQueue = {
  /** Makes the call as soon as the lane has a place for it. */
  add<Outcome>(lane: CallLane, queued: QueuedCall<Outcome>): void
  /** Resolves once fewer than `maxHeld` calls are held. */
  waitForRoom(): Promise<void>
  /** True from the moment of stop: a call that has not started should say so instead of calling. */
  readonly stopping: boolean
  /** Resolves when every call that was added has come back and is recorded. */
  stop(): Promise<void>
}

/**
 * Limits how many calls are held in all: a worker claims no more than it can work off. A call gives up its place in its
 * lane when its answer is there, not when that is written: else the rail would wait for the database.
 */
export function createCallQueue({ maxHeld }: { maxHeld: number }): CallQueue {
  let held = 0
  let stopping = false
  let roomWaiters: (() => void)[] = []
  let emptyWaiters: (() => void)[] = []

  async function run<Outcome>(lane: CallLane, { call, record }: QueuedCall<Outcome>): Promise<void> {
    held++
    const outcome = await lane.run(call)
    await record(outcome)
    held--
    if (held < maxHeld) roomWaiters = wake(roomWaiters)
    if (held === 0) emptyWaiters = wake(emptyWaiters)
  }

  return {
    add(lane, queued) {
      void run(lane, queued)
    },
    waitForRoom() {
      if (held < maxHeld) return Promise.resolve()
      return new Promise((resolve) => roomWaiters.push(resolve))
    },
    get stopping() {
      return stopping
    },
    stop() {
      stopping = true
      roomWaiters = wake(roomWaiters)
      if (held === 0) return Promise.resolve()
      return new Promise((resolve) => emptyWaiters.push(resolve))
    }
  }
}

function wake(waiters: (() => void)[]): [] {
  for (const waiter of waiters) waiter()
  return []
}
