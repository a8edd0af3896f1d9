/** A process of the simulated world: it can crash, be stopped for a while, and have clocks that are wrong. */
export type Actor = {
  name: string
  kind: 'worker' | 'api' | 'world'
  isAlive: boolean
  /** Nothing of it runs before this moment of the world's time. */
  pausedUntilMs: number
  /** How far its wall clock is off. */
  wallOffsetMs: number
  /** For how long its monotonic clock stood still, as it does while a machine is suspended. */
  suspendedMs: number
  /** While it is paused: whether its machine is suspended, and not the process alone stopped. */
  isSuspended: boolean
  /** Whether it has a transaction open, so that others may wait for it. */
  isInTransaction(): boolean
  /** Called when all that it does waits again. */
  onRest: Set<() => void>
  /** Is told when somebody wakes the workers. */
  onNotification: Set<() => void>
  /** Called once, when it crashes. */
  onCrash: Set<() => void>
}

export function createActor(name: string, kind: Actor['kind']): Actor {
  return {
    name,
    kind,
    isAlive: true,
    pausedUntilMs: 0,
    wallOffsetMs: 0,
    suspendedMs: 0,
    isSuspended: false,
    isInTransaction: () => false,
    onRest: new Set(),
    onNotification: new Set(),
    onCrash: new Set()
  }
}
