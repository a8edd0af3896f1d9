import { type CommandDefinition, hasFlag, readText } from '../command-line/command-definition.js'
import { chooseMerchant } from '../operator/choose-merchant.js'
import { presentApiKey } from '../operator/present-api-key.js'
import { KEY_TERM_OPTIONS, readKeyTerms, warnOfSubmitAndApprove } from '../operator/read-key-terms.js'
import { readOperatorName } from '../operator/read-operator-name.js'
import { withOperator } from '../operator/with-operator.js'

export const keysCreateCommand: CommandDefinition = {
  path: ['keys', 'create'],
  summary: 'make an API key; its secret is shown this once',
  notes: 'Unless --scope says otherwise, a test key may do everything, and a live key may read and submit.',
  options: [
    { flags: '--merchant <id>', summary: 'whose key (needed when there are several merchants)' },
    { flags: '--live', summary: 'a key for real money; else one for test mode' },
    { flags: '--name <text>', summary: 'what it is for' },
    ...KEY_TERM_OPTIONS
  ],
  run: (context, given) =>
    withOperator(context, async (operator) => {
      const merchant = await chooseMerchant(operator, readText(given, 'merchant'))
      const { apiKey, secretKey } = await operator.server.createApiKey(operator, {
        merchantId: merchant.id,
        isLive: hasFlag(given, 'live'),
        name: readText(given, 'name') ?? '',
        terms: readKeyTerms(operator, given),
        maySubmitAndApprove: hasFlag(given, 'submitAndApprove'),
        actor: readOperatorName()
      })
      context.writeNote(warnOfSubmitAndApprove(apiKey))
      return {
        exit: 'ok',
        json: { api_key: presentApiKey(operator, apiKey), secret_key: secretKey },
        text: `${secretKey}\n${context.colors.dim(`${apiKey.id} of ${merchant.name}. Store the secret key now: it can't be shown again.`)}`
      }
    })
}
