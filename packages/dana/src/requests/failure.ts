import type { DanaErrorKind, DanaOutcome } from '../errors/error-facts.js'

/** Why a try did not end in a reply. */
export type Failure =
  | { kind: 'timeout' | 'aborted' | 'network'; outcome: DanaOutcome; cause: unknown }
  | {
      kind: 'answer'
      outcome: DanaOutcome
      /** What the answer's error says of itself. */
      errorKind: DanaErrorKind
      status: number
      statusText: string
      /** The JSON, else the text. */
      body: unknown
      responseCode: string | undefined
      retryAfterMs: number | undefined
    }
