import type { Writes } from './count-writes.js'
import { formatNumber, formatSpread, formatTable } from './format-table.js'
import { type ArusMeasurement, measureArus } from './measure-arus.js'
import { FLOOR_ROWS_A_COMMIT, type FloorMeasurement, measureFloor } from './measure-floor.js'
import { measureUsual, type UsualMeasurement } from './measure-usual.js'
import type { Database } from './open-postgres.js'
import { type Figure, nameDump, type PartContext, type PartResult } from './part.js'
import { STAGES, type Stage } from './pay-batch.js'
import { type Floor, prepareFloor } from './prepare-floor.js'
import { RAIL_CONCURRENCY } from './processes/memory-rail.js'
import type { Usage } from './read-usage.js'
import { USUAL_SETTINGS } from './usual-schema.js'

const SLOW_RAIL_MS = 50
/** One statement at a time, and as many as there are processors here. */
const FLOOR_CONNECTIONS = [1, 2] as const

/** What a way took in one round, in the same terms for all. */
type Run = { perSecond: number; commits: number; walBytes: number; processorMicroseconds: number }
type Way = { name: string; runs: Run[] }

/**
 * Ours, ours with a slow bank, the floor and the usual way, in turns: each round begins with another one, so that what the
 * machine does meanwhile slows all alike.
 */
export async function measureRounds(context: PartContext): Promise<PartResult> {
  const { postgres, items, workerCount, usualItems } = context
  const arus: ArusMeasurement[] = []
  const slow: ArusMeasurement[] = []
  const usual: UsualMeasurement[] = []
  const floors = FLOOR_CONNECTIONS.map((connections) => ({ connections, measurements: [] as FloorMeasurement[] }))
  let floor: Floor | undefined

  const turns: { way: RoundWay; name: string; run(): Promise<unknown> }[] = [
    {
      way: 'ours',
      name: 'ours',
      async run() {
        const keep = async (paid: Database, writes: Writes) => {
          if (context.ways.includes('floor')) floor ??= await prepareFloor(postgres, paid, items, writes)
        }
        arus.push(await measureArus(context, { items, workerCount, railLatencyMs: 0 }, keep))
      }
    },
    ...floors.map(({ connections, measurements }) => ({
      way: 'floor' as const,
      name: `floor, ${connections} connection${connections > 1 ? 's' : ''}`,
      run: async () => measurements.push(await measureFloor(postgres, floor!, connections))
    })),
    { way: 'usual', name: 'usual', run: async () => usual.push(await measureUsual(postgres, usualItems)) },
    {
      way: 'slow',
      name: `ours, ${SLOW_RAIL_MS} ms`,
      run: async () => slow.push(await measureArus(context, { items, workerCount, railLatencyMs: SLOW_RAIL_MS }))
    }
  ]
  const wanted = turns.filter(({ way }) => way === 'ours' || context.ways.includes(way))
  for (let round = 0; round < context.rounds; round++) {
    const order = [...wanted.slice(round % wanted.length), ...wanted.slice(0, round % wanted.length)]
    console.error(`round ${round + 1}: ${order.map(({ name }) => name).join('; ')}`)
    for (const { run } of order) await run()
  }
  await floor?.database.drop()

  const ours: Way = { name: '(a) to (d), bank of zero latency', runs: arus.map((one) => summarise(one, items)) }
  const others: Way[] = [
    { name: `(a) to (d) with (e), bank of ${SLOW_RAIL_MS} ms`, runs: slow.map((one) => summarise(one, items)) },
    ...floors.map(({ connections, measurements }) => ({
      name: `(f) floor, ${connections} connection${connections > 1 ? 's' : ''}`,
      runs: measurements.map((one) => summariseFloor(one, items))
    })),
    { name: `(g) usual way, ${formatNumber(usualItems)} items`, runs: usual.map((one) => summarise(one, usualItems)) }
  ]
  const ways = [ours, ...others].filter(({ runs }) => runs.length > 0)
  const comparison: Comparison = { ways, ours, floor: findFastest(ways, '(f)'), usual: findFastest(ways, '(g)') }
  return {
    tables: [
      describeSettings(context),
      stageTable(
        [
          { name: '', runs: arus },
          { name: `, bank of ${SLOW_RAIL_MS} ms`, runs: slow }
        ].filter(({ runs }) => runs.length > 0),
        items
      ),
      waysTable(comparison),
      writesTable(arus[0]!, items),
      usageTable([
        { name: 'ours', usages: arus.map(({ usage }) => usage), items },
        { name: `ours, ${SLOW_RAIL_MS} ms`, usages: slow.map(({ usage }) => usage), items },
        { name: 'usual way', usages: usual.map(({ usage }) => usage), items: usualItems }
      ])
    ],
    figures: listFigures(context, comparison, arus)
  }
}

/** Ways to run; ours always runs. */
export const ROUND_WAYS = ['ours', 'floor', 'usual', 'slow'] as const
export type RoundWay = (typeof ROUND_WAYS)[number]

/** What ours is compared with, where it ran. */
type Comparison = { ways: readonly Way[]; ours: Way; floor: Way | undefined; usual: Way | undefined }

/** The floor is the faster one, whichever that is here. */
function findFastest(ways: readonly Way[], letter: string): Way | undefined {
  const found = ways.filter(({ name }) => name.startsWith(letter))
  return found.sort((left, right) => middle(right, 'perSecond') - middle(left, 'perSecond'))[0]
}

function summarise({ stages, writes, usage }: ArusMeasurement | UsualMeasurement, items: number): Run {
  return {
    perSecond: items / stages.total,
    commits: writes.commits / items,
    walBytes: writes.walBytes / items,
    processorMicroseconds: (addSeconds(usage) / items) * 1e6
  }
}

