import type { ApiKeyRow } from '@arus/server'
import { type CommandDefinition, readText } from '../command-line/command-definition.js'
import { chooseMerchant } from '../operator/choose-merchant.js'
import { presentApiKey, tabulateApiKeys } from '../operator/present-api-key.js'
import { withOperator } from '../operator/with-operator.js'

export const keysListCommand: CommandDefinition = {
  path: ['keys', 'list'],
  summary: "list a merchant's API keys, revoked ones too, and what each may do and did today",
  options: [{ flags: '--merchant <id>', summary: 'whose keys (needed when there are several merchants)' }],
  run: (context, given) =>
    withOperator(context, async (operator) => {
      const { server, pool } = operator
      const merchant = await chooseMerchant(operator, readText(given, 'merchant'))
      const keys = await server.listApiKeys(pool, merchant.id)
      const usages = await server.readKeyUsage(pool, merchant.id)
      const present = (key: ApiKeyRow) =>
        presentApiKey(
          operator,
          key,
          usages.find(({ apiKeyId }) => apiKeyId === key.id)
        )
      return {
        exit: 'ok',
        json: { api_keys: keys.map(present), count: keys.length },
        text: keys.length === 0 ? `${merchant.name} has no keys yet` : tabulateApiKeys(keys, usages)
      }
    })
}
