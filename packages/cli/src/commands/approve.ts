import type { BatchStatus } from '@arus/durianpay'
import { decideOnce } from '../batches/decide-once.js'
import { describeBatch } from '../batches/describe-batch.js'
import { describeStanding, exitOfStanding, readStanding } from '../batches/read-standing.js'
import { watchBatch } from '../batches/watch-batch.js'
import { type CommandDefinition, hasFlag, readArgument } from '../command-line/command-definition.js'
import { connectMerchant } from '../merchant/connect-merchant.js'

const AFTER_APPROVAL: readonly BatchStatus[] = ['approved', 'success', 'partially_success', 'failed']

export const approveCommand: CommandDefinition = {
  path: ['approve'],
  summary: 'approve a batch: its money is held and paid out',
  arguments: [{ syntax: '<id>', summary: 'the batch, dis_…' }],
  options: [
    { flags: '--ignore-invalid', summary: 'pay the valid accounts although others are invalid' },
    { flags: '--watch', summary: 'stay until everyone is paid or has failed' }
  ],
  notes: `A batch that was approved before is shown as it stands, with 0.
With --watch it ends with 1 when not everyone was paid.`,
  run: async (context, given) => {
    const { client } = connectMerchant(context)
    const id = readArgument(given, 0)
    const { signal } = context
    const approved = await decideOnce(client, id, {
      decide: () => client.disbursements.approve(id, { ignoreInvalid: hasFlag(given, 'ignoreInvalid'), signal }),
      isDone: (status) => AFTER_APPROVAL.includes(status),
      signal
    })
    if (!hasFlag(given, 'watch')) {
      const opening = approved.isDoneBefore ? 'This batch was approved before; nothing was done anew.\n' : ''
      return {
        exit: 'ok',
        json: { batch: approved.batch, is_done_before: approved.isDoneBefore },
        text: `${opening}${describeBatch(approved.batch, context)}\nNext: arus status ${id} --watch`
      }
    }
    const batch = await watchBatch(client, id, context)
    const standing = await readStanding(client, batch, signal)
    return {
      exit: exitOfStanding(batch, standing),
      json: { batch, standing },
      text: describeBatch(batch, context, describeStanding(standing, id))
    }
  }
}
