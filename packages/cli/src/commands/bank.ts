import { once } from 'node:events'
import { type CommandDefinition, hasFlag, readText, readWholeNumber } from '../command-line/command-definition.js'
import { CommandError } from '../command-line/command-result.js'

const DEFAULT_PORT = 4183

export const bankCommand: CommandDefinition = {
  path: ['bank'],
  summary: 'run the simulated bank of test mode as a process of its own',
  options: [
    { flags: '--port <number>', summary: `where to listen (${DEFAULT_PORT}; 0 for any free one)` },
    { flags: '--host <address>', summary: 'the address to listen on (127.0.0.1)' },
    { flags: '--book <file>', summary: 'keep the book there, over restarts and crashes; else it is in memory only' },
    { flags: '--refuse-repeats', summary: 'refuse a reference that it has; else every repeat is booked and paid' },
    { flags: '--latency-ms <number>', summary: 'how long every answer takes (0); PATCH /settings changes it' }
  ],
  notes: `Nothing here is real: no money moves, and whoever reaches its address may use it. Servers
reach it by ARUS_SIMULATED_BANK_URL, and are told by ARUS_SIMULATED_BANK_REFUSES_REPEATS what
it does with repeats. Account numbers choose what happens, as with the bank in the database.`,
  run: async (context, given) => {
    const port = readWholeNumber(given, 'port', { least: 0, most: 65_535, otherwise: DEFAULT_PORT })
    const [host, bookPath] = [readText(given, 'host'), readText(given, 'book')]
    const { startBankServer } = await import('@arus/server')
    const bank = await startBankServer({
      port,
      refusesRepeats: hasFlag(given, 'refuseRepeats'),
      latencyMs: readWholeNumber(given, 'latencyMs', { least: 0, most: 600_000, otherwise: 0 }),
      onError: (error) => context.writeNote(`the bank failed: ${String(error)}\n`),
      ...(host === undefined ? {} : { host }),
      ...(bookPath === undefined ? {} : { bookPath })
    }).catch((error: NodeJS.ErrnoException) => {
      throw new CommandError(
        'usage',
        error.code === 'EADDRINUSE' ? `port ${port} is taken: choose another with --port` : error.message
      )
    })
    // Told at once: whoever started this process waits for it.
    context.writeResult(context.isJson ? `${JSON.stringify({ url: bank.url })}\n` : `the bank listens on ${bank.url}\n`)
    if (!context.signal.aborted) await once(context.signal, 'abort')
    await bank.stop()
    return { exit: 'ok', json: undefined, text: '' }
  }
}
