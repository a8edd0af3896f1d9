import type { Buffer } from 'node:buffer'
import type { Event } from '../state/event.js'
import type { State } from '../state/state.js'
import { JournalError } from './journal-error.js'
import { readLine } from './journal-line.js'

const NEWLINE = 0x0a

/** What the files of a folder hold. */
export type JournalContent = {
  readonly state?: State
  readonly events: Event[]
  /** How much of the journal counts. What is beyond is the half of a line that a crash left. */
  readonly goodBytes: number
}

/**
 * Reads a snapshot and a journal.
 *
 * A line without its newline is one whose writing was cut short: nobody was answered on its account, and it is left out.
 * Anything else that is damaged may have been answered for, so it is an error.
 *
 * @throws {JournalError} `broken`
 */
export function readJournal(snapshot: Buffer | undefined, journal: Buffer, folder: string): JournalContent {
  const state = snapshot === undefined ? undefined : readSnapshot(snapshot, folder)
  const events: Event[] = []
  let sequence = state?.sequence ?? 0
  let start = 0
  for (let lineNumber = 1; ; lineNumber++) {
    const end = journal.indexOf(NEWLINE, start)
    if (end === -1) return { ...(state === undefined ? {} : { state }), events, goodBytes: start }
    const line = readLine(journal.toString('utf8', start, end))
    if (line === undefined) throw broken(folder, `line ${lineNumber} of journal.jsonl is damaged`)
    const event = line.value as Event
    // Older ones are in the snapshot: the journal was about to be emptied.
    if (event.sequence > sequence) {
      if (event.sequence !== sequence + 1) {
        throw broken(folder, `event ${sequence + 1} is missing before line ${lineNumber} of journal.jsonl`)
      }
      events.push(event)
      sequence = event.sequence
    } else if (events.length > 0) {
      throw broken(folder, `line ${lineNumber} of journal.jsonl repeats event ${event.sequence}`)
    }
    start = end + 1
  }
}

function readSnapshot(snapshot: Buffer, folder: string): State {
  const line = readLine(snapshot.toString('utf8').replace(/\n$/, ''))
  if (line === undefined) throw broken(folder, 'snapshot.json is damaged')
  return line.value as State
}

function broken(folder: string, what: string): JournalError {
  return new JournalError(
    'broken',
    `The sandbox's data in ${folder} can't be read: ${what}. Restore the folder from a copy, or remove it to start afresh.`
  )
}
