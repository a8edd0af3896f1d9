/** Why a journal can't be opened, or can't be written any more. */
export class JournalError extends Error {
  override readonly name = 'JournalError'
  /**
   * - `locked`: another process, or another sandbox of this one, uses the folder
   * - `broken`: what is in the folder is damaged, and not only at its end
   * - `unusable`: the folder can't be made, or can't be written to
   * - `write_failed`: the disk did not take it; what the sandbox answered since is not kept
   */
  readonly code: 'locked' | 'broken' | 'unusable' | 'write_failed'

  constructor(code: JournalError['code'], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
  }
}
