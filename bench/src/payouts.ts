/**
 * What a batch of payouts costs: ours, beside bare SQL and beside the usual way, on one durable PostgreSQL, over HTTP, with
 * webhooks; and what others notice of it meanwhile. Prints Markdown.
 *
 *     npm run bench:payouts -- --items 100000
 *     npm run bench:payouts -- --only rounds --rounds 3 --ways ours,floor
 *     npm run bench:payouts -- --quick
 */
import { cpus, loadavg } from 'node:os'
import { formatTable } from './payouts/format-table.js'
import { measureCallers } from './payouts/measure-callers.js'
import { measureDeliveries } from './payouts/measure-deliveries.js'
import { measureRounds } from './payouts/measure-rounds.js'
import { measureSmallBatches } from './payouts/measure-small-batches.js'
import { measureThreeBatches } from './payouts/measure-three-batches.js'
import { measureWorkers } from './payouts/measure-workers.js'
import { openPostgres } from './payouts/open-postgres.js'
import { parseOptions } from './payouts/parse-options.js'
import type { Figure, PartContext, PartResult } from './payouts/part.js'

const PARTS: Record<string, (context: PartContext) => Promise<PartResult>> = {
  rounds: measureRounds,
  'small-batches': measureSmallBatches,
  workers: measureWorkers,
  'three-batches': measureThreeBatches,
  callers: measureCallers,
  deliveries: measureDeliveries
}

const options = parseOptions(process.argv.slice(2), Object.keys(PARTS))
const load = () => loadavg()[0]!.toFixed(1)
const postgres = await openPostgres()
// PostgreSQL outlives its starter, so it is stopped here too.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void postgres.stop().finally(() => process.exit(1)))
const figures: Figure[] = []
try {
  console.log(`${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, load ${load()} before\n`)
  console.log(formatTable(['setting of PostgreSQL', 'value'], Object.entries(postgres.settings)))
  for (const { name, isDumping } of options.parts) {
    console.error(`${name}${isDumping ? ', while dumped' : ''}, at a load of ${load()}`)
    const { tables, figures: found } = await PARTS[name]!({
      ...options,
      postgres,
      isDumping,
      rounds: isDumping ? 1 : options.rounds
    })
    console.log(`\n### ${name}${isDumping ? ', while the database is dumped' : ''}\n\n${tables.join('\n\n')}`)
    figures.push(...found)
  }
  const rows = figures.map(({ name, wanted, measured, isReached }) => [name, wanted, measured, isReached ? 'yes' : 'no'])
  console.log(`\n### summary\n\n${formatTable(['', 'wanted', 'measured', 'reached'], rows)}\n\nload ${load()} after`)
} finally {
  await postgres.stop()
}
