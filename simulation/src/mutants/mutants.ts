import { CLAIMS_AND_LEASES } from './claims-and-leases.js'
import { LATE_TRUTH } from './late-truth.js'
import { LOCKS_AND_TRANSACTIONS } from './locks-and-transactions.js'
import type { Mutant } from './mutant.js'
import { NEVER_GUESS } from './never-guess.js'
import { SENDING_AGAIN } from './sending-again.js'
import { TURNS_AND_TIME } from './turns-and-time.js'

export const MUTANTS: Mutant[] = [
  ...NEVER_GUESS,
  ...CLAIMS_AND_LEASES,
  ...SENDING_AGAIN,
  ...LATE_TRUTH,
  ...LOCKS_AND_TRANSACTIONS,
  ...TURNS_AND_TIME
]
