/**
 * How long a test waits for a sandbox: `startSandbox`, after import, until it listens. Twenty starts, one after the other.
 *
 *     npm run bench:sandbox-start
 */
import { cpus, loadavg } from 'node:os'

const STARTS = 20
const WANTED_MS = 300

console.log(`${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, load ${loadavg()[0]!.toFixed(2)}`)
const beforeImport = performance.now()
const { startSandbox } = await import('@arus/sandbox')
const importMs = performance.now() - beforeImport

const startsMs: number[] = []
for (let start = 0; start < STARTS; start += 1) {
  const begun = performance.now()
  const sandbox = await startSandbox({ port: 0 })
  startsMs.push(performance.now() - begun)
  // It serves, so that nothing is put off to the first request.
  const answer = await fetch(`${sandbox.url}/_sandbox/api/clock`)
  if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`)
  await sandbox.stop()
}

const sorted = startsMs.toSorted((a, b) => a - b)
const medianMs = (sorted[STARTS / 2 - 1]! + sorted[STARTS / 2]!) / 2
const written = (ms: number) => ms.toFixed(1)
console.log(`import ${written(importMs)} ms, once`)
console.log(`first start ${written(startsMs[0]!)} ms, fastest ${written(sorted[0]!)}, slowest ${written(sorted.at(-1)!)}`)
console.log(
  `median of ${STARTS} starts: ${written(medianMs)} ms; wanted below ${WANTED_MS}: ${medianMs < WANTED_MS ? 'yes' : 'NO'}`
)
if (medianMs >= WANTED_MS) process.exitCode = 1
