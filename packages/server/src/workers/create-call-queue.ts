/** A call to a rail, and what is done with its answer. Neither may throw. */
export type QueuedCall<Outcome> = { call(): Promise<Outcome>; record(outcome: Outcome): Promise<void> }

/** Calls to a rail that wait, are under way, or have an answer that is not written yet, in this process. */
export type CallQueue = {
  /** Makes the call as soon as fewer than `maxRunning` are under way. */
  add<Outcome>(queued: QueuedCall<Outcome>): void
  /** Resolves once fewer than `maxHeld` calls are held. */
  waitForRoom(): Promise<void>
  /** True from the moment of stop: a call that has not started should say so instead of calling. */
  readonly stopping: boolean
  /** Resolves when every call that was added has come back and is recorded. */
  stop(): Promise<void>
}

/**
 * Limits how many calls run at once, and how many are held in all: a worker claims no more than it can work off. A call
 * gives up its place when its answer is there, not when that is written: else the rail would wait for the database.
 */
export function createCallQueue({ maxRunning, maxHeld }: { maxRunning: number; maxHeld: number }): CallQueue {
  const waiting: (() => Promise<void>)[] = []
  let running = 0
  let held = 0
  let stopping = false
  let roomWaiters: (() => void)[] = []
  let emptyWaiters: (() => void)[] = []

  function pump(): void {
    while (running < maxRunning && waiting.length > 0) {
      running++
      void waiting.shift()!()
    }
  }

  async function run<Outcome>({ call, record }: QueuedCall<Outcome>): Promise<void> {
    const outcome = await call()
    running--
    pump()
    await record(outcome)
    held--
    if (held < maxHeld) roomWaiters = wake(roomWaiters)
    if (held === 0) emptyWaiters = wake(emptyWaiters)
  }

  return {
    add(queued) {
      held++
      waiting.push(() => run(queued))
      pump()
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
