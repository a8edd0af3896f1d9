import { type CommandDefinition, hasFlag, readArgument } from '../command-line/command-definition.js'
import { CommandError } from '../command-line/command-result.js'
import { findOwnerOfApiKey } from '../operator/find-owner.js'
import { presentApiKey, tabulateApiKeys } from '../operator/present-api-key.js'
import { KEY_TERM_NOTES, KEY_TERM_OPTIONS, readKeyTerms, warnOfSubmitAndApprove } from '../operator/read-key-terms.js'
import { readOperatorName } from '../operator/read-operator-name.js'
import { withOperator } from '../operator/with-operator.js'

export const keysChangeCommand: CommandDefinition = {
  path: ['keys', 'change'],
  summary: 'change what an API key may do, how much, and from where',
  notes: `What no option names stays. ${KEY_TERM_NOTES}`,
  arguments: [{ syntax: '<key-id>', summary: 'key_…, as "arus keys list" shows it' }],
  options: KEY_TERM_OPTIONS,
  run: (context, given) =>
    withOperator(context, async (operator) => {
      const { server, pool } = operator
      const apiKeyId = readArgument(given, 0)
      const terms = readKeyTerms(operator, given)
      if (Object.keys(terms).length === 0) throw new CommandError('usage', 'say what to change: see arus keys change --help')
      const { merchantId } = await findOwnerOfApiKey(pool, apiKeyId)
      const apiKey = await server.changeApiKey(pool, {
        merchantId,
        apiKeyId,
        terms,
        maySubmitAndApprove: hasFlag(given, 'submitAndApprove'),
        actor: readOperatorName()
      })
      if (terms.scopes !== undefined) context.writeNote(warnOfSubmitAndApprove(apiKey))
      return { exit: 'ok', json: { api_key: presentApiKey(operator, apiKey) }, text: tabulateApiKeys([apiKey]) }
    })
}
