import { type CommandDefinition, readArgument } from '../command-line/command-definition.js'
import { findOwnerOfApiKey } from '../operator/find-owner.js'
import { presentApiKey } from '../operator/present-api-key.js'
import { withOperator } from '../operator/with-operator.js'

export const keysSignWithCommand: CommandDefinition = {
  path: ['keys', 'sign-with'],
  summary: "choose the API key that signs its merchant's webhooks",
  arguments: [{ syntax: '<key-id>', summary: 'key_…, as "arus keys list" shows it' }],
  run: (context, given) =>
    withOperator(context, async ({ server, pool }) => {
      const apiKeyId = readArgument(given, 0)
      const { merchantId } = await findOwnerOfApiKey(pool, apiKeyId)
      const apiKey = await server.chooseSigningKey(pool, { merchantId, apiKeyId })
      const mode = apiKey.isLive ? 'live' : 'test'
      return {
        exit: 'ok',
        json: { api_key: presentApiKey(apiKey) },
        text: `${apiKey.id} signs the ${mode} webhooks of ${merchantId} from now on`
      }
    })
}
