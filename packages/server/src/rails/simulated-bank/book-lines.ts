import { formatAmount } from '../../money/format-amount.js'
import { parseAmount } from '../../money/parse-amount.js'
import type { BookEntry } from './read-book.js'

/** An entry as the bank keeps it: the book entry, and what nobody outside sees. */
export type KeptEntry = BookEntry & {
  /** When an accepted transfer is paid. */
  paysAtMs: number | null
}

/** One line of the bank's file: what happened, in the order in which it did. */
export type BookLine =
  | { kind: 'entry'; entry: KeptEntry }
  /** A person at the bank changed an entry. */
  | { kind: 'change'; id: bigint; status: KeptEntry['status']; code: string; reason: string }
  | { kind: 'call'; subject: string; atMs: number }

export function formatLine(line: BookLine): string {
  if (line.kind === 'call') return JSON.stringify({ call: line.subject, at_ms: line.atMs })
  if (line.kind === 'change')
    return JSON.stringify({ changed: String(line.id), status: line.status, code: line.code, reason: line.reason })
  return JSON.stringify({ ...presentEntry(line.entry), pays_at_ms: line.entry.paysAtMs })
}

/** @throws Error for what is no such line */
export function parseLine(text: string): BookLine {
  const fields = JSON.parse(text) as Record<string, unknown>
  if ('call' in fields) return { kind: 'call', subject: String(fields.call), atMs: Number(fields.at_ms) }
  const [status, code, reason] = [readStatus(fields.status), String(fields.code), String(fields.reason)]
  if ('changed' in fields) return { kind: 'change', id: BigInt(String(fields.changed)), status, code, reason }
  const paysAtMs = fields.pays_at_ms === null ? null : Number(fields.pays_at_ms)
  return { kind: 'entry', entry: { ...parseEntry(fields), paysAtMs } }
}

/** An entry of the book in JSON, as the file has it and the bank shows it. */
export function presentEntry(entry: BookEntry): Record<string, unknown> {
  return {
    id: String(entry.id),
    reference: entry.reference,
    bank_code: entry.bankCode,
    account_number: entry.accountNumber,
    amount: formatAmount(entry.amountSen),
    status: entry.status,
    code: entry.code,
    reason: entry.reason,
    received_at: entry.receivedAt
  }
}

/** @throws Error for what is no entry */
export function parseEntry(fields: Record<string, unknown>): BookEntry {
  const amountSen = parseAmount(String(fields.amount))
  if (amountSen === undefined) throw new Error(`an amount is expected, not ${JSON.stringify(fields.amount)}`)
  return {
    id: BigInt(String(fields.id)),
    reference: String(fields.reference),
    bankCode: String(fields.bank_code),
    accountNumber: String(fields.account_number),
    amountSen,
    status: readStatus(fields.status),
    code: String(fields.code),
    reason: String(fields.reason),
    receivedAt: String(fields.received_at)
  }
}

const STATUSES: readonly BookEntry['status'][] = ['accepted', 'paid', 'rejected', 'reversed']

function readStatus(value: unknown): BookEntry['status'] {
  const status = STATUSES.find((known) => known === value)
  if (status === undefined) throw new Error(`a status is expected, not ${JSON.stringify(value)}`)
  return status
}
