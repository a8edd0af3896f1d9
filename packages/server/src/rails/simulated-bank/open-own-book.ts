import type { BankBook } from './bank-book.js'
import { type BookLine, formatLine, type KeptEntry, parseLine } from './book-lines.js'
import type { Booking } from './book-transfers.js'
import { describeStatus } from './describe-status.js'
import { type AppendFile, openAppendFile } from './open-append-file.js'
import type { BookEntry } from './read-book.js'
import { SETTLED_AS_FAILED, type Settlement } from './settle-transfer.js'
import type { BankDesk } from './simulated-bank.js'

export type OwnBookOptions = {
  /** Where it is kept. Left out: in memory only, and gone with the process. */
  path?: string
  /** Undefined: every repeat is booked again. */
  refusesRepeatsForMs: number | undefined
  nowMs: () => number
}

export type OwnBook = BankBook & BankDesk & { close(): Promise<void> }

/**
 * Opens the book of a bank that is a process of its own. Everything is in memory; a file gets each line before anybody is
 * told of what it says, so that a bank that is killed knows all it has ever confirmed. One process for each file.
 *
 * @throws Error that names the line of the file that can't be read
 */
export async function openOwnBook(options: OwnBookOptions): Promise<OwnBook> {
  const { refusesRepeatsForMs, nowMs } = options
  const entries: KeptEntry[] = []
  const byReference = new Map<string, KeptEntry[]>()
  const calls = new Map<string, { count: number; firstAtMs: number }>()
  const { file, lines } = options.path === undefined ? { file: IN_MEMORY, lines: [] } : await openAppendFile(options.path)
  for (const [position, line] of lines.entries()) {
    try {
      apply(parseLine(line))
    } catch (error) {
      await file.close()
      throw new Error(`line ${position + 1} of the bank's book ${options.path} can't be read: ${(error as Error).message}`)
    }
  }

  function apply(line: BookLine): void {
    switch (line.kind) {
      case 'entry': {
        const { entry } = line
        entries.push(entry)
        const same = byReference.get(entry.reference)
        if (same === undefined) byReference.set(entry.reference, [entry])
        else same.push(entry)
        return
      }
      case 'change': {
        const entry = entries[Number(line.id) - 1]
        if (entry === undefined) throw new Error(`there is no entry ${line.id}`)
        entry.status = line.status
        entry.code = line.code
        entry.reason = line.reason
        return
      }
      case 'call': {
        const call = calls.get(line.subject)
        if (call === undefined) calls.set(line.subject, { count: 1, firstAtMs: line.atMs })
        else call.count += 1
        return
      }
    }
  }

  /** In memory at once, so that what comes next is decided on it; told to nobody before the file has it. */
  async function keep(line: BookLine): Promise<void> {
    apply(line)
    await file.append(formatLine(line))
  }

  /** The entry as it stands now: an accepted transfer whose time has come is paid. */
  const stand = (entry: KeptEntry): KeptEntry =>
    entry.status === 'accepted' && entry.paysAtMs !== null && entry.paysAtMs <= nowMs() ? { ...entry, status: 'paid' } : entry

  function findSpeaking(reference: string): KeptEntry | undefined {
    const standing = (byReference.get(reference) ?? []).map(stand)
    for (const status of SPEAKING_ORDER) {
      const entry = standing.find((one) => one.status === status)
      if (entry !== undefined) return entry
    }
    return undefined
  }

  const refuses = (reference: string) =>
    refusesRepeatsForMs !== undefined &&
    (byReference.get(reference) ?? []).some((entry) => nowMs() - Date.parse(entry.receivedAt) < refusesRepeatsForMs)

  async function enter(booking: Omit<Booking, 'accountOwnerName'>): Promise<bigint> {
    const { reference, bankCode, accountNumber, amountSen, status, code, reason, paysAfterMs } = booking
    const receivedAtMs = nowMs()
    const entry: KeptEntry = {
      id: BigInt(entries.length + 1),
      reference,
      bankCode,
      accountNumber,
      amountSen,
      status,
      code,
      reason,
      receivedAt: new Date(receivedAtMs).toISOString(),
      paysAtMs: paysAfterMs === null ? null : receivedAtMs + paysAfterMs
    }
    await keep({ kind: 'entry', entry })
    return entry.id
  }

  async function settle(settlement: Settlement): Promise<void> {
    const { outcome, reason = 'rejected by the bank' } = settlement
    const failed = { code: SETTLED_AS_FAILED, reason }
    const speaking = findSpeaking(settlement.reference)
    if (speaking === undefined) {
      const decided =
        outcome === 'done' ? { status: 'paid' as const, code: '', reason: '' } : { status: 'rejected' as const, ...failed }
      await enter({ ...settlement, ...decided, paysAfterMs: null })
    } else if (outcome === 'done') {
      await keep({ kind: 'change', id: speaking.id, status: 'paid', code: '', reason: '' })
    } else {
      // All in one go, so that nothing comes between the entries of one reference.
      const standing = byReference.get(settlement.reference)!.map(stand)
      await Promise.all(
        standing.map(({ id, status }) =>
          keep({ kind: 'change', id, status: status === 'paid' || status === 'reversed' ? 'reversed' : 'rejected', ...failed })
        )
      )
    }
  }

  return {
    enter: async (booking) => (refuses(booking.reference) ? undefined : await enter(booking)),
    async readStatus(reference) {
      // What is not on the disk yet may be forgotten in the next moment.
      await file.flush()
      return describeStatus(findSpeaking(reference))
    },
    async countCall(subject) {
      const atMs = nowMs()
      const kept = keep({ kind: 'call', subject, atMs })
      // Before anything is awaited: another call about the same subject may come meanwhile.
      const { count, firstAtMs } = calls.get(subject)!
      await kept
      return { count, sinceFirstCallMs: atMs - firstAtMs }
    },
    settle,
    async readBook(): Promise<BookEntry[]> {
      await file.flush()
      return entries.map(stand)
    },
    close: () => file.close()
  }
}

/** Where one reference was booked several times, a paid entry speaks first. */
const SPEAKING_ORDER: readonly BookEntry['status'][] = ['paid', 'accepted', 'reversed', 'rejected']

const IN_MEMORY: AppendFile = { append: async () => {}, flush: async () => {}, close: async () => {} }
