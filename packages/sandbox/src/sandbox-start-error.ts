/** A sandbox that could not be started as it was asked for. The message says what to change. */
export class SandboxStartError extends Error {
  override readonly name = 'SandboxStartError'
  /** The system's code, such as `EADDRINUSE`; undefined where an option is at fault. */
  readonly code: string | undefined

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = (options?.cause as NodeJS.ErrnoException | undefined)?.code
  }
}
