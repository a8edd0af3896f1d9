import { findBank } from '../../banks/find-bank.js'
import type { RailAccount } from '../rail.js'
import { ANOTHER_HOLDER, findBehaviour } from './special-account-numbers.js'

/**
 * Names the holder of an account as the simulated bank has it: the name that was asked about, in capitals, as banks
 * print it; masked, where the account is an e-wallet.
 *
 * @example
 * nameAccountHolder({ bankCode: 'bca', accountNumber: '8422640', accountOwnerName: 'Jane Doe' }) // 'JANE DOE'
 * nameAccountHolder({ bankCode: 'ovo', accountNumber: '0811222334', accountOwnerName: 'Jane Doe' }) // 'J*** D**'
 */
export function nameAccountHolder(account: RailAccount): string {
  const name = nameInFull(account)
  return findBank(account.bankCode)?.kind === 'ewallet' ? maskName(name) : name
}

function nameInFull(account: RailAccount): string {
  if (findBehaviour(account.accountNumber) === 'belongs_to_another') return ANOTHER_HOLDER
  return account.accountOwnerName.trim() === '' ? 'Dummy Name' : account.accountOwnerName.trim().toUpperCase()
}

function maskName(name: string): string {
  return name.replace(/\S+/g, (word) => {
    const [first, ...others] = Array.from(word)
    return first + '*'.repeat(others.length)
  })
}
