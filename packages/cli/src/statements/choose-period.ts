import { CommandError } from '../command-line/command-result.js'
import { readMoment } from './read-moment.js'
import type { StatementFile } from './statement-file.js'

/** What a statement covers: from a moment until before another, in milliseconds since 1970. */
export type Period = { fromMs: number; toMs: number; isFromFile: boolean }

const DAY_MS = 86_400_000

/**
 * The period that a statement covers: as it was given (whole days, or moments of which the second is no more of it), or
 * from the first to the last day of the file, as far as it is over.
 *
 * @throws CommandError (usage) for what is no date, and where only one end is given or the file has no day
 */
export function choosePeriod(
  file: StatementFile,
  given: { from: string | undefined; to: string | undefined },
  { offset, nowMs }: { offset: string; nowMs: number }
): Period {
  if (given.from !== undefined && given.to !== undefined) {
    return { fromMs: readEnd('from', given.from, offset), toMs: readEnd('to', given.to, offset), isFromFile: false }
  }
  if (given.from !== undefined || given.to !== undefined) {
    throw new CommandError('usage', 'give both --from and --to, or neither')
  }
  if (file.rows.length === 0) {
    throw new CommandError('usage', 'the file has no payment from which to take its period: give --from and --to')
  }
  const times = file.rows.map((row) => row.occurredAtMs)
  const first = times.reduce((least, time) => Math.min(least, time))
  const last = times.reduce((most, time) => Math.max(most, time))
  return { fromMs: startOfDay(first, offset), toMs: Math.min(startOfDay(last, offset) + DAY_MS, nowMs), isFromFile: true }
}

function readEnd(name: 'from' | 'to', text: string, offset: string): number {
  const read = readMoment(text, '', { offset, isDayFirst: false })
  if ('problem' in read) throw new CommandError('usage', `--${name} ${read.problem}`)
  // A day that is named as the last one is wholly in it.
  return name === 'to' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? read.value + DAY_MS : read.value
}

function startOfDay(timeMs: number, offset: string): number {
  const offsetMs = Date.parse(`2026-01-01T00:00:00Z`) - Date.parse(`2026-01-01T00:00:00${offset}`)
  return Math.floor((timeMs + offsetMs) / DAY_MS) * DAY_MS - offsetMs
}
