import { CommandError } from '../command-line/command-result.js'
import type { Surroundings } from '../command-line/surroundings.js'
import { parseAmount } from '../money/parse-amount.js'
import type { PayrollRules } from './read-payroll-row.js'

/**
 * The limits that a file is checked against before it is sent. The same variables set the server's own limits
 * (`ARUS_MIN_AMOUNT`, `ARUS_MAX_AMOUNT`, `ARUS_MAX_ITEMS`), with the same defaults; the server has the last word.
 */
export function readPayrollRules(
  environment: Surroundings['environment'],
  bankCodes: readonly string[] | undefined
): PayrollRules {
  return {
    bankCodes: bankCodes === undefined ? undefined : new Set(bankCodes.map((code) => code.toLowerCase())),
    minAmountSen: readAmount(environment, 'ARUS_MIN_AMOUNT', '10000'),
    maxAmountSen: readAmount(environment, 'ARUS_MAX_AMOUNT', '1000000000'),
    maxRows: readCount(environment, 'ARUS_MAX_ITEMS', 50_000)
  }
}

function readAmount(environment: Surroundings['environment'], name: string, otherwise: string): bigint {
  const text = environment[name]?.trim() || otherwise
  const amountSen = parseAmount(text)
  if (amountSen === undefined)
    throw new CommandError('usage', `${name} must be an amount like 10000.00, not ${JSON.stringify(text)}`)
  return amountSen
}

function readCount(environment: Surroundings['environment'], name: string, otherwise: number): number {
  const text = environment[name]?.trim() || String(otherwise)
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new CommandError('usage', `${name} must be a whole number, not ${JSON.stringify(text)}`)
  return Number(text)
}
