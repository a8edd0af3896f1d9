import type { BookEntry, KnownRails, MasterKey, Pool } from '@arus/server'
import type { CommandResult } from '../command-line/command-result.js'
import type { CommandContext } from '../command-line/surroundings.js'

/** What an operator's command works on: the server's own code and database, with no HTTP between. */
export type Operator = {
  server: typeof import('@arus/server/operator')
  pool: Pool
  masterKey: MasterKey
  liveModeFault: string | undefined
  /** Over what this server pays. */
  rails: KnownRails
  /** The books of the simulated banks that this server pays over. */
  readBook: () => Promise<BookEntry[]>
}

/**
 * Opens the database that the settings name (`DATABASE_URL`, or the embedded one in `ARUS_DATA_DIR`), does the work, and
 * closes it. An embedded database that a server uses stays up; one that nobody uses is started and stopped again.
 */
export async function withOperator(
  context: CommandContext,
  work: (operator: Operator) => Promise<CommandResult>
): Promise<CommandResult> {
  // Loaded here and not above: commands of a merchant don't need to wait for it.
  const server = await import('@arus/server/operator')
  const configuration = server.parseConfiguration(context.environment)
  const closers: (() => Promise<unknown>)[] = []
  try {
    const log = server.createLog('error', { write: context.writeNote })
    const tell = (message: string) => context.writeNote(`${context.colors.dim(message)}\n`)
    const { pool, masterKey, liveModeFault, rails } = await server.openDatabase({ configuration, log, tell }, (close) =>
      closers.push(close)
    )
    return await work({ server, pool, masterKey, liveModeFault, rails, readBook: () => server.readBankBooks(rails) })
  } finally {
    for (const close of closers.reverse()) await close()
  }
}
