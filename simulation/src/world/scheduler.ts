import type { Actor } from './actor.js'
import type { Random } from './random.js'
import type { Story } from './story.js'

/** Something that waits to go on. It goes when the scheduler says so, and nothing else runs meanwhile. */
export type Parked = {
  actor: Actor
  /** What goes on, for the story; '' where it is not worth a line. */
  what: string
  kind: 'query' | 'answer' | 'rail' | 'question' | 'timer' | 'notification' | 'receiver' | 'other'
  /** A statement of a transaction that is open: others may wait for what it has locked. */
  isInTransaction?: boolean
  go(): void | Promise<void>
}

type Timer = {
  sequence: number
  dueMs: number
  actor: Actor
  what: string
  callback: () => unknown
  laziness: Laziness
  kind: Parked['kind']
  lastLook: string
  isCancelled: boolean
}

/**
 * What time does for a timer's sake. `punctual`: it goes there. `passing`: the timer fires when something else has brought
 * time there. `asleep`: it fires when its actor is woken, since it waits for nothing but the next look.
 */
export type Laziness = 'punctual' | 'passing' | 'asleep'

export type TimerOptions = { what?: string; laziness?: Laziness; kind?: Parked['kind'] }

export type Scheduler = {
  nowMs(): number
  /** The world's time goes on; what becomes due is parked. */
  advanceTo(ms: number): void
  park(parked: Parked): void
  /** Resolves when the scheduler lets it go on; never, when the actor is gone. */
  pass(actor: Actor, kind: Parked['kind'], what: string): Promise<void>
  setTimer(actor: Actor, ms: number, callback: () => unknown, options?: TimerOptions): () => void
  sleep(actor: Actor, ms: number, kind?: Parked['kind']): Promise<void>
  /** All that could go on now. */
  ready(): Parked[]
  /** Where time has to go next for a punctual timer, or for who is paused; Infinity where nobody waits for it. */
  nextTimerMs(): number
  /** Lets an actor that only waits for its next look take it now: of its loops, those whose last look was such, if any was. */
  wake(actor: Actor, isWanted: (lastLook: string) => boolean): void
  /** What an actor looked for last, and did not find: a timer that is set now is of the same loop. */
  noteLook(look: string): void
  /** Lets one go on, and waits until everything that follows from it is parked again. */
  go(parked: Parked): Promise<void>
  /** Drops all that an actor had parked: it is gone. */
  drop(actor: Actor): void
  /** A machine that was suspended: its timers come later by as much. */
  postponeTimers(actor: Actor, ms: number): void
  /** Picks among those that could go on; the same seed picks the same. */
  choose(ready: Parked[]): Parked
}

/** One thing goes on at a time, and which is drawn from the seed: that is all the concurrency there is. */
export function createScheduler({
  random,
  story,
  startMs,
  stickiness
}: {
  random: Random
  story: Story
  startMs: number
  /** How often the same actor goes on once more: from rapid changes to long stretches. */
  stickiness: number
}): Scheduler {
  let nowMs = startMs
  let sequence = 0
  let parked: Parked[] = []
  let timers: Timer[] = []
  let lastActor: Actor | undefined
  let lastLook = ''

  function fire(due: Timer[]): void {
    for (const timer of due) {
      if (timer.isCancelled || !timer.actor.isAlive) continue
      scheduler.park({
        actor: timer.actor,
        kind: timer.kind,
        what: timer.what,
        go: async () => {
          if (!timer.isCancelled) await timer.callback()
        }
      })
    }
  }

  function takeTimers(isTaken: (timer: Timer) => boolean): Timer[] {
    const taken = timers.filter(isTaken)
    if (taken.length > 0) timers = timers.filter((timer) => !isTaken(timer))
    return taken.sort((left, right) => left.dueMs - right.dueMs || left.sequence - right.sequence)
  }

  const scheduler: Scheduler = {
    nowMs: () => nowMs,
    advanceTo(ms) {
      nowMs = Math.max(nowMs, ms)
      fire(takeTimers((timer) => timer.dueMs <= nowMs && timer.laziness !== 'asleep'))
    },
    park(one) {
      if (one.actor.isAlive) parked.push(one)
    },
    pass: (actor, kind, what) =>
      new Promise((resolve) => {
        scheduler.park({ actor, kind, what, go: resolve })
      }),
    setTimer(actor, ms, callback, { what = '', laziness = 'punctual', kind = 'timer' } = {}) {
      const timer = {
        sequence: sequence++,
        dueMs: nowMs + Math.max(0, Math.ceil(ms)),
        actor,
        what,
        callback,
        laziness,
        kind,
        lastLook,
        isCancelled: false
      }
      if (actor.isAlive) timers.push(timer)
      return () => {
        timer.isCancelled = true
        timers = timers.filter((other) => other !== timer)
      }
    },
    sleep: (actor, ms, kind = 'timer') => new Promise((resolve) => scheduler.setTimer(actor, ms, resolve, { kind })),
    ready: () => parked.filter(({ actor }) => actor.isAlive && actor.pausedUntilMs <= nowMs),
    nextTimerMs() {
      let nextMs = Number.POSITIVE_INFINITY
      for (const timer of timers)
        if (timer.laziness === 'punctual') nextMs = Math.min(nextMs, Math.max(timer.dueMs, timer.actor.pausedUntilMs))
      for (const { actor } of parked) if (actor.pausedUntilMs > nowMs) nextMs = Math.min(nextMs, actor.pausedUntilMs)
      return nextMs
    },
    wake(actor, isWanted) {
      const isAsleep = (timer: Timer) => timer.laziness === 'asleep' && timer.actor === actor
      const wanted = takeTimers((timer) => isAsleep(timer) && isWanted(timer.lastLook))
      fire(wanted.length > 0 ? wanted : takeTimers(isAsleep))
    },
    noteLook(look) {
      lastLook = look
    },
    async go(one) {
      parked.splice(parked.indexOf(one), 1)
      lastActor = one.actor
      lastLook = ''
      if (one.what !== '') story.tell(nowMs, one.actor.name, one.what)
      await one.go()
      await settle()
    },
    drop(actor) {
      parked = parked.filter((one) => one.actor !== actor)
      timers = timers.filter((timer) => timer.actor !== actor)
    },
    postponeTimers(actor, ms) {
      for (const timer of timers) if (timer.actor === actor) timer.dueMs += ms
    },
    choose(ready) {
      const again = random.chance(stickiness) ? ready.filter((one) => one.actor === lastActor) : []
      return random.pick(again.length > 0 ? again : ready)
    }
  }
  return scheduler
}

/** Nothing in the server waits for more than promises, ticks and turns once its queries, calls and timers are held. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve))
}
