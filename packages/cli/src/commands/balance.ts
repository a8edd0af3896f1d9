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
    return {
      exit: 'ok',
      json: { ...balance, is_live: mode === 'live' },
      text: `${formatRupiahOf(amount)} available${mode === 'live' ? '' : ', test money'}`
    }
  }
}
