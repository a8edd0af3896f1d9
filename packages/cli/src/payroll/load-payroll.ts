import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { CommandError } from '../command-line/command-result.js'
import type { CommandContext } from '../command-line/surroundings.js'
import { describeFindings } from './describe-findings.js'
import type { PayrollFile } from './payroll-file.js'
import { readPayrollFile } from './read-payroll-file.js'
import type { PayrollRules } from './read-payroll-row.js'

export type LoadedPayroll = { file: PayrollFile; fileBytes: Uint8Array }

/**
 * Reads a payroll file from disk and stops the command when anything in it is wrong, after telling all of it.
 * Warnings are told too, and stop nothing.
 *
 * @throws CommandError (badInput) with every problem
 */
export async function loadPayroll(path: string, rules: PayrollRules, context: CommandContext): Promise<LoadedPayroll> {
  const fileBytes = await readBytes(path)
  const file = readPayrollFile(fileBytes, rules)
  const fileName = basename(path)
  if (!context.isJson) {
    context.writeNote(describeFindings(fileName, 'warning', file.warnings, context))
    context.writeNote(describeFindings(fileName, 'problem', file.problems, context))
  }
  if (file.problems.length > 0) {
    const count = file.problems.length === 1 ? 'a problem' : `${file.problems.length} problems`
    throw new CommandError('badInput', `${fileName} has ${count}: nothing was sent`, {
      problems: file.problems,
      warnings: file.warnings
    })
  }
  return { file, fileBytes }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new CommandError(
      'badInput',
      `${path} can't be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`
    )
  }
}
