import { median } from '../rounds/median.js'
import type { HostileInput } from './hostile-inputs.js'

const ROUNDS = 7
const SLICE_MS = 4

/** What an input costs at each size, as the median of seven rounds that take all sizes in turn. */
export async function measureGrowth(input: HostileInput, sizesKib: readonly number[]) {
  const runs = sizesKib.map((size) => input.make(size * 1024))
  const rounds: number[][] = sizesKib.map(() => [])
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, run] of runs.entries()) {
      const microseconds = await timeOf(run)
      if (round > 0) rounds[index]!.push(microseconds)
    }
  }
  const microseconds = rounds.map(median)
  const doublings = Math.log2(sizesKib.at(-1)! / sizesKib[0]!)
  return { microseconds, perDoubling: (microseconds.at(-1)! / microseconds[0]!) ** (1 / doublings) }
}

async function timeOf(run: () => unknown): Promise<number> {
  const start = performance.now()
  let calls = 0
  let ms = 0
  while (ms < SLICE_MS) {
    try {
      await run()
    } catch {
      // Refused, as it should be.
    }
    calls++
    ms = performance.now() - start
  }
  return (ms / calls) * 1000
}
