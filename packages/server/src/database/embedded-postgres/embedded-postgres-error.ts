/** The embedded PostgreSQL can't be used here. The message says why, and what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError'

  /** @param reason a clause without a full stop; the way out that always works is added to it. */
  constructor(reason: string, options?: ErrorOptions) {
    super(`${reason}. Or set DATABASE_URL to a PostgreSQL that is running already.`, options)
  }
}

const FILE_FAULTS: Record<string, string> = {
  EACCES: 'this user has no permission for it',
  EPERM: 'this user has no permission for it',
  EROFS: 'it is on a file system that can only be read',
  ENOSPC: 'its disk is full',
  ENOTDIR: 'part of it is a file, not a folder'
}

/** Puts a system's error about a file into words that help; any other error stays as it is. */
export function explainFileError(error: unknown): unknown {
  const { code, path } = error as NodeJS.ErrnoException
  const fault = FILE_FAULTS[code ?? '']
  if (fault === undefined || path === undefined) return error
  return new EmbeddedPostgresError(`the data folder can't be used: ${path}: ${fault}; set ARUS_DATA_DIR to another folder`, {
    cause: error
  })
}
