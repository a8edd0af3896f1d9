/** Calls to a rail that wait or are under way in this process. */
export type CallQueue = {
  /** Runs the call as soon as fewer than `maxRunning` are under way. It must not throw. */
  add(call: () => Promise<void>): void
  /** Resolves once fewer than `maxHeld` calls are held. */
  waitForRoom(): Promise<void>
  /** True from the moment of stop: a call that has not started should say so instead of calling. */
  readonly stopping: boolean
  /** Resolves when every call that was added has come back. */
  stop(): Promise<void>
}

/** Limits how many calls run at once, and how many are held in all: a worker claims no more than it can work off. */
export function createCallQueue({ maxRunning, maxHeld }: { maxRunning: number; maxHeld: number }): CallQueue {
  const waiting: (() => Promise<void>)[] = []
  let running = 0
  let stopping = false
  let roomWaiters: (() => void)[] = []
  let emptyWaiters: (() => void)[] = []

  function pump(): void {
    while (running < maxRunning && waiting.length > 0) {
      running++
      void waiting.shift()!().finally(settle)
    }
  }

  function settle(): void {
    running--
    pump()
    const held = waiting.length + running
    if (held < maxHeld) roomWaiters = wake(roomWaiters)
    if (held === 0) emptyWaiters = wake(emptyWaiters)
  }

  return {
    add(call) {
      waiting.push(call)
      pump()
    },
    waitForRoom() {
      if (waiting.length + running < maxHeld) return Promise.resolve()
      return new Promise((resolve) => roomWaiters.push(resolve))
    },
    get stopping() {
      return stopping
    },
    stop() {
      stopping = true
      roomWaiters = wake(roomWaiters)
      if (waiting.length + running === 0) return Promise.resolve()
      return new Promise((resolve) => emptyWaiters.push(resolve))
    }
  }
}

function wake(waiters: (() => void)[]): [] {
  for (const waiter of waiters) waiter()
  return []
}
