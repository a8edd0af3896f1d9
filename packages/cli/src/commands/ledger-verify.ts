import type { CommandDefinition } from '../command-line/command-definition.js'
import { countBooks } from '../operator/count-books.js'
import { withOperator } from '../operator/with-operator.js'

export const ledgerVerifyCommand: CommandDefinition = {
  path: ['ledger', 'verify'],
  summary: "check the books from rows alone, and against the simulated bank's book",
  notes: 'Changes nothing. Ends with 0 when the books are right, with 1 when a fault was found.',
  run: (context) =>
    withOperator(context, async ({ server, pool, readBook }) => {
      const report = await server.verifyLedger(pool, { readBook })
      const counts = await countBooks(pool)
      const { colors } = context
      const extent = `${count(counts.merchants, 'merchant')}, ${count(counts.transfers, 'transfer')}, ${report.checks} checks at ${report.readAt}`
      return {
        exit: report.faults.length === 0 ? 'ok' : 'negative',
        json: {
          is_right: report.faults.length === 0,
          checks: report.checks,
          ...counts,
          read_at: report.readAt,
          faults: report.faults.map(({ check, merchantId, message }) => ({ check, merchant_id: merchantId, message }))
        },
        text:
          report.faults.length === 0
            ? `${colors.green('The books are right')}: ${extent}`
            : [
                `${colors.red(count(report.faults.length, 'fault'))} in the books: ${extent}`,
                ...report.faults.map((fault) => `  ${fault.check}: ${fault.message} (${fault.merchantId})`)
              ].join('\n')
      }
    })
}

function count(many: number, noun: string): string {
  return `${many.toLocaleString('en')} ${noun}${many === 1 ? '' : 's'}`
}
