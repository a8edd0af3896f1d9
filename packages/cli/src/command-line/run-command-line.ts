import { Command, CommanderError } from 'commander'
import { COMMAND_GROUPS, COMMANDS } from '../commands/index.js'
import type { CommandDefinition, Given } from './command-definition.js'
import { CommandError } from './command-result.js'
import { describeFailure, type Failure } from './describe-failure.js'
import { EXIT_CODE_HELP, EXIT_CODES, type ExitKind } from './exit-codes.js'
import type { CommandContext, Surroundings } from './surroundings.js'

/**
 * Runs one command line and answers the exit code; nothing that it throws gets out.
 *
 * @param words what follows the program's name: `['status', 'dis_LjxhDKq8Am3427', '--json']`
 */
export async function runCommandLine(words: readonly string[], surroundings: Surroundings): Promise<number> {
  // Known before the words are parsed, since a mistake in them is told as JSON too.
  const context = { ...surroundings, isJson: words.includes('--json') }
  let exit: ExitKind = 'ok'
  const program = buildProgram(context, async (definition, given) => {
    const result = await definition.run(context, given)
    if (!context.isJson) context.writeResult(endWithNewline(result.text))
    else if (result.json !== undefined) context.writeResult(`${JSON.stringify(result.json, null, 2)}\n`)
    exit = result.exit
  })
  try {
    await program.parseAsync([...words], { from: 'user' })
    return EXIT_CODES[exit]
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT_CODES.ok
    const failure = describeFailure(asCommandError(error), context.signal)
    tellFailure(context, failure)
    return EXIT_CODES[failure.kind]
  }
}

type RunCommand = (definition: CommandDefinition, given: Given) => Promise<void>

function buildProgram(context: CommandContext, run: RunCommand): Command {
  const program = newCommand('arus', context)
    .description('Pay people at Indonesian banks and e-wallets, and run the server that does it')
    .addHelpText(
      'after',
      `\n${EXIT_CODE_HELP}\n\nSettings: ARUS_URL and ARUS_API_KEY for what a merchant does;\nDATABASE_URL or ARUS_DATA_DIR, and ARUS_MASTER_KEY, for what an operator does.`
    )
  const groups = new Map<string, Command>()
  for (const definition of COMMANDS) {
    const [first, second] = definition.path
    const parent = second === undefined ? program : (groups.get(first) ?? addGroup(program, first, context))
    if (second !== undefined) groups.set(first, parent)
    parent.addCommand(buildCommand(definition, second ?? first, context, run), { isDefault: definition.isDefault === true })
  }
  return program
}

function addGroup(program: Command, name: string, context: CommandContext): Command {
  const group = newCommand(name, context).description(COMMAND_GROUPS[name] ?? '')
  program.addCommand(group)
  return group
}

function buildCommand(definition: CommandDefinition, name: string, context: CommandContext, run: RunCommand): Command {
  const command = newCommand(name, context).description(definition.summary)
  for (const { syntax, summary } of definition.arguments ?? []) command.argument(syntax, summary)
  for (const { flags, summary } of definition.options ?? []) command.option(flags, summary)
  command.option('--json', 'print the result as one JSON document')
  if (definition.notes !== undefined) command.addHelpText('after', `\n${definition.notes}`)
  const count = definition.arguments?.length ?? 0
  return command.action((...values: unknown[]) =>
    run(definition, { positional: values.slice(0, count) as (string | undefined)[], options: values[count] as Given['options'] })
  )
}

function newCommand(name: string, context: CommandContext): Command {
  return new Command(name)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: context.writeResult,
      // Mistakes are told in one place, below, in the form that was asked for.
      writeErr: () => {},
      getOutHelpWidth: () => context.columns
    })
}

function asCommandError(error: unknown): unknown {
  if (!(error instanceof CommanderError)) return error
  if (error.code === 'commander.help') return new CommandError('usage', 'a command is missing: see arus --help')
  return new CommandError('usage', error.message.replace(/^error: /, ''))
}

function tellFailure(context: CommandContext, failure: Failure): void {
  const { stack, ...told } = failure
  if (context.isJson) {
    context.writeResult(`${JSON.stringify({ error: told }, null, 2)}\n`)
    return
  }
  context.writeNote(endWithNewline(`${context.colors.red('error:')} ${failure.message}`))
  for (const { field, message } of (failure.errors ?? []) as { field: string; message: string }[]) {
    context.writeNote(`  ${field}: ${message}\n`)
  }
  if (failure.request_id !== undefined) context.writeNote(`  request ${failure.request_id}\n`)
  if (stack !== undefined) context.writeNote(`${stack}\n`)
}

function endWithNewline(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}
