/** The server was started with another master key than its database was made with. The message says what to do. */
export class MasterKeyError extends Error {
  override readonly name = 'MasterKeyError'
}
