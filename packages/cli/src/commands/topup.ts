import type { Bank, TopupInstruction } from '@arus/durianpay'
import { formatRupiahOf } from '../batches/describe-batch.js'
import { type CommandDefinition, type Given, hasFlag, readText } from '../command-line/command-definition.js'
import { CommandError } from '../command-line/command-result.js'
import { connectMerchant } from '../merchant/connect-merchant.js'
import { parseAmount } from '../money/parse-amount.js'
import { suggestBankCode } from '../payroll/suggest-bank-code.js'

export const topupCommand: CommandDefinition = {
  path: ['topup'],
  summary: 'ask where to transfer money to raise the balance',
  options: [
    { flags: '--bank <code>', summary: 'the bank that you transfer from (required)' },
    { flags: '--amount <rupiah>', summary: 'how much, like 10000000 (required)' },
    { flags: '--simulate', summary: 'test mode: let the transfer come in at once' }
  ],
  run: async (context, given) => {
    const amount = readText(given, 'amount') ?? ''
    if (parseAmount(amount) === undefined)
      throw new CommandError('usage', '--amount must be rupiah as plain digits, like 10000000')
    const { client } = connectMerchant(context)
    const { signal } = context
    const bank = findBank(await client.banks.list({ signal }), given)
    const instruction = await client.topups.create({ bank_id: bank.id, amount }, { signal })
    if (!hasFlag(given, 'simulate'))
      return { exit: 'ok', json: { topup: instruction }, text: describeInstruction(instruction, bank) }
    const topup = await client.simulator.completeTopup(instruction.id, { signal })
    return { exit: 'ok', json: { topup }, text: `${formatRupiahOf(topup.total_amount)} came in (${instruction.id})` }
  }
}

function findBank(banks: Bank[], given: Given): Bank {
  const code = readText(given, 'bank')?.toLowerCase()
  if (code === undefined)
    throw new CommandError('usage', '--bank is missing: the code of the bank that you transfer from, like bca')
  const bank = banks.find((one) => one.code === code)
  if (bank !== undefined) return bank
  const suggestion = suggestBankCode(
    code,
    banks.map((one) => one.code)
  )
  throw new CommandError(
    'usage',
    `${code} is not in the bank list${suggestion === undefined ? ': see arus banks' : `: did you mean ${suggestion}?`}`
  )
}

function describeInstruction(instruction: TopupInstruction, bank: Bank): string {
  const { transfer_to: account } = instruction
  return [
    `Transfer exactly ${formatRupiahOf(instruction.total_amount)} from ${bank.name}`,
    `  to       ${account.bank_name} ${account.bank_account_number}, ${account.bank_holder_name}`,
    `  before   ${instruction.expiry_date}`,
    `  top-up   ${instruction.id}`,
    `The last digits (${account.unique_code}) tell your transfer from others.`
  ].join('\n')
}
