import { type CommandDefinition, readArgument } from '../command-line/command-definition.js'
import { formatRupiah } from '../money/format-rupiah.js'
import { allowedOf, formatAge, presentCase } from '../operator/present-case.js'
import { withOperator } from '../operator/with-operator.js'
import { presentLeftLine, tabulateLeftLines } from '../statements/present-left-lines.js'

export const casesShowCommand: CommandDefinition = {
  path: ['cases', 'show'],
  summary: 'show a case: what is known of it, and how it can be settled',
  arguments: [{ syntax: '<case-id>', summary: 'case_…' }],
  run: (context, given) =>
    withOperator(context, async ({ server, pool }) => {
      const one = await server.findCase(pool, readArgument(given, 0))
      const allowed = allowedOf(server, one)
      const left = one.itemId === null ? [] : await server.readLeftLinesOfItem(pool, { itemId: one.itemId, isLive: one.isLive })
      const lines: [string, string][] = [
        ['case', `${one.id} (${one.isLive ? 'live' : 'test'})`],
        ['kind', one.kind],
        ['meaning', server.CASE_REASONS[one.kind]],
        ['merchant', one.merchantId ?? 'none'],
        ['batch', one.batchId ?? 'none'],
        ['item', one.itemId === null ? 'none' : `${one.itemId} (${one.itemStatus})`],
        ['amount', formatRupiah(one.amountSen)],
        ['opened', `${one.openedAt} (${formatAge(one.ageSeconds)})`],
        ['next check', one.nextCheckAt ?? 'none'],
        ['known', JSON.stringify(one.detail)],
        one.closedAt === null
          ? ['settle as', allowed.length === 0 ? `not before ${one.sendingUntil}: the item is being sent` : allowed.join(', ')]
          : ['settled', `${one.closedAt} ${one.resolution} ${one.settledBy ?? ''}`.trimEnd()],
        ...(one.settledBy === null
          ? []
          : ([
              ['reference', one.reference],
              ['reason', one.reason],
              ...(one.settledWith === null ? [] : [['with', one.settledWith]])
            ] as [string, string][]))
      ]
      return {
        exit: 'ok',
        json: { case: presentCase(server, one), left_lines: left.map(presentLeftLine) },
        text: [
          ...lines.map(([name, value]) => `${name.padEnd(11)}${value}`),
          ...(left.length === 0 ? [] : ['\nwhat statements have of the item and is booked nowhere:', tabulateLeftLines(left)])
        ].join('\n')
      }
    })
}
