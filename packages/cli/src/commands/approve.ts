import { describeBatch } from '../batches/describe-batch.js'
import { exitOfBatch, watchBatch } from '../batches/watch-batch.js'
import { type CommandDefinition, hasFlag, readArgument } from '../command-line/command-definition.js'
import { connectMerchant } from '../merchant/connect-merchant.js'

export const approveCommand: CommandDefinition = {
  path: ['approve'],
  summary: 'approve a batch: its money is held and paid out',
  arguments: [{ syntax: '<id>', summary: 'the batch, dis_…' }],
  options: [
    { flags: '--ignore-invalid', summary: 'pay the valid accounts although others are invalid' },
    { flags: '--watch', summary: 'stay until everyone is paid or has failed' }
  ],
  notes: 'With --watch it ends with 1 when not everyone was paid.',
  run: async (context, given) => {
    const { client } = connectMerchant(context)
    const id = readArgument(given, 0)
    const approved = await client.disbursements.approve(id, {
      ignoreInvalid: hasFlag(given, 'ignoreInvalid'),
      signal: context.signal
    })
    if (!hasFlag(given, 'watch')) {
      return {
        exit: 'ok',
        json: { batch: approved },
        text: `${describeBatch(approved, context)}\nNext: arus status ${id} --watch`
      }
    }
    const batch = await watchBatch(client, id, context)
    return { exit: exitOfBatch(batch), json: { batch }, text: describeBatch(batch, context) }
  }
}
