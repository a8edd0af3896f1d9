import type { AnswerFacts, Outcome } from '../errors.js'

/** How one try of a call failed: plain data, which becomes an error only when no further try follows. */
export type Failure =
  | { kind: 'no_answer'; outcome: Outcome; cause: unknown }
  | { kind: 'timeout' | 'aborted'; outcome: Outcome; cause: unknown }
  | { kind: 'unreadable'; outcome: 'unknown'; answer: AnswerFacts }
  | { kind: 'refusal'; outcome: Outcome; answer: AnswerFacts; message: string }
