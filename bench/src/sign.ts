/**
 * What a signature and a notification cost: dana-node from npm, Arus, and node:crypto with a key that was parsed once. One
 * process, seven alternating rounds, medians.
 *
 *     npm run bench:sign -- --round-ms 400
 */
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measureRounds, type Rate } from './rounds/measure-rounds.js'
import { measureAsynchronous } from './sign/measure-asynchronous.js'
import * as notifications from './sign/notification-cases.js'
import * as signing from './sign/signing-cases.js'

const IN_FLIGHT = 16

const { values } = parseArgs({ options: { 'round-ms': { type: 'string', default: '400' } } })
const roundMs = Number(values['round-ms'])

console.log(`${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, ${process.platform} ${process.arch}`)
console.log(`load ${loadavg()[0]!.toFixed(2)} before; 7 rounds of ${roundMs} ms for each way\n`)

const signed = measureRounds(signing.signingCases, roundMs)
printRates('headers of a B2B call', signed)
const { raw, signed: away, delayMs } = await measureAsynchronous(IN_FLIGHT, roundMs)
const ASYNCHRONOUS = `Arus, asynchronously, ${IN_FLIGHT} in flight`
const RAW_BETWEEN = 'node:crypto, synchronously, between its rounds'
printRates(
  'the same, off the event loop',
  new Map([
    [RAW_BETWEEN, raw],
    [ASYNCHRONOUS, away]
  ])
)
console.log(
  `Event loop's delay meanwhile, p99 of a round: ${delayMs.median.toFixed(2)} ms, worst round ${delayMs.worst.toFixed(2)}\n`
)
const verified = measureRounds(notifications.notificationCases, roundMs)
printRates('a notification, verified and parsed', verified)

console.log('| ratio | measured | wanted | |\n|---|---|---|---|')
compare('synchronous signing, times dana-node', signed, signing.OURS, signing.GENUINE, 3.5)
compare('the same, bare base64', signed, signing.OURS_BASE64, signing.GENUINE_BASE64, 3.5)
compare('synchronous signing, of node:crypto', signed, signing.OURS, signing.RAW, 0.92)
printRatio('asynchronous signing, times node:crypto synchronously', away.perSecond / raw.perSecond, 1.6)
printRow("event loop's delay at p99, ms", delayMs.median.toFixed(2), '< 5', delayMs.median < 5)
compare('notification, times dana-node', verified, notifications.OURS_PER_REQUEST, notifications.GENUINE_PER_REQUEST, 5)
compare('notification, of node:crypto', verified, notifications.OURS_PER_REQUEST, notifications.RAW_VERIFY, 0.85)
compare('notification, one parser, of node:crypto', verified, notifications.OURS_REUSED, notifications.RAW_VERIFY, 0.85)
// No client that signs with node:crypto is faster than this: how far a parsed key helps is up to the processor.
const ceiling = signed.get(signing.RAW)!.perSecond / signed.get(signing.GENUINE)!.perSecond
console.log(`\nnode:crypto itself signs ${ceiling.toFixed(2)} times as fast as dana-node here.`)
console.log(`load ${loadavg()[0]!.toFixed(2)} after`)

function printRates(title: string, rates: ReadonlyMap<string, Rate>): void {
  console.log(`| ${title} | a second | slowest to fastest round |\n|---|---|---|`)
  for (const [name, { perSecond, slowest, fastest }] of rates)
    console.log(`| ${name} | ${Math.round(perSecond)} | ${Math.round(slowest)} to ${Math.round(fastest)} |`)
  console.log()
}

function compare(title: string, rates: ReadonlyMap<string, Rate>, ours: string, other: string, wanted: number): void {
  printRatio(title, rates.get(ours)!.perSecond / rates.get(other)!.perSecond, wanted)
}

function printRatio(title: string, ratio: number, wanted: number): void {
  printRow(title, ratio.toFixed(2), `≥ ${wanted}`, ratio >= wanted)
}

function printRow(title: string, measured: string, wanted: string, isReached: boolean): void {
  console.log(`| ${title} | ${measured} | ${wanted} | ${isReached ? 'yes' : 'no'} |`)
}
