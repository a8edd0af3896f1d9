import { describeBatch } from '../batches/describe-batch.js'
import { exitOfBatch, watchBatch } from '../batches/watch-batch.js'
import { type CommandDefinition, hasFlag, readArgument } from '../command-line/command-definition.js'
import { connectMerchant } from '../merchant/connect-merchant.js'

export const statusCommand: CommandDefinition = {
  path: ['status'],
  summary: 'show where a batch stands',
  arguments: [{ syntax: '<id>', summary: 'the batch, dis_…' }],
  options: [{ flags: '--watch', summary: 'stay until it is final or waits for approval' }],
  notes: 'Ends with 1 when the batch was rejected or did not pay everyone, else with 0.',
  run: async (context, given) => {
    const { client } = connectMerchant(context)
    const id = readArgument(given, 0)
    const batch = hasFlag(given, 'watch')
      ? await watchBatch(client, id, context)
      : await client.disbursements.get(id, { signal: context.signal })
    return { exit: exitOfBatch(batch), json: { batch }, text: describeBatch(batch, context) }
  }
}
