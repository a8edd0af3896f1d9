import { makeBatch } from '../batches/make-batch.js'
import { dumpBeside } from './dump-beside.js'
import { formatNumber, formatTable } from './format-table.js'
import { checkPaid, WARM_UP_ITEMS, warmUp } from './measure-arus.js'
import type { MerchantClient } from './merchant-client.js'
import { nameDump, type PartContext, type PartResult } from './part.js'
import { payBatch } from './pay-batch.js'
import { readUsage, type Usage } from './read-usage.js'
import { startArus } from './start-arus.js'

const WANTED_TIMES = 3.3
/** Two runs of one and the same batch differ by about as much. */
const MEMORY_NOISE = 1.1

/** Three batches of three merchants at once against one: how much longer, and with how much more memory. */
export async function measureThreeBatches(context: PartContext): Promise<PartResult> {
  const one = await pay(context, 1)
  const three = await pay(context, 3)
  const times = three.seconds / one.seconds
  const rows = one.usage.map(({ name, peakMiB }, index) => [name, String(peakMiB), String(three.usage[index]!.peakMiB)])
  const [oneMiB, threeMiB] = [one, three].map(({ usage }) => usage.reduce((sum, { peakMiB }) => sum + peakMiB, 0)) as [
    number,
    number
  ]
  const dump = nameDump(context)
  return {
    tables: [
      formatTable(
        ['', 'one batch', 'three batches'],
        [
          ['first submit to last completed, s', formatNumber(one.seconds, 2), formatNumber(three.seconds, 2)],
          ...rows.map(([name, ...peaks]) => [`peak memory of ${name}, MiB`, ...peaks])
        ]
      )
    ],
    figures: [
      {
        name: `three batches, times one${dump}`,
        wanted: `< ${WANTED_TIMES}`,
        measured: formatNumber(times, 2),
        isReached: times < WANTED_TIMES
      },
      {
        name: `three batches, peak memory of all processes, times one${dump}`,
        wanted: `no more (≤ ${MEMORY_NOISE})`,
        measured: formatNumber(threeMiB / oneMiB, 2),
        isReached: threeMiB / oneMiB <= MEMORY_NOISE
      }
    ]
  }
}

async function pay(context: PartContext, batchCount: number): Promise<{ seconds: number; usage: Usage[] }> {
  const { postgres, items, workerCount } = context
  const database = await postgres.createDatabase()
  try {
    const arus = await startArus(database, { maxItems: Math.max(items, WARM_UP_ITEMS), workerCount, railLatencyMs: 0 })
    try {
      const body = makeBatch(items)
      const clients: MerchantClient[] = []
      for (let count = 0; count < batchCount; count++) clients.push(await arus.createMerchant(items))
      await warmUp(database.pool, arus)
      const startedMs = performance.now()
      await dumpBeside(context, database, () => Promise.all(clients.map((client) => payBatch(client, body))))
      const seconds = (performance.now() - startedMs) / 1000
      const usage = await readUsage(arus.processes, postgres.processId)
      await checkPaid(database.pool, arus, batchCount * items + WARM_UP_ITEMS)
      return { seconds, usage }
    } finally {
      await arus.stop()
    }
  } finally {
    await database.drop()
  }
}
