import type { CommandDefinition } from '../command-line/command-definition.js'
import { readOperatorName } from '../operator/read-operator-name.js'
import { withOperator } from '../operator/with-operator.js'

export const secretsResealCommand: CommandDefinition = {
  path: ['secrets', 'reseal'],
  summary: 'seal every stored secret anew with ARUS_MASTER_KEY: one step of changing the master key',
  notes: `Changing the master key, with the server at work all the time:
  1. restart every process with ARUS_MASTER_KEY=<old> ARUS_MASTER_KEY_SECOND=<new>
  2. restart every process with ARUS_MASTER_KEY=<new> ARUS_MASTER_KEY_SECOND=<old>
  3. run this command with the settings of step 2; it may be stopped and run again
  4. restart every process with ARUS_MASTER_KEY=<new> alone
Each step begins when every process has done the one before. Ends with 1 when a secret could
not be opened: it was sealed with a third key, or was damaged, and stays as it is.`,
  run: (context) =>
    withOperator(context, async ({ server, pool, masterKey }) => {
      const report = await server.resealSecrets(pool, masterKey, { actor: readOperatorName() })
      const isDone = report.unopened.length === 0
      const resealed = `${count(report.apiKeys, 'API key')} and the secrets of ${count(report.webhookEndpoints, 'webhook endpoint')}`
      return {
        exit: isDone ? 'ok' : 'negative',
        json: {
          is_done: isDone,
          api_keys: report.apiKeys,
          webhook_endpoints: report.webhookEndpoints,
          unopened: report.unopened.map(({ table, merchantId, id }) => ({ table, merchant_id: merchantId, id }))
        },
        text: [
          `Sealed anew: ${resealed}`,
          isDone
            ? 'Every secret is sealed with ARUS_MASTER_KEY'
            : context.colors.red(`${count(report.unopened.length, 'row')} could not be opened with the keys that are set:`),
          ...report.unopened.map(({ table, merchantId, id }) => `  ${table} ${id} (${merchantId})`)
        ].join('\n')
      }
    })
}

function count(many: number, noun: string): string {
  return `${many.toLocaleString('en')} ${noun}${many === 1 ? '' : 's'}`
}
