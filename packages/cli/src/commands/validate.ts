import { type CommandDefinition, readArgument } from '../command-line/command-definition.js'
import { CommandError } from '../command-line/command-result.js'
import { connectMerchant } from '../merchant/connect-merchant.js'
import { checkAccountNumber } from '../payroll/check-account-number.js'

export const validateCommand: CommandDefinition = {
  path: ['validate'],
  summary: 'ask a bank who owns an account',
  arguments: [
    { syntax: '<bank>', summary: 'the code of the bank or e-wallet, as "arus banks" lists it' },
    { syntax: '<account>', summary: "the account's digits, leading zeros and all" }
  ],
  notes: 'Ends with 0 when the account is valid, with 1 when it is not.',
  run: async (context, given) => {
    const { client } = connectMerchant(context)
    const account = checkAccountNumber(readArgument(given, 1))
    if ('problem' in account) throw new CommandError('usage', `the account number ${account.problem}`)
    const validation = await client.accounts.validateAndWait(
      { bank_code: readArgument(given, 0), account_number: account.value },
      { signal: context.signal }
    )
    const { colors } = context
    const text =
      validation.status === 'valid'
        ? `${colors.green('valid')}: ${validation.bank_code} ${validation.account_number} belongs to ${validation.account_holder}`
        : `${colors.red('invalid')}: ${validation.bank_code} ${validation.account_number}`
    return { exit: validation.status === 'valid' ? 'ok' : 'negative', json: validation, text }
  }
}
