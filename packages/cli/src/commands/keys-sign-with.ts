import { type CommandDefinition, readArgument } from '../command-line/command-definition.js'
import { findOwnerOfApiKey } from '../operator/find-owner.js'
import { presentApiKey } from '../operator/present-api-key.js'
import { readOperatorName } from '../operator/read-operator-name.js'
import { withOperator } from '../operator/with-operator.js'

export const keysSignWithCommand: CommandDefinition = {
  path: ['keys', 'sign-with'],
  summary: "choose the API key that signs its merchant's webhooks",
  arguments: [{ syntax: '<key-id>', summary: 'key_…, as "arus keys list" shows it' }],
  run: (context, given) =>
    withOperator(context, async (operator) => {
      const { server, pool } = operator
      const apiKeyId = readArgument(given, 0)
      const { merchantId } = await findOwnerOfApiKey(pool, apiKeyId)
      const apiKey = await server.chooseSigningKey(pool, { merchantId, apiKeyId, actor: readOperatorName() })
      const mode = apiKey.isLive ? 'live' : 'test'
      return {
        exit: 'ok',
        json: { api_key: presentApiKey(operator, apiKey) },
        text: `${apiKey.id} signs the ${mode} webhooks of ${merchantId} from now on`
      }
    })
}
