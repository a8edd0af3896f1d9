/** What was read from a payroll file. With any problem in it, nothing of the file may be submitted. */
export type PayrollFile = {
  /** The batch name that the file gives, '' where it gives none. */
  name: string
  description: string
  /** The rows without a problem, in the file's order. */
  rows: PayrollRow[]
  /** Sum of the amounts of `rows`, in sen. */
  totalSen: bigint
  /** Everything that must be put right first, in the file's order. */
  problems: PayrollFinding[]
  /** What a person should look at, but may be meant. */
  warnings: PayrollFinding[]
}

/** One payment of the file. Text fields are '' where the file leaves them out. */
export type PayrollRow = {
  /** The line of the file on which the row begins, counted from 1. */
  line: number
  accountOwnerName: string
  /** In lower case, as the bank list has it. */
  bankCode: string
  /** Digits only, leading zeros kept. */
  accountNumber: string
  amountSen: bigint
  emailRecipient: string
  phoneNumber: string
  notes: string
}

/** Something about the file, with its place. */
export type PayrollFinding = {
  /** The line on which the row begins, counted from 1; null when it is about the file as a whole. */
  line: number | null
  /** The column as the file's header spells it; null when it is about the row as a whole. */
  column: string | null
  message: string
}
