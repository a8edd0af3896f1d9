import { type CommandDefinition, readArgument } from '../command-line/command-definition.js'
import { readOperatorName } from '../operator/read-operator-name.js'
import { withOperator } from '../operator/with-operator.js'

export const merchantsCreateCommand: CommandDefinition = {
  path: ['merchants', 'create'],
  summary: 'make a merchant, with its ledger accounts in test and live mode',
  arguments: [{ syntax: '<name>', summary: 'what people call it' }],
  run: (context, given) =>
    withOperator(context, async ({ server, pool }) => {
      const merchant = await server.createMerchant(pool, { name: readArgument(given, 0), actor: readOperatorName() })
      return {
        exit: 'ok',
        json: { merchant: { id: merchant.id, name: merchant.name, created_at: merchant.createdAt } },
        text: `${merchant.id}  ${merchant.name}\nNext: arus keys create --merchant ${merchant.id}`
      }
    })
}
