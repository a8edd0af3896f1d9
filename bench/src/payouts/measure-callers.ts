import { setTimeout as delay } from 'node:timers/promises'
import { makeBatch } from '../batches/make-batch.js'
import { forkProcess } from '../processes/fork-process.js'
import { dumpBeside } from './dump-beside.js'
import { formatNumber, formatTable } from './format-table.js'
import { WARM_UP_ITEMS, warmUp } from './measure-arus.js'
import { createMerchantClient } from './merchant-client.js'
import { nameDump, type PartContext, type PartResult } from './part.js'
import { payBatch } from './pay-batch.js'
import type { CallerQuestions } from './processes/run-caller.js'
import { readShare } from './read-share.js'
import { startArus } from './start-arus.js'

const PER_SECOND = 20
const ALONE_MS = 20_000
const OWN_ITEMS = 500
const WANTED_P99_MS = 100

/** What another merchant's calls to an API process of its own take, alone and while a large batch is paid. */
export async function measureCallers(context: PartContext): Promise<PartResult> {
  const { postgres, items, workerCount } = context
  const database = await postgres.createDatabase()
  try {
    const arus = await startArus(database, { maxItems: Math.max(items, WARM_UP_ITEMS), workerCount, railLatencyMs: 0 })
    try {
      const large = makeBatch(items)
      const paying = await arus.createMerchant(items)
      const calling = await arus.createMerchant(OWN_ITEMS)
      const { batchId } = await payBatch(calling, makeBatch(OWN_ITEMS))
      await warmUp(database.pool, arus)
      const apiUrl = await arus.startApi('API of other callers')
      const own = createMerchantClient(apiUrl, calling)
      const paths = [
        '/disbursements?limit=20',
        `/disbursements/${batchId}`,
        `/disbursements/${batchId}/status`,
        '/disbursements/topup/balance',
        '/events?limit=20'
      ]
      for (const path of paths) for (let count = 0; count < 20; count++) await own.call('GET', path)
      const caller = await forkProcess<CallerQuestions>('caller', 'run-caller.js', {
        apiUrl,
        secretKey: calling.secretKey,
        paths,
        perSecond: PER_SECOND
      })
      try {
        await delay(1000)
        await caller.ask('latencies')
        await delay(ALONE_MS)
        const alone = await caller.ask('latencies')
        const { total } = await dumpBeside(context, database, () => payBatch(paying, large))
        return describe(context, alone, await caller.ask('latencies'), total)
      } finally {
        await caller.stop()
      }
    } finally {
      await arus.stop()
    }
  } finally {
    await database.drop()
  }
}

function describe(context: PartContext, alone: readonly number[], beside: readonly number[], largeSeconds: number): PartResult {
  const row = (name: string, latenciesMs: readonly number[]) => [
    name,
    String(latenciesMs.length),
    ...[0.5, 0.99, 1].map((share) => formatNumber(readShare(latenciesMs, share), 1))
  ]
  const p99Ms = readShare(beside, 0.99)
  return {
    tables: [
      `GETs at ${PER_SECOND} a second to an API process of their own, each timed from when it was due; the batch of ${formatNumber(context.items)} took ${formatNumber(largeSeconds, 2)} s.`,
      formatTable(
        ['other callers', 'calls', 'p50, ms', 'p99, ms', 'slowest, ms'],
        [row('alone', alone), row(`beside ${formatNumber(context.items)} items`, beside)]
      )
    ],
    figures: [
      {
        name: `p99 of other callers beside ${formatNumber(context.items)} items, ms${nameDump(context)}`,
        wanted: `< ${WANTED_P99_MS}`,
        measured: formatNumber(p99Ms, 1),
        isReached: p99Ms < WANTED_P99_MS
      }
    ]
  }
}
