/** The schema of the database and the migrations of this code don't fit. The message says where; nothing was changed. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}
