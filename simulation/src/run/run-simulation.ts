import { checkWorld } from '../checks/check-world.js'
import { watchTurns } from '../checks/watch-turns.js'
import { findCrowds, findSilence, watchWays } from '../checks/watch-ways.js'
import type { BankMode } from '../parties/bank-book.js'
import { makeMerchants, type Outside, startOutside } from '../parties/merchants.js'
import type { ServerModules } from '../world/load-server.js'
import { createRandom } from '../world/random.js'
import type { SimulatedDatabase } from '../world/simulated-database.js'
import { befall, letGoOfRow } from './befall.js'
import { createDue, type Due } from './create-due.js'
import { drawSettings } from './draw-settings.js'
import type { Focus } from './focuses.js'
import { seedIdentifiers } from './seed-identifiers.js'
import { startWorker } from './start-worker.js'
import { wakeSleepers } from './wake-sleepers.js'
import { createWorld, WORLD_START_MS, type World } from './world.js'

export type RunResult = {
  seed: number
  mode: BankMode
  /** What is wrong, in words; empty where all is well. */
  findings: string[]
  /** Double payments by the one schedule that no server can survive. */
  survivors: string[]
  counts: Map<string, number>
  steps: number
  /** The same for the same way. */
  fingerprint: string
  story(): string[]
}

/** What is not left to the seed. */
export type RunChoice = { mode?: BankMode | undefined; focus?: Focus | undefined }

export type Engine = {
  /** What the world is made of; perhaps changed. */
  server: ServerModules
  /** What checks it: never changed. */
  referee: ServerModules
  database: SimulatedDatabase
}

const DAY = 24 * 60 * 60_000
/** A timer that is so near is waited for, whatever may be due before it. */
const SOON_MS = 250
const MAX_HOP_MS = 60 * 60_000
/** Waking workers so often in a row, and something is due all the same: nobody takes it. */
const MAX_IDLE_WAKES = 60
const MAX_CALM_STEPS = 6_000

/** Runs one world from its seed to its end, and checks what is there then. */
export async function runSimulation(
  { server, referee, database }: Engine,
  seed: number,
  { mode, focus }: RunChoice = {}
): Promise<RunResult> {
  const random = createRandom(String(seed))
  const settings = drawSettings(random.fork('settings'), mode, focus)
  seedIdentifiers(String(seed))
  await database.reset(WORLD_START_MS)
  const world = createWorld(server, database, settings, random)
  const merchants = await makeMerchants(world)
  watchTurns(world)
  watchWays(world)
  wakeSleepers(world)
  for (let number = 1; number <= settings.workers; number++) startWorker(world, number)
  const outside = startOutside(world, merchants)

  let steps = await goOn(world, outside, { untilMs: WORLD_START_MS + settings.durationMs, maxSteps: settings.maxSteps })
  if (random.chance(0.3)) world.findings.push(...(await verifyBooks(world, referee, 'in the middle')))
  world.findings.push(...(await findSilence(world)))
  await calmDown(world)
  const calmUntilMs = () => world.scheduler.nowMs() + 6 * DAY
  steps += await goOn(world, outside, { untilMs: calmUntilMs(), maxSteps: MAX_CALM_STEPS })
  await tellRest(world, outside)
  steps += await goOn(world, outside, { untilMs: calmUntilMs(), maxSteps: MAX_CALM_STEPS })

  world.findings.push(...(await verifyBooks(world, referee, 'at the end')))
  const { findings, survivors, names } = await checkWorld(world, outside)
  findings.push(...findCrowds(world))
  for (const actor of world.actors) {
    actor.isAlive = false
    world.scheduler.drop(actor)
    for (const clean of actor.onCrash) await clean()
  }
  for (const [identifier, name] of names) world.story.name(identifier, name)
  return {
    seed,
    mode: settings.bank.mode,
    findings: [...new Set([...world.findings, ...findings])].map((finding) => world.story.translate(finding)),
    survivors: survivors.map((survivor) => world.story.translate(survivor)),
    counts: world.counts,
    steps,
    fingerprint: world.story.fingerprint(),
    story: () => world.story.lines()
  }
}

async function verifyBooks(world: World, referee: ServerModules, when: string): Promise<string[]> {
  const { faults } = await referee.verifyLedger(world.database.pool)
  return faults.map(({ check, message }) => `${when}, arus ledger verify: ${check}: ${message}`)
}

