import { basename } from 'node:path'
import { CommandError } from '../command-line/command-result.js'
import type { CommandContext } from '../command-line/surroundings.js'
import { describeFindings } from './describe-findings.js'
import type { PayrollFile } from './payroll-file.js'
import { readPayrollFile } from './read-payroll-file.js'
import type { PayrollRules } from './read-payroll-row.js'

/**
 * Reads the bytes of a payroll file and stops the command when anything in them is wrong, after telling all of it.
 * Warnings are told too, and stop nothing.
 *
 * @throws CommandError (badInput) with every problem
 */
export function checkPayroll(path: string, fileBytes: Uint8Array, rules: PayrollRules, context: CommandContext): PayrollFile {
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
  return file
}
