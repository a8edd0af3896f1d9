import { type CommandDefinition, hasFlag, readText } from '../command-line/command-definition.js'
import { chooseMerchant } from '../operator/choose-merchant.js'
import { presentApiKey } from '../operator/present-api-key.js'
import { withOperator } from '../operator/with-operator.js'

export const keysCreateCommand: CommandDefinition = {
  path: ['keys', 'create'],
  summary: 'make an API key; its secret is shown this once',
  options: [
    { flags: '--merchant <id>', summary: 'whose key (needed when there are several merchants)' },
    { flags: '--live', summary: 'a key for real money; else one for test mode' },
    { flags: '--name <text>', summary: 'what it is for' }
  ],
  run: (context, given) =>
    withOperator(context, async (operator) => {
      const merchant = await chooseMerchant(operator, readText(given, 'merchant'))
      const { apiKey, secretKey } = await operator.server.createApiKey(operator, {
        merchantId: merchant.id,
        isLive: hasFlag(given, 'live'),
        name: readText(given, 'name') ?? ''
      })
      return {
        exit: 'ok',
        json: { api_key: presentApiKey(apiKey), secret_key: secretKey },
        text: `${secretKey}\n${context.colors.dim(`${apiKey.id} of ${merchant.name}. Store the secret key now: it can't be shown again.`)}`
      }
    })
}
