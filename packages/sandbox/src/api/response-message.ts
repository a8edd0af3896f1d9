import { findSnapCase } from '@arus/snap-bi'
import type { Refusal } from '../state/outcome.js'
import type { OperationTable } from './operation-table.js'

const PLACE = /\s?(\{field\}|\[reason\]|\[info\])/i

/** The seven digits of a refusal by this operation. */
export function responseCodeOf(
  table: OperationTable,
  { httpStatus, caseCode }: Pick<Refusal, 'httpStatus' | 'caseCode'>
): string {
  return `${httpStatus}${table.serviceCode ?? '00'}${caseCode}`
}

/** The text beside a response code: the operation's own where it has one, else the standard's, with its gap filled or closed. */
export function responseMessageOf(table: OperationTable, outcome: Omit<Refusal, 'refused' | 'reason'>): string {
  if (outcome.message !== undefined) return outcome.message
  const text = table.messages[responseCodeOf(table, outcome)] ?? findSnapCase(outcome.httpStatus, outcome.caseCode)?.message
  const filled = (text ?? 'General Error').replace(PLACE, () => (outcome.detail === undefined ? '' : ` ${outcome.detail}`))
  return filled.slice(0, 150)
}
