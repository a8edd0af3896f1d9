import { CommandError } from '../command-line/command-result.js'
import { EXIT_CODES } from '../command-line/exit-codes.js'
import { runCommandLine } from '../command-line/run-command-line.js'
import type { Surroundings } from '../command-line/surroundings.js'

/** Runs one of our own commands, as a script would with `--json`, and gives the document that it printed. */
export type RunArus = <Document>(words: readonly string[]) => Promise<Document>

/**
 * The demo does through commands what a person does through commands: nothing is shown to work that they don't offer.
 *
 * @throws CommandError when a command ends with anything but 0
 */
export function makeRunArus(surroundings: Surroundings, environment: Surroundings['environment']): RunArus {
  return async <Document>(words: readonly string[]): Promise<Document> => {
    let printed = ''
    const exitCode = await runCommandLine([...words, '--json'], {
      ...surroundings,
      environment,
      isTerminal: false,
      canAsk: false,
      writeNote: () => {},
      writeResult: (text) => {
        printed += text
      }
    })
    if (exitCode === EXIT_CODES.ok) return JSON.parse(printed) as Document
    if (exitCode === EXIT_CODES.interrupted) throw new CommandError('interrupted', 'interrupted')
    throw new CommandError('negative', `arus ${words.join(' ')} ended with ${exitCode}: ${printed.trim()}`)
  }
}
