import type { ExitKind } from './exit-codes.js'

/** What a command comes to: printed as `text` for people, or as `json`, one document, with `--json`. */
export type CommandResult = {
  exit: ExitKind
  /** Undefined when the command has printed all that it had to say. */
  json: unknown
  text: string
}

/** A command that ends here, with what a person and a program should be told. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exit: ExitKind
  /** More for `--json`, beside `kind` and `message`. */
  readonly details: Record<string, unknown>

  constructor(exit: ExitKind, message: string, details: Record<string, unknown> = {}) {
    super(message)
    this.exit = exit
    this.details = details
  }
}
