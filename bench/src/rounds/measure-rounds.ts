import { median } from './median.js'

/** What is measured: one call does the work once. */
export type Case = { name: string; run: () => unknown }

/** How often a case ran in a second: the median of the rounds, and the slowest and fastest of them. */
export type Rate = { perSecond: number; slowest: number; fastest: number }

const ROUNDS = 7
const SLICE_MS = 20

/**
 * Measures cases against each other: in each round, all run in turns of 20 ms until each had its share, so that what else
 * the machine does slows them alike. The first round, of warming up, does not count.
 */
export function measureRounds(cases: readonly Case[], roundMs: number): Map<string, Rate> {
  const rounds = new Map<string, number[]>(cases.map(({ name }) => [name, []]))
  for (let round = 0; round <= ROUNDS; round++) {
    const spent = new Map<string, { calls: number; ms: number }>(cases.map(({ name }) => [name, { calls: 0, ms: 0 }]))
    for (let slice = 0; slice < roundMs / SLICE_MS; slice++) {
      for (const { name, run } of cases) {
        const sum = spent.get(name)!
        const { calls, ms } = runFor(run, SLICE_MS)
        sum.calls += calls
        sum.ms += ms
      }
    }
    if (round > 0) for (const [name, { calls, ms }] of spent) rounds.get(name)!.push((calls / ms) * 1000)
  }
  return new Map([...rounds].map(([name, rates]) => [name, toRate(rates)]))
}

/** Runs for about this long; the clock is read between runs, which is nothing beside a signature. */
export function runFor(run: () => unknown, sliceMs: number): { calls: number; ms: number } {
  const start = performance.now()
  let ms = 0
  let calls = 0
  while (ms < sliceMs) {
    run()
    calls++
    ms = performance.now() - start
  }
  return { calls, ms }
}

export function toRate(rates: readonly number[]): Rate {
  return { perSecond: median(rates), slowest: Math.min(...rates), fastest: Math.max(...rates) }
}
