import { describeBatch } from '../batches/describe-batch.js'
import { describeStanding, exitOfStanding, readStanding } from '../batches/read-standing.js'
import { watchBatch } from '../batches/watch-batch.js'
import { type CommandDefinition, hasFlag, readArgument } from '../command-line/command-definition.js'
import { connectMerchant } from '../merchant/connect-merchant.js'

export const statusCommand: CommandDefinition = {
  path: ['status'],
  summary: 'show where a batch stands',
  arguments: [{ syntax: '<id>', summary: 'the batch, dis_…' }],
  options: [{ flags: '--watch', summary: 'stay until it is final or waits for approval' }],
  notes: `Ends with 1 when the batch was rejected, did not pay everyone, or was corrected after its
end; else with 0.`,
  run: async (context, given) => {
    const { client } = connectMerchant(context)
    const id = readArgument(given, 0)
    const batch = hasFlag(given, 'watch')
      ? await watchBatch(client, id, context)
      : await client.disbursements.get(id, { signal: context.signal })
    const standing = await readStanding(client, batch, context.signal)
    return {
      exit: exitOfStanding(batch, standing),
      json: { batch, standing },
      text: describeBatch(batch, context, describeStanding(standing, id))
    }
  }
}
