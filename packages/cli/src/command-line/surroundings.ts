import type { createColors } from 'picocolors'

/** Everything of the process that a command may touch; made in `main.ts`, and by nothing else. */
export type Surroundings = {
  environment: Readonly<Record<string, string | undefined>>
  /** Results go here: text for people, or one JSON document. */
  writeResult: (text: string) => void
  /** Progress, warnings and errors go here. */
  writeNote: (text: string) => void
  /** Whether notes reach a person's terminal, where a line may be redrawn. */
  isTerminal: boolean
  /** Whether a person can be asked: both ends are terminals. */
  canAsk: boolean
  /** Asks a person for a yes. Only where `canAsk`. */
  ask: (question: string) => Promise<boolean>
  /** How many characters fit a line. */
  columns: number
  colors: ReturnType<typeof createColors>
  /** Aborts on Ctrl-C and SIGTERM. */
  signal: AbortSignal
}

/** What a command is given: the surroundings, and whether its result must be JSON. */
export type CommandContext = Surroundings & { isJson: boolean }
