import { FAULT_KINDS } from '../plan/make-plan.js'
import type { Run } from '../run-chaos.js'
import { judgeRun, measureRun, WANTED_SENDING } from './judge-run.js'

/** What a run came to, for a person to read. */
export function describeRun(run: Run): string {
  const { options, setting, deeds, outcome, calls } = run
  const { sending, kills, pickup, settling } = measureRun(run)
  const { batches, book, events, ledger, replays } = outcome
  const faults = judgeRun(run)
  const rows: [string, string][] = [
    [
      'load',
      `${run.batches} batches acknowledged, ${run.items} items, in ${options.seconds} s, by ${setting.merchants} merchants`
    ],
    [
      'their calls',
      `${calls.sent} sent; ${calls.unanswered} unanswered, ${calls.serverErrors} answered 5xx, ${calls.busy} told to come again`
    ],
    [
      'in sending',
      `least ${sending.least}, median ${sending.median}; ${WANTED_SENDING} or more ${percent(sending.share)} of the time`
    ],
    ...FAULT_KINDS.map((kind): [string, string] => [
      kind.replace('_', ' '),
      `${deeds.done[kind] ?? 0}${deeds.skipped[kind] === undefined ? '' : ` (${deeds.skipped[kind]} more were planned, and found nobody that they might hit)`}`
    ]),
    [
      'hit mid-flight',
      `${kills.midFlight} of ${kills.all} killed workers, between claim and commit (wanted: ${kills.wanted}), with ${kills.left} attempts`
    ],
    [
      'picked up after',
      `${describeSpread(pickup)} (wanted: ${seconds(pickup.wantedMs)})${pickup.never === 0 ? '' : `; ${pickup.never} never`}`
    ],
    ['first settled after', describeSpread(settling)],
    ['worked off', `in ${outcome.drainSeconds.toFixed(1)} s`],
    ['items', list(batches.items)],
    ['open cases', list(batches.openCases)],
    [
      'lost',
      `${batches.lost.length + batches.stuck.length} (batches or items of them missing: ${batches.lost.length}; items that nobody looks after: ${batches.stuck.length})`
    ],
    ['twice', `${book.twice.length} of ${book.paid} items that the bank has paid; batches twice: ${batches.unasked.length}`],
    ['otherwise at the bank', String(book.differing.length)],
    ['ledger', `${ledger.faults.length} faults in ${ledger.checks} checks`],
    [
      'completed events',
      `${batches.finalBatches.length} batches; not exactly one: ${events.wrongEvents.length}; undelivered: ${events.undelivered.length}; delivered more than once: ${events.repeated}`
    ],
    ['webhooks', `${events.verified} with both signatures verified, ${events.refused.length} refused`],
    ['submits again', `${replays.sent}; answered otherwise than at first: ${replays.faults.length}`],
    ['in all', seconds(run.secondsInAll * 1000)]
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return [
    `chaos, seed ${options.seed}, over a bank that ${options.refusesRepeats ? 'refuses repeats' : 'books repeats'}; ` +
      `${setting.apis} APIs, ${setting.workers} workers, lease ${seconds(setting.leaseMs)}, bank's latency ${setting.latencyMs} ms`,
    ...rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`),
    faults.length === 0 ? 'PASSED' : `FAILED\n${faults.map((fault) => `  ${fault}`).join('\n')}`
  ].join('\n')
}

function describeSpread({ median, p95, most }: { median: number; p95: number; most: number }): string {
  return `median ${seconds(median)}, p95 ${seconds(p95)}, most ${seconds(most)}`
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)}%`
}

function list(counts: Record<string, number>): string {
  const words = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
  return words.length === 0 ? 'none' : words.join(', ')
}
