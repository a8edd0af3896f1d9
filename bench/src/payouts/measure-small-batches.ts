import { makeBatch } from '../batches/make-batch.js'
import { dumpBeside } from './dump-beside.js'
import { formatNumber, formatTable } from './format-table.js'
import { checkPaid, WARM_UP_ITEMS, warmUp } from './measure-arus.js'
import { nameDump, type PartContext, type PartResult } from './part.js'
import { payBatch } from './pay-batch.js'
import { readShare } from './read-share.js'
import { startArus } from './start-arus.js'

const SMALL_ITEMS = 10
const ALONE = 20
const WANTED_SECONDS = 2

/**
 * Batches of ten, one after the other, alone and then all the while that a large one is submitted, validated and paid: by
 * turns of the large one's merchant and of another.
 */
export async function measureSmallBatches(context: PartContext): Promise<PartResult> {
  const { postgres, items, workerCount } = context
  const database = await postgres.createDatabase()
  try {
    const arus = await startArus(database, { maxItems: Math.max(items, WARM_UP_ITEMS), workerCount, railLatencyMs: 0 })
    try {
      const small = makeBatch(SMALL_ITEMS)
      const [same, other] = [await arus.createMerchant(items + 100_000), await arus.createMerchant(100_000)]
      const large = makeBatch(items)
      await warmUp(database.pool, arus)
      const alone: number[] = []
      for (let count = 0; count < ALONE; count++) alone.push((await payBatch(other, small)).total)

      const beside = { same: [] as number[], other: [] as number[] }
      const largeStages = await dumpBeside(context, database, async () => {
        let isPaid = false
        const paying = payBatch(same, large).finally(() => {
          isPaid = true
        })
        // Not counted: one that only ended after the large one was done.
        const keepPaying = async () => {
          while (!isPaid) {
            const [of, client] =
              beside.other.length > beside.same.length ? (['same', same] as const) : (['other', other] as const)
            beside[of].push((await payBatch(client, small)).total)
          }
        }
        const [stages] = await Promise.all([paying, keepPaying()])
        return stages
      })
      const batches = ALONE + beside.same.length + beside.other.length
      await checkPaid(database.pool, arus, items + WARM_UP_ITEMS + batches * SMALL_ITEMS)
      return describe(context, alone, beside, largeStages.total)
    } finally {
      await arus.stop()
    }
  } finally {
    await database.drop()
  }
}

function describe(
  context: PartContext,
  alone: readonly number[],
  beside: { same: readonly number[]; other: readonly number[] },
  largeSeconds: number
): PartResult {
  const row = (name: string, seconds: readonly number[]) => [
    name,
    String(seconds.length),
    formatNumber(readShare(seconds, 0.5), 2),
    formatNumber(readShare(seconds, 1), 2)
  ]
  const figure = (whose: string, seconds: readonly number[]) => ({
    name: `a batch of ${SMALL_ITEMS} beside one of ${formatNumber(context.items)} of ${whose} merchant, slowest, s${nameDump(context)}`,
    wanted: `< ${WANTED_SECONDS}`,
    measured: formatNumber(readShare(seconds, 1), 2),
    isReached: readShare(seconds, 1) < WANTED_SECONDS
  })
  return {
    tables: [
      `Batches of ${SMALL_ITEMS}, one after the other, from submit to completed, the merchant's own polling (every 20 ms) included; the large one took ${formatNumber(largeSeconds, 2)} s meanwhile.`,
      formatTable(
        [`batches of ${SMALL_ITEMS}`, 'how many', 'median, s', 'slowest, s'],
        [
          row('alone', alone),
          row(`beside ${formatNumber(context.items)} of another merchant`, beside.other),
          row(`beside ${formatNumber(context.items)} of the same merchant`, beside.same)
        ]
      )
    ],
    figures: [figure('another', beside.other), figure('the same', beside.same)]
  }
}
