import { CommandError, type CommandResult } from './command-result.js'
import type { CommandContext } from './surroundings.js'

/** One command: how it is called, and what it does. Each has a file of its own in `commands/`. */
export type CommandDefinition = {
  /** `['keys', 'create']` is called as `arus keys create`. */
  path: readonly [string] | readonly [string, string]
  /** What the noun alone runs: `arus cases` is `arus cases list`. */
  isDefault?: true
  /** One line for `--help`. */
  summary: string
  /** What `--help` says after the options. */
  notes?: string
  /** Positional arguments as commander writes them: `<file>` must be given, `[file]` may be. */
  arguments?: readonly { syntax: string; summary: string }[]
  /** Options as commander writes them: `--name <text>`, `--force`. Every command has `--json` besides. */
  options?: readonly { flags: string; summary: string }[]
  run: (context: CommandContext, given: Given) => Promise<CommandResult>
}

/** What the caller wrote after the command's name. */
export type Given = {
  positional: readonly (string | undefined)[]
  /** By their long names in camel case: `skipValidation`. */
  options: Readonly<Record<string, string | boolean | undefined>>
}

/** A positional argument that the command requires. */
export function readArgument(given: Given, index: number): string {
  const text = given.positional[index]
  if (text === undefined) throw new CommandError('usage', `argument ${index + 1} is missing`)
  return text
}

export function hasFlag(given: Given, name: string): boolean {
  return given.options[name] === true
}

/** An option's text; undefined when it was left out. */
export function readText(given: Given, name: string): string | undefined {
  const value = given.options[name]
  return typeof value === 'string' ? value : undefined
}

/** An option that must be a whole number between two others, both allowed. */
export function readWholeNumber(given: Given, name: string, range: { least: number; most: number; otherwise: number }): number {
  const text = readText(given, name)
  if (text === undefined) return range.otherwise
  const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN
  if (value >= range.least && value <= range.most) return value
  throw new CommandError(
    'usage',
    `--${name} must be a whole number from ${range.least} to ${range.most}, not ${JSON.stringify(text)}`
  )
}
