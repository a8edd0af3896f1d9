/**
 * How much a sandbox serves: `queryPayment` beside a bare Fastify route that only verifies the signature. Each server is a
 * process of its own, a third one has signed the requests beforehand, and this one only sends them. Rounds alternate between
 * the two, so that what else the machine does slows them alike; medians.
 *
 *     npm run bench:sandbox -- --round-ms 1500
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { median } from './rounds/median.js'
import { type Load, openLoad } from './sandbox/load.js'
import { type Server, startServer } from './sandbox/start-server.js'

const ROUNDS = 7
const CONNECTIONS = 32
const OFFERED = 2_000
const SIGN = fileURLToPath(new URL('./sandbox/sign-queries.js', import.meta.url))

type Round = { perSecond: number; cpuMicroseconds: number; p50Ms: number; p99Ms: number }
type Subject = { name: string; server: Server; load: Load; rounds: Round[] }

const { values } = parseArgs({ options: { 'round-ms': { type: 'string', default: '1500' } } })
const roundMs = Number(values['round-ms'])
const load = () => loadavg()[0]!.toFixed(2)

console.log(`${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, ${process.platform} ${process.arch}`)
console.log(`load ${load()} before; ${ROUNDS} rounds of ${roundMs} ms for each way\n`)

const [sandbox, bare] = await Promise.all([startServer('sandbox'), startServer('bare')])
const requests = await signRequests(sandbox.url)
const subjects: Subject[] = []
for (const [name, server] of [
  ['bare Fastify, verifies the signature', bare],
  ['sandbox, queryPayment', sandbox]
] as const)
  subjects.push({ name, server, load: await openLoad(server.url, requests, CONNECTIONS), rounds: [] })

for (let round = 0; round <= ROUNDS; round++) {
  for (const subject of subjects) {
    const measured = await measure(subject)
    // The first warms up.
    if (round > 0) subject.rounds.push(measured)
  }
}
print()
for (const { load, server } of subjects) {
  load.close()
  server.stop()
}

async function signRequests(url: string): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'arus-bench-'))
  const file = join(folder, 'queries.json')
  try {
    execFileSync(process.execPath, [SIGN, url, file], { stdio: 'inherit' })
    return (JSON.parse(await readFile(file, 'utf8')) as string[]).map((request) => Buffer.from(request))
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measure({ server, load }: Subject): Promise<Round> {
  const cpuBefore = await server.cpuMicroseconds()
  const perSecond = await load.saturate(roundMs)
  const cpuAfter = await server.cpuMicroseconds()
  const latenciesMs = await load.offer(OFFERED, roundMs)
  const at = (share: number) => latenciesMs[Math.ceil(latenciesMs.length * share) - 1]!
  const cpuMicroseconds = (cpuAfter - cpuBefore) / ((perSecond * roundMs) / 1000)
  return { perSecond, cpuMicroseconds, p50Ms: at(0.5), p99Ms: at(0.99) }
}

function print(): void {
  const [bareRounds, sandboxRounds] = subjects.map(({ rounds }) => rounds) as [Round[], Round[]]
  const middle = (rounds: readonly Round[], what: keyof Round) => median(rounds.map((round) => round[what]))
  const range = (rounds: readonly Round[], what: keyof Round, digits: number) => {
    const sorted = rounds.map((round) => round[what]).sort((a, b) => a - b)
    return `${sorted[0]!.toFixed(digits)} to ${sorted.at(-1)!.toFixed(digits)}`
  }
  console.log('| | answers a second | slowest to fastest round | processor time for one, µs |\n|---|---|---|---|')
  for (const { name, rounds } of subjects)
    console.log(
      `| ${name} | ${Math.round(middle(rounds, 'perSecond'))} | ${range(rounds, 'perSecond', 0)} | ${middle(rounds, 'cpuMicroseconds').toFixed(0)} |`
    )
  console.log(`\n| at ${OFFERED} a second offered | p50, ms | p99, ms | p99, best to worst round |\n|---|---|---|---|`)
  for (const { name, rounds } of subjects)
    console.log(
      `| ${name} | ${middle(rounds, 'p50Ms').toFixed(2)} | ${middle(rounds, 'p99Ms').toFixed(2)} | ${range(rounds, 'p99Ms', 2)} |`
    )
  const ratio = median(sandboxRounds.map(({ perSecond }, round) => perSecond / bareRounds[round]!.perSecond))
  const cpuRatio = middle(bareRounds, 'cpuMicroseconds') / middle(sandboxRounds, 'cpuMicroseconds')
  const p99Ms = middle(sandboxRounds, 'p99Ms')
  console.log('\n| | measured | wanted | |\n|---|---|---|---|')
  console.log(`| answers a second, of the bare route | ${ratio.toFixed(2)} | ≥ 0.5 | ${ratio >= 0.5 ? 'yes' : 'no'} |`)
  console.log(`| the same by processor time | ${cpuRatio.toFixed(2)} | | |`)
  console.log(`| p99 at ${OFFERED} a second, ms | ${p99Ms.toFixed(2)} | < 50 | ${p99Ms < 50 ? 'yes' : 'no'} |`)
  console.log(`\nload ${load()} after`)
}
