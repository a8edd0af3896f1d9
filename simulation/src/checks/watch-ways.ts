import type { QueryConfig } from 'pg'
import type { World } from '../run/world.js'
import type { Actor } from '../world/actor.js'

const HOUR = 60 * 60_000
/** Of the questions, the last before a person is called comes after some 17 hours. */
const NOBODY_CALLED_MS = 48 * HOUR

/** Sees what the rows of the end do not show any more: what was done on the way, and when. */
export function watchWays(world: World): void {
  const { onAnswer } = world
  world.onAnswer = async (actor, config, result) => {
    await onAnswer(actor, config, result)
    switch (config.name) {
      case 'claim-items-to-send':
      case 'claim-range-to-send':
        seeClaim(world, actor, result.rows)
        break
      case 'queue-lost-items':
        if ((result.rowCount ?? 0) > 0 && !world.isTroubled)
          world.findings.push(`${result.rowCount} items were taken from their worker, which nothing had befallen`)
        break
      case 'update-items':
        await seeEnds(world, config)
        break
    }
  }
}

/** Before it has sent anything a worker takes each call for its longest. */
function seeClaim({ bank, settings, findings }: World, actor: Actor, rows: { id: string | null }[]): void {
  if (bank.requests.some(({ sender }) => sender === actor.name)) return
  const claimed = rows.filter(({ id }) => typeof id === 'string').length
  const { maxConcurrentCalls, timeoutMs } = bank.terms
  const most = Math.max(1, Math.floor((maxConcurrentCalls * settings.leaseMs) / 4 / timeoutMs))
  if (claimed > most)
    findings.push(`${actor.name} claims ${claimed} items at once, and the bank may take ${most} in a quarter of a lease`)
}

/** What is called failed although it is known that another request for it was never answered. It is looked at in the end. */
async function seeEnds(world: World, { values = [] }: QueryConfig): Promise<void> {
  const [merchantId, batchId, ordinals, , to] = values as [string, string, number[], string[], string[]]
  const failed = ordinals.filter((_ordinal, index) => to[index] === 'failed')
  if (failed.length === 0) return
  const { rows } = await world.database.pool.query<{ id: string }>({
    name: 'known-to-be-unanswered',
    text: `SELECT id FROM items WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = ANY ($3::integer[]) AND EXISTS (
             SELECT FROM transfer_attempts AS other WHERE other.merchant_id = $1 AND other.batch_id = $2
               AND other.ordinal = items.ordinal AND other.attempt <> items.attempt AND other.outcome IN ('unknown', 'accepted'))`,
    values: [merchantId, batchId, failed]
  })
  for (const { id } of rows) if (!world.bank.saidRejected.has(id)) world.failedUnanswered.add(id)
}

/** Transfers, questions and inquiries share the places that the bank has for a worker. */
export function findCrowds({ bank, actors }: World): string[] {
  const workers = new Set(actors.filter(({ kind }) => kind === 'worker').map(({ name }) => name))
  const { maxConcurrentCalls } = bank.terms
  return [...bank.mostAtOnce]
    .filter(([name, most]) => workers.has(name) && most > maxConcurrentCalls)
    .map(([name, most]) => `${name} had ${most} calls to the bank under way, which takes ${maxConcurrentCalls} at once`)
}

/** At the end of the bad part: the bank has said nothing of an item for days, and nobody was called. */
export async function findSilence({ database }: World): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string; status: string }>(
    `SELECT id, status FROM items
     WHERE status IN ('accepted', 'unknown') AND status_set_at < arus_now() - make_interval(secs => ${NOBODY_CALLED_MS / 1000})
       AND NOT EXISTS (SELECT FROM cases WHERE cases.merchant_id = items.merchant_id AND cases.batch_id = items.batch_id AND cases.ordinal = items.ordinal)
     ORDER BY batch_id, ordinal`
  )
  return rows.map(({ id, status }) => `${id} has been ${status} for two days, and nobody was called`)
}
