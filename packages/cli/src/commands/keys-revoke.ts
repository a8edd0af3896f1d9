import { type CommandDefinition, readArgument } from '../command-line/command-definition.js'
import { findOwnerOfApiKey } from '../operator/find-owner.js'
import { presentApiKey } from '../operator/present-api-key.js'
import { readOperatorName } from '../operator/read-operator-name.js'
import { withOperator } from '../operator/with-operator.js'

export const keysRevokeCommand: CommandDefinition = {
  path: ['keys', 'revoke'],
  summary: 'end an API key; one that signs webhooks must be replaced first',
  arguments: [{ syntax: '<key-id>', summary: 'key_…, as "arus keys list" shows it' }],
  run: (context, given) =>
    withOperator(context, async (operator) => {
      const { server, pool } = operator
      const apiKeyId = readArgument(given, 0)
      const { merchantId } = await findOwnerOfApiKey(pool, apiKeyId)
      const apiKey = await server.revokeApiKey(pool, { merchantId, apiKeyId, actor: readOperatorName() })
      return {
        exit: 'ok',
        json: { api_key: presentApiKey(operator, apiKey) },
        text: `${apiKey.id} is revoked since ${apiKey.revokedAt}`
      }
    })
}
