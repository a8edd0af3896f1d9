import type { BankTerms } from '../parties/bank-book.js'
import type { Lie } from '../parties/tell-lie.js'

/** What one run is like: all of it follows from the seed. */
export type Settings = {
  bank: BankTerms
  lies: Partial<Record<Lie, number>>
  workers: number
  leaseMs: number
  merchants: number
  feePerItemSen: bigint
  batches: BatchPlan[]
  receivers: Record<string, number>
  endpoints: number
  /** For how long the world is bad, by its own time, and for how many steps. */
  durationMs: number
  maxSteps: number
  stickiness: number
  /** How often the world's time goes on a little between two steps, and how often it hops to the next timer although others wait. */
  tickChance: number
  tickMs: number
  hopChance: number
  /** By step. */
  rates: {
    crash: number
    pause: number
    wallJump: number
    databaseJump: number
    lost: number
    undone: number
    outage: number
    /** Beyond those: just before a request leaves, or when its answer is there. */
    pauseAroundCalls: number
    crashBeforeSending: number
    /** Of a process that has a transaction open, for a moment or some seconds. */
    pauseInTransaction: number
    /** A row that others want is locked for a while, so that statements over many rows stop in their midst. */
    heldRow: number
  }
  /** How many connections each process has; one of them listens. */
  sessionsOfProcess: number
  suspends: boolean
  pausesLong: boolean
  /** How long a process may be stopped, where that is not drawn from the usual. */
  pauses?: number[]
  /** So many may be stopped for long at the same time. */
  stoppedAtOnce: number
  /** Who is stopped goes on when an item is sent again that another had in hand. */
  wakesAtRepeats: boolean
  /** How long the bank takes for what it accepted. */
  acceptedForMs: { least: number; most: number }
  /** How often a question about an item stays without an answer. */
  unansweredQuestions: number
  /** How often the bank calls back when what it accepted comes to an end. */
  callbackChance: number
  /** How often a question about an account stays without an answer. */
  unansweredInquiries: number
  /** The bank may say 429 and ask for five minutes. */
  turnsAwayForLong: boolean
  /** Whether processes are stopped before questions as often as before requests. */
  stopsWhenAsking: boolean
  /** Or when an answer is there. */
  stopsWhenAnswered: boolean
  /** Nobody is stopped for long with a transaction open, for whose locks all others would wait. */
  sparesTransactions: boolean
  /** One item whose outcome can't be written, whatever else is with it. */
  hasPoison: boolean
}

export type BatchPlan = {
  merchant: number
  items: number
  isForced: boolean
  skipsValidation: boolean
  approvers: number
  /** Somebody turns the batch down, or deletes it, while others approve it. */
  closer: 'none' | 'rejects' | 'deletes'
  submittedAfterMs: number
}
