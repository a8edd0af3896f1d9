/**
 * A rail moves money to a bank account or e-wallet. The rest of the server knows rails only by this file: no status
 * word, code or quirk of a provider passes it.
 */
export type Rail = {
  /** Stored with each batch and attempt. */
  name: string
  isLive: boolean
  /** A call that has not answered after this long is given up, and its outcome is unknown. */
  timeoutMs: number
  /** How many calls it takes at once from one worker process, of all kinds together. */
  maxConcurrentCalls: number
  /** How long a transfer that it took may still answer "not found". */
  notFoundHorizonMs: number
  /** For how long it refuses a repeated reference; undefined: it doesn't, so nothing is ever sent to it again without a person. */
  refusesRepeatsForMs: number | undefined

  /** Asks who owns an account. */
  inquire(account: RailAccount, call: RailCall): Promise<InquiryOutcome>
  /** Sends money. Never throws for an answer of the rail; what it throws counts as `unknown`. */
  transfer(transfer: RailTransfer, call: RailCall): Promise<TransferOutcome>
  /** Asks about a transfer by our reference. */
  status(reference: string, call: RailCall): Promise<StatusOutcome>

  /** Told of each call when it is over, as the server takes it. */
  observe?(observation: RailObservation): void
}

/** One call to a rail that is over: unknown, where there was an error, no answer in time, or one that can't be read. */
export type RailObservation = {
  rail: string
  call: 'inquire' | 'transfer' | 'status'
  outcome: string
  durationSeconds: number
}

/** One call, as a rail sees it. */
export type RailCall = {
  /**
   * Aborted when the call is given up. Made when it is asked for: a signal costs more than all else of a call that is
   * answered at once.
   */
  readonly signal: AbortSignal
}

export type RailAccount = {
  bankCode: string
  accountNumber: string /** As the merchant wrote it; '' where none was given. */
  accountOwnerName: string
}

export type RailTransfer = RailAccount & {
  /** Our reference: the item's id, the same for every attempt. */
  reference: string
  amountSen: bigint
}

export type InquiryOutcome =
  | { kind: 'valid'; accountHolder: string }
  | { kind: 'invalid'; message: string }
  /** No answer, or one that can't be read. Asked again, never taken for invalid. */
  | { kind: 'unknown'; reason: string }

/** The rail has paid. `railReference` is its own number for it. */
type Paid = { kind: 'paid'; railReference: string }
/** The rail has it, and will say later. */
type Accepted = { kind: 'accepted'; railReference: string }
/** The rail refused, with a code that its table lists as final. */
type Rejected = { kind: 'rejected'; code: string; reason: string }
/** Nobody knows whether it was taken. */
type Unknown = { kind: 'unknown'; reason: string }
/** It surely took nothing; the fault is ours or passing. */
type Deferred = { kind: 'deferred'; reason: string; retryAfterMs: number }
/** It does not know the reference (now). */
export type NotFound = { kind: 'not_found' }

export type TransferOutcome = Paid | Accepted | Rejected | Unknown | Deferred
export type StatusOutcome = Paid | Accepted | Rejected | Unknown | Deferred | NotFound
