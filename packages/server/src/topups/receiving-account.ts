import { findBank } from '../banks/find-bank.js'
import { ApiError } from '../errors/api-error.js'

/** An account that merchants transfer their top-ups to. */
export type ReceivingAccount = { bankCode: string; accountNumber: string; accountHolder: string }

/** Of no real bank customer: nothing is ever transferred in test mode. */
const TEST_ACCOUNT: ReceivingAccount = { bankCode: 'bni', accountNumber: '8810000042', accountHolder: 'ARUS TEST' }

/**
 * Chooses the account that a top-up is transferred to.
 *
 * @param liveAccount the account of whoever runs this server, as configured.
 * @throws ApiError RAIL_NOT_CONFIGURED for a live top-up where there is none: nobody is sent off to pay into nothing.
 */
export function chooseReceivingAccount(isLive: boolean, liveAccount: ReceivingAccount | undefined): ReceivingAccount {
  if (!isLive) return TEST_ACCOUNT
  if (liveAccount !== undefined) return liveAccount
  throw new ApiError('RAIL_NOT_CONFIGURED', { message: 'no bank account for live top-ups is configured on this server' })
}

/**
 * Reads an account as it is configured: bank code, account number and holder, with colons between.
 *
 * @returns the account, or an Error that says what is expected.
 *
 * @example
 * parseReceivingAccount('bca:0071234568:PT Contoh Jaya') // { bankCode: 'bca', accountNumber: '0071234568', … }
 */
export function parseReceivingAccount(text: string): ReceivingAccount | Error {
  const [, code, accountNumber, accountHolder] = /^([^:]+):(\d{1,34}):(.*\S)\s*$/.exec(text) ?? []
  if (code === undefined || accountNumber === undefined || accountHolder === undefined) {
    return new Error(
      `bank code, account number and account holder are expected, like "bca:0071234568:PT Contoh Jaya", not "${text}"`
    )
  }
  const bank = findBank(code)
  if (bank === undefined) return new Error(`there is no bank with the code "${code}"`)
  return { bankCode: bank.code, accountNumber, accountHolder: accountHolder.trim() }
}
