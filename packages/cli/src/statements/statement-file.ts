import type { PayrollFinding } from '../payroll/payroll-file.js'

/** One line of a statement. */
export type StatementRow = {
  /** The line of the file on which it begins, counted from 1. */
  line: number
  reference: string
  amountSen: bigint
  /** Milliseconds since 1970. */
  occurredAtMs: number
  bankCode: string
  accountNumber: string
  description: string
}

/** What was read from a statement's file. With any problem in it, nothing of it may be reconciled. */
export type StatementFile = {
  /** What was paid out. */
  rows: StatementRow[]
  /** What came in with the reference of a payment of ours: it came back. */
  returns: StatementRow[]
  /** Lines of other money that came in: no payment of ours, and left out. */
  incomingCount: number
  totalSen: bigint
  problems: PayrollFinding[]
  warnings: PayrollFinding[]
}
