import type { Actor } from '../world/actor.js'
import type { Parked } from '../world/scheduler.js'
import type { World } from './world.js'

const MINUTE = 60_000

/** The process is gone: what it waited for never comes, and the database notices that its sessions have ended. */
export async function crash(world: World, actor: Actor): Promise<void> {
  world.story.tell(world.scheduler.nowMs(), actor.name, 'CRASHES')
  world.count(`${actor.kind} crash`)
  world.isTroubled = true
  actor.isAlive = false
  world.scheduler.drop(actor)
  for (const clean of actor.onCrash) await clean()
  actor.onCrash.clear()
}

/** Nothing of the process runs for a while; its sessions stay open, with the locks that they hold. */
export function pause(world: World, actor: Actor, ms: number, kind: 'stopped' | 'suspended'): void {
  world.story.tell(world.scheduler.nowMs(), actor.name, `IS ${kind.toUpperCase()} for ${Math.round(ms / 100) / 10} s`)
  world.count(`${actor.kind} ${kind}${ms > world.settings.leaseMs ? ' past its lease' : ''}`)
  world.isTroubled = true
  actor.pausedUntilMs = world.scheduler.nowMs() + ms
  actor.isSuspended = kind === 'suspended'
  if (kind === 'stopped') return
  actor.suspendedMs += ms
  world.scheduler.postponeTimers(actor, ms)
}

/** It goes on sooner than it was to: it was never known for how long it would be stopped. */
export function wakeEarly(world: World, actor: Actor, inMs: number): void {
  const untilMs = world.scheduler.nowMs() + inMs
  const soonerMs = actor.pausedUntilMs - untilMs
  if (soonerMs <= 0) return
  world.count('woken when an item is sent again')
  actor.pausedUntilMs = untilMs
  if (!actor.isSuspended) return
  actor.suspendedMs -= soonerMs
  world.scheduler.postponeTimers(actor, -soonerMs)
}

/**
 * Draws what happens instead of the next step, or before it.
 *
 * @returns whether the one that was to go on is held up or gone.
 */
export async function befall(world: World, parked: Parked): Promise<boolean> {
  const { settings, scheduler, bank, story } = world
  const { rates } = settings
  const { actor } = parked
  const draw = befallRandom(world)
  if (actor.kind !== 'world') {
    const isSending = parked.kind === 'rail' || (parked.kind === 'question' && settings.stopsWhenAsking)
    if (draw.chance(rates.crash + (isSending ? rates.crashBeforeSending : 0))) {
      if (isSending) world.count('crash before a call leaves')
      await crash(world, actor)
      return true
    }
    const isAnswered = parked.kind === 'answer' && settings.stopsWhenAnswered
    // While all sleep long nothing happens; one that sleeps while others work on is what leases are for.
    const isEnough =
      settings.pausesLong &&
      world.actors.filter((other) => other.isAlive && other.pausedUntilMs > scheduler.nowMs()).length >= settings.stoppedAtOnce
    const isSpared = settings.sparesTransactions && actor.isInTransaction()
    if (!isEnough && !isSpared && draw.chance(rates.pause + (isSending || isAnswered ? rates.pauseAroundCalls : 0))) {
      if (isSending) world.count('paused before a call leaves')
      const lease = settings.leaseMs
      pause(
        world,
        actor,
        draw.pick(
          settings.pauses ??
            (settings.pausesLong ? [2 * lease, 3 * lease, 10 * MINUTE] : [1_500, 20_000, lease + 2_000, 2 * lease])
        ),
        settings.suspends && draw.chance(0.5) ? 'suspended' : 'stopped'
      )
      return true
    }
    if (parked.isInTransaction && draw.chance(rates.pauseInTransaction)) {
      world.count('stopped in a transaction')
      pause(world, actor, draw.pick([40, 400, 4_000]), 'stopped')
      return true
    }
    if (draw.chance(rates.wallJump)) {
      world.isTroubled = true
      const jumpMs = draw.whole(-10 * MINUTE, 10 * MINUTE)
      actor.wallOffsetMs += jumpMs
      world.count(jumpMs < 0 ? 'wall clock set back' : 'wall clock set ahead')
      story.tell(scheduler.nowMs(), actor.name, `has its wall clock jump by ${Math.round(jumpMs / 1000)} s`)
    }
  }
  if (draw.chance(rates.databaseJump)) {
    world.isTroubled = true
    const jumpMs = draw.whole(-20_000, 90_000)
    world.databaseOffsetMs += jumpMs
    world.count(jumpMs < 0 ? "database's clock set back" : "database's clock set ahead")
    story.tell(scheduler.nowMs(), 'database', `has its clock jump by ${Math.round(jumpMs / 1000)} s`)
  }
  if (draw.chance(rates.heldRow)) await holdRow(world, draw.pick(HELD_ROWS), draw.whole(0, 5), draw.pick([0, 200, 4_000, 15_000]))
  if (draw.chance(rates.outage)) {
    const kind = draw.pick(['unauthorised', 'down'] as const)
    const untilMs = scheduler.nowMs() + draw.pick([5_000, MINUTE, 30 * MINUTE])
    bank.beOut(kind, untilMs)
    story.tell(
      scheduler.nowMs(),
      'the bank',
      kind === 'down' ? 'is down for a while' : 'turns everybody away with 401 for a while'
    )
  }
  return false
}

/** One of the rows that several transactions lock in one statement: of items in hand, and of the accounts of a merchant. */
const HELD_ROWS = [
  ['items', `status IN ('sending', 'need_validation', 'unknown', 'accepted') ORDER BY batch_id, ordinal`],
  ['items', `status = 'sending' ORDER BY batch_id, ordinal DESC`],
  ['ledger_accounts', `NOT is_live AND kind IN ('available', 'fees', 'rail_clearing') ORDER BY merchant_id, kind`]
].map(
  ([table, which]) =>
    `SELECT FROM ${table} WHERE ctid = (SELECT ctid FROM ${table} WHERE ${which} OFFSET $1 LIMIT 1) FOR UPDATE SKIP LOCKED`
)

/** Whoever locks several rows, of which this is one, gets as far as this one, while others come from the other side. */
async function holdRow(world: World, text: string, offset: number, ms: number): Promise<void> {
  const { database, scheduler, outside } = world
  if (world.isRowHeld) return
  world.isRowHeld = await database.holdRow({ text, values: [offset] })
  if (!world.isRowHeld) return
  world.count('a statement is held up at one row')
  world.isTroubled = true
  scheduler.setTimer(outside, ms, () => letGoOfRow(world))
}

export async function letGoOfRow(world: World): Promise<void> {
  if (!world.isRowHeld) return
  world.isRowHeld = false
  await world.database.letGoOfRow()
}

const streams = new WeakMap<World, World['random']>()

function befallRandom(world: World): World['random'] {
  const stream = streams.get(world) ?? world.random.fork('faults')
  streams.set(world, stream)
  return stream
}
