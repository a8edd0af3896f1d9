import type { CommandDefinition } from '../command-line/command-definition.js'
import { withOperator } from '../operator/with-operator.js'
import { formatTable } from '../output/format-table.js'

export const merchantsListCommand: CommandDefinition = {
  path: ['merchants', 'list'],
  summary: 'list the merchants of this server, oldest first',
  run: (context) =>
    withOperator(context, async ({ server, pool }) => {
      const merchants = await server.listMerchants(pool)
      return {
        exit: 'ok',
        json: {
          merchants: merchants.map(({ id, name, createdAt }) => ({ id, name, created_at: createdAt })),
          count: merchants.length
        },
        text:
          merchants.length === 0
            ? 'no merchants yet'
            : formatTable(
                [{ heading: 'ID' }, { heading: 'NAME' }, { heading: 'SINCE' }],
                merchants.map(({ id, name, createdAt }) => [id, name, createdAt])
              )
      }
    })
}
