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
    onNotification: new Set(),
    onCrash: new Set()
  }
}
