import type { QueryConfig, QueryResult } from 'pg'
import { createBank, type SimulatedBank } from '../parties/simulated-bank.js'
import { createReceivers, type SimulatedReceivers } from '../parties/simulated-receivers.js'
import { type Actor, createActor } from '../world/actor.js'
import type { ServerModules } from '../world/load-server.js'
import type { Random } from '../world/random.js'
import { createScheduler, type Scheduler } from '../world/scheduler.js'
import type { SimulatedDatabase } from '../world/simulated-database.js'
import type { StatementFate } from '../world/simulated-pool.js'
import { createStory, type Story } from '../world/story.js'
import { describeStatement } from './describe-statement.js'
import type { Settings } from './settings.js'

/** All that one run has: time, chance, processes, the bank, receivers, and what was found wrong so far. */
export type World = {
  server: ServerModules
  database: SimulatedDatabase
  settings: Settings
  random: Random
  scheduler: Scheduler
  story: Story
  bank: SimulatedBank
  receivers: SimulatedReceivers
  /** Whoever is no process of the server: merchants, people, the bank. Never fails. */
  outside: Actor
  actors: Actor[]
  /** While faults may still befall it. */
  isBad: boolean
  /** Something has befallen a process, a connection or a clock, so that it may have come too late for what it had to do. */
  isTroubled: boolean
  /** A row is locked by the world itself. */
  isRowHeld: boolean
  /** No row has changed since it was last read what is due. */
  isDueKnown: boolean
  /** How far the database's clock is off the world's. */
  databaseOffsetMs: number
  /** What was seen on the way that must never be. */
  findings: string[]
  /** Items that were called failed although another request for them was known to be unanswered. */
  failedUnanswered: Set<string>
  /** How often each fault befell somebody. */
  counts: Map<string, number>
  count(fault: string): void
  /** The item whose outcome can't be written while the world is bad. */
  poison: { batchId: string; ordinal: number } | undefined
  /** Every item that was it: `<batch> <ordinal>`. */
  poisoned: Set<string>
  listeners(): Actor[]
  drawFate(actor: Actor, config: QueryConfig): StatementFate
  describe(config: QueryConfig, result: QueryResult): string
  onAnswer(actor: Actor, config: QueryConfig, result: QueryResult): Promise<void>
  /** Called when the bank may tell the server of something. */
  onNews: (reference: string) => void
}

/** So far ahead that whatever asks another clock than the simulated one is seen at once. */
export const WORLD_START_MS = Date.parse('2031-03-01T00:00:00Z')

export function createWorld(server: ServerModules, database: SimulatedDatabase, settings: Settings, random: Random): World {
  const story = createStory(WORLD_START_MS)
  const scheduler = createScheduler({
    random: random.fork('schedule'),
    story,
    startMs: WORLD_START_MS,
    stickiness: settings.stickiness
  })
  const outside = createActor('outside', 'world')
  const fates = random.fork('fates')
  const counts = new Map<string, number>()
  const count = (fault: string) => void counts.set(fault, (counts.get(fault) ?? 0) + 1)
  const world: World = {
    server,
    database,
    settings,
    random,
    scheduler,
    story,
    outside,
    actors: [],
    isBad: true,
    isTroubled: false,
    isRowHeld: false,
    isDueKnown: false,
    databaseOffsetMs: 0,
    findings: [],
    failedUnanswered: new Set(),
    counts,
    count,
    poison: undefined,
    poisoned: new Set(),
    bank: undefined as never,
    receivers: undefined as never,
    listeners: () => world.actors.filter((actor) => actor.isAlive && actor.onNotification.size > 0),
    drawFate(_actor, config) {
      if (!world.isBad) return 'runs'
      if (world.poison !== undefined && isAbout(world.poison, config)) {
        count('an outcome that cannot be written')
        world.isTroubled = true
        return 'is_refused'
      }
      const { lost, undone } = settings.rates
      if (fates.chance(lost)) {
        const fate = config.text !== 'ROLLBACK' && fates.chance(0.6) ? 'is_lost_after' : 'is_lost_before'
        count(config.text === 'COMMIT' ? `commit ${fate}` : `statement ${fate}`)
        world.isTroubled = true
        return fate
      }
      if (config.text === 'COMMIT' && fates.chance(undone)) {
        count('serialization failure')
        return 'is_undone'
      }
      return 'runs'
    },
    describe: (config, result) => describeStatement(config, result),
    async onAnswer(_actor, { text }, { rowCount }) {
      if ((rowCount ?? 0) > 0 || text === 'COMMIT') world.isDueKnown = false
    },
    onNews: () => {}
  }
  world.bank = createBank({
    server,
    terms: settings.bank,
    scheduler,
    random: random.fork('bank'),
    story,
    world: outside,
    lies: settings.lies,
    callbackChance: settings.callbackChance,
    acceptedForMs: settings.acceptedForMs,
    unansweredInquiries: settings.unansweredInquiries,
    unansweredQuestions: settings.unansweredQuestions,
    turnsAwayForLong: settings.turnsAwayForLong,
    onNews: (reference) => world.onNews(reference),
    count
  })
  world.receivers = createReceivers({
    scheduler,
    random: random.fork('receivers'),
    story,
    weights: settings.receivers,
    count
  })
  return world
}

/** The step that writes of a chunk what was paid at its first attempt, and the one that locks the others before they are decided about. */
function isAbout({ batchId, ordinal }: { batchId: string; ordinal: number }, { name, values = [] }: QueryConfig): boolean {
  const [, id, ordinals] = values
  if (id !== batchId) return false
  // Long lists are handed over as PostgreSQL writes them.
  if (name === 'pay-straight-items')
    return String(ordinals)
      .split(/[{},"]+/)
      .includes(String(ordinal))
  return name === 'lock-items' && Array.isArray(ordinals) && ordinals.includes(ordinal)
}
