import type { QuarantineRow } from '@arus/server'
import type { CommandDefinition } from '../command-line/command-definition.js'
import { presentQuarantine } from '../operator/present-quarantine.js'
import { withOperator } from '../operator/with-operator.js'

export const quarantineShowCommand: CommandDefinition = {
  path: ['quarantine', 'show'],
  summary: 'say whether the database is quarantined since it was restored, and what ends that',
  notes: `A server that starts on another database than the one that was served last, or on an older
copy of it, asks about every open payment first and takes in no batches. See docs/restore.md.
Ends with 1 while batches of either mode are refused.`,
  run: (context) =>
    withOperator(context, async ({ server, pool }) => {
      const quarantines = (await server.listQuarantines(pool)).map((one) => ({ one, closed: server.findClosedModes(one) }))
      const isStanding = quarantines.some(({ closed }) => closed.length > 0)
      return {
        exit: isStanding ? 'negative' : 'ok',
        json: { is_quarantined: isStanding, quarantines: quarantines.map(({ one, closed }) => presentQuarantine(one, closed)) },
        text:
          quarantines.length === 0
            ? 'no quarantine was ever opened'
            : quarantines.map(({ one, closed }) => describe(one, server.QUARANTINE_REASONS[one.reason], closed)).join('\n\n')
      }
    })
}

function describe(one: QuarantineRow, reason: string, closed: ('live' | 'test')[]): string {
  const lines = [
    `${one.id}: ${reason}`,
    `  opened     ${one.openedAt}`,
    `  lost time  ${one.lostSince} to ${one.lostUntil}: what was paid then may be unknown here`,
    ...(one.markedAt === null ? ['  payments   nothing is sent: open payments are still being marked to be asked about'] : []),
    ...one.ends.map(
      ({ isLive, kind, actor, reason: why, endedAt }) =>
        `  ${kind.padEnd(10)} ${isLive ? 'live' : 'test'} at ${endedAt} by ${actor}: ${why}`
    )
  ]
  if (closed.length > 0) {
    const live = closed.includes('live') ? ' --live' : ''
    lines.push(
      `  closed     ${closed.join(' and ')}: new batches are refused. Open again by a bank statement for the lost time:`,
      `               arus reconcile FILE${live} --from ${one.lostSince} --to ${one.lostUntil}`,
      '             (a statement may cover more; one for each --rail and --account, where there are several),',
      '             or on your own word: arus quarantine override --reason …'
    )
  }
  return lines.join('\n')
}
