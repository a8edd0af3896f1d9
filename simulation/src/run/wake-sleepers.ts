import { wakeEarly } from './befall.js'
import type { World } from './world.js'

const CLAIMS = new Set(['claim-items-to-send', 'claim-range-to-send'])

/**
 * Lets processes that are stopped, or whose machines are suspended, go on when an item is claimed to be sent again: most often
 * those that were about to send that very one.
 */
export function wakeSleepers(world: World): void {
  if (!world.settings.wakesAtRepeats) return
  const { onAnswer, scheduler, bank } = world
  world.onAnswer = async (actor, config, result) => {
    await onAnswer(actor, config, result)
    if (!world.isBad || !CLAIMS.has(config.name ?? '')) return
    const repeated = (result.rows as { id: string; attempt: number }[]).filter(({ attempt }) => attempt > 1)
    if (repeated.length === 0) return
    const nowMs = scheduler.nowMs()
    const random = world.random.fork(`waking at ${nowMs}`)
    for (const sleeper of world.actors) {
      if (sleeper.kind !== 'worker' || !sleeper.isAlive || sleeper.pausedUntilMs <= nowMs) continue
      const isItsOwn = repeated.some(({ id }) => bank.aboutToSend.get(sleeper.name)?.has(id))
      if (random.chance(isItsOwn ? 0.7 : 0.4)) wakeEarly(world, sleeper, random.pick([0, 200, 2_000, 8_000]))
    }
  }
}
