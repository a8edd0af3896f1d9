import type { CommandDefinition } from '../command-line/command-definition.js'
import { withOperator } from '../operator/with-operator.js'
import { formatTable } from '../output/format-table.js'

export const auditHeadsCommand: CommandDefinition = {
  path: ['audit', 'heads'],
  summary: 'print the last hash of each chain of the audit log, to be kept where nobody here can write',
  notes: `Keep what --json prints outside of this server, every day say, and give it to
"arus audit verify --expect FILE": then even who can write to the database can't change,
or cut off, what was on record by then.`,
  run: (context) =>
    withOperator(context, async ({ server, pool }) => {
      const heads = (await server.readAuditHeads(pool)).map(({ chain, sequence, hash }) => ({
        chain,
        sequence: Number(sequence),
        hash
      }))
      return {
        exit: 'ok',
        json: { heads, count: heads.length },
        text:
          heads.length === 0
            ? 'nothing is on record'
            : formatTable(
                [{ heading: 'CHAIN' }, { heading: 'ENTRIES', align: 'right' }, { heading: 'HASH' }],
                heads.map(({ chain, sequence, hash }) => [chain, String(sequence), hash])
              )
      }
    })
}
