import type { BankMode } from '../parties/bank-book.js'
import type { Focus } from '../run/focuses.js'

/** A defence, taken out of a copy of the server. */
export type Mutant = {
  name: string
  /** The rule that it defends, in the words of the design. */
  rule: string
  edits: Edit[]
  /** The bank at which its loss shows soonest. */
  mode?: BankMode
  focus?: Focus
  /** A seed that found it; where it finds it no more, others are tried. */
  seed?: number
}

/** `file` is a module of the server without its ending, or a migration. Spaces and line breaks in `find` stand for any. */
export type Edit = { file: string; find: string; replace: string }
