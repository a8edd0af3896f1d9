/**
 * How the cost of a hostile notification, or of a hostile text for a key, grows with its size: it must be no worse than
 * linear.
 *
 *     npm run bench:hostile
 */
import { cpus, loadavg } from 'node:os'
import { type HostileInput, hostileKeys, hostileRequests } from './hostile/hostile-inputs.js'
import { measureGrowth } from './hostile/measure-growth.js'

/** Doubling what is linear doubles the cost; caches that overflow add to it. What is quadratic makes it fourfold. */
const MOST_PER_DOUBLING = 3

console.log(`${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, load ${loadavg()[0]!.toFixed(2)}\n`)
const isLinear = [await print(hostileRequests, [64, 128, 256, 512, 1024]), await print(hostileKeys, [4, 8, 16, 32, 63])]
if (isLinear.includes(false)) process.exitCode = 1

async function print(inputs: readonly HostileInput[], sizesKib: readonly number[]): Promise<boolean> {
  const headings = sizesKib.map((size) => `${size} KiB`).join(' | ')
  console.log(
    `| microseconds for | ${headings} | from the first to the last, per doubling |\n|---|${'---|'.repeat(sizesKib.length + 1)}`
  )
  let isLinear = true
  for (const input of inputs) {
    const { microseconds, perDoubling } = await measureGrowth(input, sizesKib)
    isLinear &&= perDoubling < MOST_PER_DOUBLING
    console.log(`| ${input.name} | ${microseconds.map((time) => time.toFixed(0)).join(' | ')} | ${perDoubling.toFixed(2)} |`)
  }
  console.log(`\n${isLinear ? 'No' : 'SOME'} cost grows faster than linearly: ${MOST_PER_DOUBLING} per doubling or more.\n`)
  return isLinear
}