function summariseFloor({ seconds, commits, walBytes, usage }: FloorMeasurement, items: number): Run {
  return {
    perSecond: items / seconds,
    commits: commits / items,
    walBytes: walBytes / items,
    processorMicroseconds: (addSeconds(usage) / items) * 1e6
  }
}

function addSeconds(usage: readonly Usage[]): number {
  return usage.reduce((sum, { processorSeconds }) => sum + processorSeconds, 0)
}

function middle({ runs }: Way, what: keyof Run): number {
  const sorted = runs.map((run) => run[what]).sort((a, b) => a - b)
  return sorted[sorted.length >> 1]!
}

function describeSettings({ workerCount, rounds }: PartContext): string {
  const { processes, loopsAProcess, jobsAFetch, payoutsAtOnceAProcess, jobsAnInsert } = USUAL_SETTINGS
  return `${rounds} rounds, each way beginning one in turn. Ours: ${workerCount} worker processes, at most ${RAIL_CONCURRENCY} calls to the bank of
each at once. Floor: ${formatNumber(FLOOR_ROWS_A_COMMIT)} rows a statement and commit. Usual way: pg-boss 10.4.2, ${processes} worker processes with ${loopsAProcess} loops
a stage, ${jobsAFetch} jobs a fetch, ${payoutsAtOnceAProcess} payouts at once in each, ${formatNumber(jobsAnInsert)} jobs an insert.`
}

function stageTable(banks: readonly { name: string; runs: readonly ArusMeasurement[] }[], items: number): string {
  const rows = STAGES.map(({ stage, name }) => [name, ...banks.flatMap(({ runs }) => stageCells(runs, stage, items))])
  const webhook = banks.flatMap(({ runs }) => {
    const { median, spread } = formatSpread(
      runs.map(({ webhookSeconds }) => webhookSeconds),
      2
    )
    return [median, spread, '']
  })
  const head = banks.flatMap(({ name }) => [`seconds${name}`, 'spread', 'items per second'])
  return formatTable(['stage', ...head], [...rows, ['completed webhook, after that', ...webhook]])
}

function stageCells(runs: readonly ArusMeasurement[], stage: Stage, items: number): string[] {
  const seconds = runs.map(({ stages }) => stages[stage])
  const { median, spread } = formatSpread(seconds, 2)
  const sorted = seconds.toSorted((a, b) => a - b)
  return [median, spread, stage === 'approve' ? '' : formatNumber(items / sorted[sorted.length >> 1]!)]
}

function waysTable({ ways, floor, usual }: Comparison): string {
  const rows = ways.map((way) => {
    const { median, spread } = formatSpread(way.runs.map(({ perSecond }) => perSecond))
    const ratio = (to: Way | undefined) =>
      to === undefined ? '' : formatNumber(middle(way, 'perSecond') / middle(to, 'perSecond'), 2)
    return [
      way.name,
      median,
      spread,
      ratio(floor),
      ratio(usual),
      formatNumber(middle(way, 'commits'), 4),
      formatNumber(middle(way, 'walBytes')),
      formatNumber(middle(way, 'processorMicroseconds'))
    ]
  })
  return formatTable(
    [
      'way',
      'items per second',
      'spread',
      'of (f)',
      'times (g)',
      'commits per item',
      'WAL bytes per item',
      'processor time per item, all processes, µs'
    ],
    rows
  )
}

function writesTable({ writes }: ArusMeasurement, items: number): string {
  const perItem = (count: number) => formatNumber(count / items, 4)
  return formatTable(
    ['rows written per item', 'inserts', 'updates', 'of them HOT', 'deletes'],
    [...writes.tables].map(([name, { inserts, updates, hotUpdates, deletes }]) => [
      name,
      ...[inserts, updates, hotUpdates, deletes].map(perItem)
    ])
  )
}

function usageTable(ways: readonly { name: string; usages: readonly Usage[][]; items: number }[]): string {
  const rows = ways.flatMap(({ name: way, usages, items }) =>
    (usages[0] ?? []).map(({ name }, index) => {
      const peak = formatSpread(usages.map((usage) => usage[index]!.peakMiB))
      const seconds = formatSpread(usages.map((usage) => (usage[index]!.processorSeconds / items) * 1e6))
      return [way, name, peak.median, peak.spread, seconds.median]
    })
  )
  return formatTable(['way', 'process', 'peak memory, MiB', 'spread', 'processor time per item, µs'], rows)
}

function listFigures(context: PartContext, { ours, floor, usual }: Comparison, arus: readonly ArusMeasurement[]): Figure[] {
  const dump = nameDump(context)
  const figures: Figure[] = []
  if (usual !== undefined) {
    const times = middle(ours, 'perSecond') / middle(usual, 'perSecond')
    figures.push({ name: `(a) to (d), times (g)${dump}`, wanted: '≥ 4', measured: formatNumber(times, 2), isReached: times >= 4 })
  }
  if (floor !== undefined) {
    const share = middle(ours, 'perSecond') / middle(floor, 'perSecond')
    figures.push({
      name: `(a) to (d), of (f)${dump}`,
      wanted: '≥ 0.60',
      measured: formatNumber(share, 2),
      isReached: share >= 0.6
    })
  }
  const seconds = arus.map(({ stages }) => stages.total).sort((a, b) => a - b)[arus.length >> 1]!
  figures.push({
    name: `${formatNumber(context.items)} items from submit to completed, s${dump}`,
    wanted: '< 15',
    measured: formatNumber(seconds, 2),
    isReached: seconds < 15
  })
  return figures
}
