import type { Surroundings } from '../command-line/surroundings.js'
import type { PayrollFinding } from './payroll-file.js'

/**
 * Writes findings one to a line, as compilers do, so that an editor can jump to them.
 *
 * @example
 * // payroll.csv:14: account_number: Excel turned this account number into …
 */
export function describeFindings(
  fileName: string,
  kind: 'problem' | 'warning',
  findings: PayrollFinding[],
  { colors }: Pick<Surroundings, 'colors'>
): string {
  const paint = kind === 'problem' ? colors.red : colors.yellow
  return findings
    .map(({ line, column, message }) => {
      const place = line === null ? fileName : `${fileName}:${line}`
      return `${colors.bold(place)}: ${paint(column ?? kind)}: ${message}\n`
    })
    .join('')
}
