import type { NewSubjectCase } from '../cases/open-cases.js'
import { formatAmount } from '../money/format-amount.js'
import { type DifferingLine, KIND_OF_STATE } from './read-differing-lines.js'

/** The case that calls a person to a line of a statement. */
export function caseOfLine(line: DifferingLine): NewSubjectCase {
  return {
    kind: KIND_OF_STATE[line.state],
    merchantId: line.merchantId,
    batchId: line.batchId,
    ordinal: line.ordinal,
    statementId: line.statementId,
    lineNumber: line.lineNumber,
    detail: {
      statement_id: line.statementId,
      line: line.lineNumber,
      came_back: line.isReturn,
      reference: line.reference,
      amount: formatAmount(line.amountSen),
      bank_code: line.bankCode,
      account_number: line.accountNumber,
      description: line.description,
      occurred_at: line.occurredAt
    }
  }
}
