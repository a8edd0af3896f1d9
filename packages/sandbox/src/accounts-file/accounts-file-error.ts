/** An accounts file that can't be used. The message begins with the file, the line and the field. */
export class AccountsFileError extends Error {
  override readonly name = 'AccountsFileError'
  /** From 1. */
  readonly line: number
  /** Where in the file, such as `users[0].phone`; '' where the file as a whole is no YAML. */
  readonly field: string

  constructor(source: string, line: number, field: string, problem: string) {
    super(`${source}:${line}: ${field === '' ? '' : `${field}: `}${problem}`)
    this.line = line
    this.field = field
  }
}
