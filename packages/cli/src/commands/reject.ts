import { decideOnce } from '../batches/decide-once.js'
import { describeBatch } from '../batches/describe-batch.js'
import { type CommandDefinition, readArgument, readText } from '../command-line/command-definition.js'
import { CommandError } from '../command-line/command-result.js'
import { connectMerchant } from '../merchant/connect-merchant.js'

export const rejectCommand: CommandDefinition = {
  path: ['reject'],
  summary: 'reject a batch before it is approved: nothing of it is ever paid',
  arguments: [{ syntax: '<id>', summary: 'the batch, dis_…' }],
  options: [{ flags: '--reason <text>', summary: 'why, for those who submitted it (required)' }],
  run: async (context, given) => {
    const { client } = connectMerchant(context)
    const reason = readText(given, 'reason')?.trim() ?? ''
    if (reason === '') throw new CommandError('usage', '--reason is missing: say why, for those who submitted the batch')
    const id = readArgument(given, 0)
    const { signal } = context
    const { batch, isDoneBefore } = await decideOnce(client, id, {
      decide: () => client.disbursements.reject(id, reason, { signal }),
      isDone: (status) => status === 'rejected',
      signal
    })
    const opening = isDoneBefore ? 'This batch was rejected before; nothing was done anew.\n' : ''
    return { exit: 'ok', json: { batch, is_done_before: isDoneBefore }, text: `${opening}${describeBatch(batch, context)}` }
  }
}
