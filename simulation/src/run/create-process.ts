import type { Pool } from '../../../packages/server/src/database/create-pool.js'
import type { Clock } from '../../../packages/server/src/time/clock.js'
import { type Actor, createActor } from '../world/actor.js'
import type { Laziness } from '../world/scheduler.js'
import { createSimulatedClock } from '../world/simulated-clock.js'
import { createSimulatedPool } from '../world/simulated-pool.js'
import type { World } from './world.js'

export type Process = {
  actor: Actor
  pool: Pool
  clock: Clock
  /** The same time for what delivers webhooks, whose looks for others need not bring time on. */
  deliveryClock: Clock
}

export const POLL_MS = 250
/** How often deliveries look for others while some are under way. */
const LOOK_AGAIN_MS = 50

/** A process of the server: its clocks, its connections, and what can befall it. */
export function createProcess(world: World, name: string, kind: 'worker' | 'api'): Process {
  const { scheduler, settings, story } = world
  const actor = createActor(name, kind)
  const random = world.random.fork(`process ${name}`)
  const lazyTimers = new Map<number, Laziness>([
    [POLL_MS, 'asleep'],
    [settings.leaseMs / 6, 'passing']
  ])
  const clock = createSimulatedClock(scheduler, actor, lazyTimers)
  const deliveryClock = createSimulatedClock(scheduler, actor, new Map([...lazyTimers, [LOOK_AGAIN_MS, 'passing']]))
  const tell = (what: string) => story.tell(scheduler.nowMs(), name, what)
  const pool = createSimulatedPool({
    actor,
    scheduler,
    database: world.database,
    clock,
    random,
    maxSessions: settings.sessionsOfProcess,
    drawFate: (config) => world.drawFate(actor, config),
    describe: world.describe,
    tell,
    notifyAll() {
      for (const listener of world.listeners()) {
        if (random.chance(0.7)) continue
        scheduler.park({
          actor: listener,
          kind: 'notification',
          what: '',
          go: () => {
            for (const notify of listener.onNotification) notify()
          }
        })
      }
    },
    onFault: (fault) => world.findings.push(`${name} ${fault}`),
    onAnswer: (config, result) => world.onAnswer(actor, config, result)
  })
  world.actors.push(actor)
  return { actor, pool, clock, deliveryClock }
}
