import { formatRupiahOf } from '../batches/describe-batch.js'
import type { CommandDefinition } from '../command-line/command-definition.js'
import { connectMerchant } from '../merchant/connect-merchant.js'

export const balanceCommand: CommandDefinition = {
  path: ['balance'],
  summary: 'show what can be spent now',
  run: async (context) => {
    const { client, mode } = connectMerchant(context)
    const balance = await client.topups.balance({ signal: context.signal })
    const amount = balance.balance_amount ?? String(balance.balance)
    const onHold = balance.on_hold_amount ?? '0.00'
    const parts = [`${formatRupiahOf(amount)} available`, ...(onHold === '0.00' ? [] : [`${formatRupiahOf(onHold)} on hold`])]
    return {
      exit: 'ok',
      json: { ...balance, is_live: mode === 'live' },
      text: `${parts.join(', ')}${mode === 'live' ? '' : context.colors.dim('  test money')}`
    }
  }
}
