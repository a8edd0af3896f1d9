import { type CommandDefinition, hasFlag } from '../command-line/command-definition.js'
import { formatRupiah } from '../money/format-rupiah.js'
import { withOperator } from '../operator/with-operator.js'
import { formatTable } from '../output/format-table.js'
import { NOT_COMPARED, nameAccount, presentStatement } from '../statements/describe-statement.js'

/** More than that nobody reads. */
const MAX_STATEMENTS = 1_000

export const statementsListCommand: CommandDefinition = {
  path: ['statements', 'list'],
  isDefault: true,
  summary: "list the bank's statements that were reconciled, the newest first",
  options: [{ flags: '--live', summary: 'only those of live payments' }],
  run: (context, given) =>
    withOperator(context, async ({ server, pool }) => {
      const filter = hasFlag(given, 'live') ? { isLive: true } : {}
      const { statements, count } = await server.listStatements(pool, filter, { limit: MAX_STATEMENTS })
      if (count > statements.length) context.writeNote(`${count} statements: these are the newest ${statements.length}\n`)
      return {
        exit: 'ok',
        json: { statements: statements.map(presentStatement), count },
        text:
          statements.length === 0
            ? 'no statements yet'
            : formatTable(
                [
                  { heading: 'STATEMENT' },
                  { heading: 'OF' },
                  { heading: 'FROM' },
                  { heading: 'UNTIL BEFORE' },
                  { heading: 'LINES', align: 'right' },
                  { heading: 'MATCHED', align: 'right' },
                  { heading: 'AMOUNT', align: 'right' },
                  { heading: 'FILE' },
                  { heading: 'STANDS' }
                ],
                statements.map((one) => [
                  one.id,
                  `${nameAccount(one)}${one.isLive ? '' : ' (test)'}`,
                  one.periodFrom,
                  one.periodTo,
                  `${one.lineCount}`,
                  `${one.matchedLines}`,
                  formatRupiah(one.matchedAmountSen),
                  one.fileName,
                  one.reconciledAt === null ? `not compared yet: ${NOT_COMPARED}` : 'reconciled'
                ])
              )
      }
    })
}
