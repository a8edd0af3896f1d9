import type { CommandDefinition } from '../command-line/command-definition.js'
import { connectMerchant } from '../merchant/connect-merchant.js'
import { formatTable } from '../output/format-table.js'

export const banksCommand: CommandDefinition = {
  path: ['banks'],
  summary: 'list the banks and e-wallets that can be paid, with their codes',
  run: async (context) => {
    const banks = await connectMerchant(context).client.banks.list({ signal: context.signal })
    const sorted = banks.toSorted((left, right) => left.code.localeCompare(right.code))
    return {
      exit: 'ok',
      json: { banks, count: banks.length },
      text: formatTable(
        [{ heading: 'CODE' }, { heading: 'NAME' }, { heading: 'ID', align: 'right' }],
        sorted.map((bank) => [bank.code, bank.name, String(bank.id)])
      )
    }
  }
}
