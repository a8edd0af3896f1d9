import type { CaseKind } from '@arus/server'
import { type CommandDefinition, hasFlag, readText } from '../command-line/command-definition.js'
import { CommandError } from '../command-line/command-result.js'
import { presentCase, tabulateCases } from '../operator/present-case.js'
import { withOperator } from '../operator/with-operator.js'

/** More than that nobody reads; `--kind` and `--batch` find the ones that are wanted. */
const MAX_CASES = 10_000

export const casesListCommand: CommandDefinition = {
  path: ['cases', 'list'],
  isDefault: true,
  summary: 'list what only a person can settle about payments: open ones first, with age, next check and reason',
  options: [
    { flags: '--all', summary: 'those that are settled too' },
    { flags: '--kind <kind>', summary: 'only of this kind, such as unresolved' },
    { flags: '--batch <id>', summary: 'only about items of this batch' },
    { flags: '--merchant <id>', summary: "only this merchant's" }
  ],
  notes: `Each kind is explained below the list, and in docs/cases.md with what to do about it.
Ends with 0 whether or not any is open.`,
  run: (context, given) =>
    withOperator(context, async ({ server, pool }) => {
      const withSettled = hasFlag(given, 'all')
      const kind = readText(given, 'kind') as CaseKind | undefined
      if (kind !== undefined && !server.CASE_KINDS.includes(kind)) {
        throw new CommandError('usage', `--kind must be one of ${server.CASE_KINDS.join(', ')}, not ${JSON.stringify(kind)}`)
      }
      const [batchId, merchantId] = [readText(given, 'batch'), readText(given, 'merchant')]
      const filter = {
        ...(withSettled ? {} : { status: 'open' as const }),
        ...(kind === undefined ? {} : { kind }),
        ...(batchId === undefined ? {} : { batchId }),
        ...(merchantId === undefined ? {} : { merchantId })
      }
      const { cases, count } = await server.listCases(pool, filter, { skip: 0, limit: MAX_CASES })
      if (count > cases.length) context.writeNote(`${count} cases: these are the first ${cases.length}\n`)
      const openCount = cases.filter((one) => one.closedAt === null).length
      return {
        exit: 'ok',
        json: { cases: cases.map((one) => presentCase(server, one)), count, open_count: openCount },
        text: cases.length === 0 ? (withSettled ? 'no cases' : 'no open cases') : tabulateCases(server, cases)
      }
    })
}
