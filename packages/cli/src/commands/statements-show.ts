import { type CommandDefinition, readArgument } from '../command-line/command-definition.js'
import { withOperator } from '../operator/with-operator.js'
import { describeStatement, presentStatement } from '../statements/describe-statement.js'
import { MAX_LEFT_LINES, presentLeftLine, tabulateLeftLines } from '../statements/present-left-lines.js'

export const statementsShowCommand: CommandDefinition = {
  path: ['statements', 'show'],
  summary: 'show what became of a statement: its counts, and each line that is booked nowhere, with the case of it',
  arguments: [{ syntax: '<statement-id>', summary: 'as arus statements lists it' }],
  notes: `The counts are of when it was reconciled; the lines are as they stand now. What to do about each
is told by its case: arus cases show CASE. Items that it lacks: arus cases --kind missing_there.
Ends with 1 while the case of any line is open, and where the statement was not compared yet.`,
  run: (context, given) =>
    withOperator(context, async ({ server, pool }) => {
      const statement = await server.findStatementById(pool, readArgument(given, 0))
      const lines = await server.readLeftLines(pool, statement.id, { limit: MAX_LEFT_LINES })
      if (lines.length === MAX_LEFT_LINES) context.writeNote(`these are the first ${MAX_LEFT_LINES} lines\n`)
      const openCount = lines.filter((line) => line.isCaseOpen).length
      const isCompared = statement.reconciledAt !== null
      const left = lines.length === 0 ? 'every line is booked' : tabulateLeftLines(lines)
      return {
        exit: isCompared && openCount === 0 ? 'ok' : 'negative',
        json: { statement: presentStatement(statement), left_lines: lines.map(presentLeftLine), open_count: openCount },
        text: isCompared ? `${describeStatement(statement)}\n\n${left}` : describeStatement(statement)
      }
    })
}