/** Lets one after another go on until nothing is left to do, or the time or the steps are over. @returns the steps. */
async function goOn(
  world: World,
  outside: Outside,
  { untilMs, maxSteps }: { untilMs: number; maxSteps: number }
): Promise<number> {
  const { scheduler, settings, database } = world
  const pace = world.random.fork(`pace ${world.isBad}`)
  world.isDueKnown = false
  const due = createDue(world)
  let idleWakes = 0
  let databaseMs = Number.NaN
  let steps = 0
  while (steps < maxSteps) {
    if (world.isBad) {
      if (pace.chance(settings.tickChance)) scheduler.advanceTo(scheduler.nowMs() + pace.whole(1, settings.tickMs))
      if (pace.chance(settings.hopChance)) hop(world)
    }
    const ready = scheduler.ready()
    if (ready.length === 0) {
      if (idleWakes > MAX_IDLE_WAKES) {
        if (!world.isBad) world.findings.push('something is due, and no worker takes it')
        // They may all wait for what one that is stopped has locked: time goes on to when it wakes.
        const nextMs = scheduler.nextTimerMs()
        if (!world.isBad || nextMs > untilMs) return steps
        scheduler.advanceTo(nextMs)
        idleWakes = 0
        continue
      }
      const went = await advance(world, outside, due, untilMs)
      if (went === 'over') return steps
      idleWakes = went === 'woke for what was due' ? idleWakes + 1 : 0
      continue
    }
    const parked = scheduler.choose(ready)
    steps++
    if (world.isBad && (await befall(world, parked))) continue
    const nowMs = scheduler.nowMs() + world.databaseOffsetMs
    if (parked.kind === 'query' && nowMs !== databaseMs) {
      await database.setTime(nowMs)
      databaseMs = nowMs
    }
    await scheduler.go(parked)
    await database.collectReleased()
    for (const look of parked.actor.onRest) look()
  }
  if (!world.isBad) world.findings.push(`after ${steps} steps in a world that is well again it is still at work`)
  return steps
}

/**
 * Somebody is slow: the next timer is there before those who could go on have gone on. Nobody is slow for days, as he would be
 * where the next timer is the bank's, to take back what it paid.
 */
function hop(world: World): void {
  const { scheduler, count } = world
  const nextMs = scheduler.nextTimerMs()
  if (nextMs > scheduler.nowMs() + MAX_HOP_MS) return
  scheduler.advanceTo(nextMs)
  count('a timer before its time')
  world.isTroubled = true
}

type Advance = 'over' | 'went on' | 'woke for what was due'

/** Nobody can go on: time does, to whatever comes first. */
async function advance(world: World, outside: Outside, due: Due, untilMs: number): Promise<Advance> {
  const { scheduler } = world
  const nowMs = scheduler.nowMs()
  const timerMs = scheduler.nextTimerMs()
  if (timerMs <= Math.min(nowMs + SOON_MS, untilMs)) {
    scheduler.advanceTo(timerMs)
    return 'went on'
  }
  const dueMs = (await due.read()) - world.databaseOffsetMs
  const nextMs = Math.min(timerMs, Math.max(dueMs, nowMs))
  if (!Number.isFinite(nextMs) || nextMs > untilMs) return 'over'
  if (!world.isBad && outside.isDone() && !Number.isFinite(dueMs) && timerMs > nowMs + 4 * DAY) return 'over'
  scheduler.advanceTo(Math.max(nextMs, dueMs <= nowMs ? nowMs + 250 : nextMs))
  if (dueMs > scheduler.nowMs()) return 'went on'
  const workers = world.actors.filter(
    ({ kind, isAlive, pausedUntilMs }) => kind === 'worker' && isAlive && pausedUntilMs <= scheduler.nowMs()
  )
  if (workers.length === 0) return 'went on'
  const looks = world.random.chance(0.1) ? '' : due.look()
  scheduler.wake(world.random.pick(workers), (lastLook) => looks === '' || lastLook.startsWith(looks))
  return dueMs <= nowMs ? 'woke for what was due' : 'went on'
}

/** From here on nothing bad happens any more, and everything that is due gets its time. */
async function calmDown(world: World): Promise<void> {
  await letGoOfRow(world)
  await world.database.collectReleased()
  world.isBad = false
  world.poison = undefined
  world.bank.behave()
  world.receivers.behave()
  for (const actor of world.actors) actor.pausedUntilMs = 0
  world.story.tell(world.scheduler.nowMs(), 'outside', '--- from here on nothing bad happens any more ---')
}

/** The bank's statement: of what is final here, and otherwise there, the server is told. */
async function tellRest(world: World, outside: Outside): Promise<void> {
  const { rows } = await world.database.pool.query<{ id: string; status: string }>(
    `SELECT id, status FROM items WHERE status IN ('done', 'failed') AND attempt > 0 ORDER BY id`
  )
  for (const { id, status } of rows) {
    const { kind } = world.bank.truth(id)
    if ((status === 'done' && kind === 'rejected') || (status === 'failed' && kind === 'paid')) void outside.tellNews(id)
  }
}
