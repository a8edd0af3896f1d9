import type { RunResult } from '../run/run-simulation.js'

export type Summary = { add(result: RunResult): void; lines(): string[]; hasFindings(): boolean }

/** Counts what many runs went through, and what they found. */
export function createSummary(): Summary {
  const startedMs = performance.now()
  const runsWith = new Map<string, number>()
  const times = new Map<string, number>()
  const modes = new Map<string, number>()
  const failed: number[] = []
  let runs = 0
  let steps = 0
  let survivors = 0
  let doubles = 0
  return {
    add(result) {
      runs++
      steps += result.steps
      survivors += result.survivors.length
      doubles += result.findings.filter((finding) => finding.includes('WAS PAID')).length
      modes.set(result.mode, (modes.get(result.mode) ?? 0) + 1)
      if (result.findings.length > 0) failed.push(result.seed)
      for (const [fault, count] of result.counts) {
        times.set(fault, (times.get(fault) ?? 0) + count)
        runsWith.set(fault, (runsWith.get(fault) ?? 0) + 1)
      }
    },
    hasFindings: () => failed.length > 0,
    lines() {
      const seconds = (performance.now() - startedMs) / 1000
      const faults = [...times].sort(([left], [right]) => (left < right ? -1 : 1))
      return [
        '',
        `${'fault'.padEnd(46)} ${'times'.padStart(8)} ${'in runs'.padStart(8)}`,
        ...faults.map(
          ([fault, count]) => `${fault.padEnd(46)} ${String(count).padStart(8)} ${String(runsWith.get(fault)).padStart(8)}`
        ),
        '',
        `runs            ${runs} (${[...modes].map(([mode, count]) => `${mode}: ${count}`).join(', ')})`,
        `steps           ${steps}`,
        `paid twice      ${doubles}`,
        `by the one schedule that no server can survive (held up between the last check and the send, at a bank that breaks its word or has forgotten): ${survivors}`,
        `runs with findings ${failed.length}${failed.length > 0 ? `: seeds ${failed.slice(0, 20).join(', ')}` : ''}`,
        `seconds         ${seconds.toFixed(1)} (${((seconds * 1000) / Math.max(1, runs)).toFixed(0)} ms a run)`
      ]
    }
  }
}
