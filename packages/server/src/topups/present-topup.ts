import { findBank } from '../banks/find-bank.js'
import { formatAmount } from '../money/format-amount.js'
import type { Balance } from './read-balance.js'
import type { TopupRow } from './topup.js'

/** A new top-up on the wire: what to transfer, and where to. */
export function presentTopupInstruction(topup: TopupRow) {
  const bank = findBank(topup.receivingBank)
  return {
    id: topup.id,
    sender_bank: topup.senderBank,
    merchant_name: topup.merchantName,
    total_amount: formatAmount(topup.totalAmountSen),
    status: topup.status,
    expiry_date: topup.expiresAt,
    transfer_to: {
      bank_code: topup.receivingBank,
      bank_name: bank?.name ?? topup.receivingBank,
      atm_bersama_code: bank?.atmCode ?? '',
      bank_account_number: topup.receivingAccount,
      // Two generations of the protocol name the holder differently; clients of both are in use.
      account_holder_name: topup.receivingHolder,
      bank_holder_name: topup.receivingHolder,
      unique_code: topup.uniqueCode
    }
  }
}

/** A top-up on the wire, fetched alone. */
export function presentTopup(topup: TopupRow) {
  return {
    id: topup.id,
    total_amount: formatAmount(topup.totalAmountSen),
    unique_code: topup.uniqueCode,
    expiry_date: topup.expiresAt,
    bank_account_number: topup.receivingAccount,
    bank_name: findBank(topup.receivingBank)?.name ?? topup.receivingBank,
    bank_holder_name: topup.receivingHolder,
    status: topup.status,
    bank_code: topup.receivingBank,
    actual_amount: topup.status === 'completed' ? formatAmount(topup.totalAmountSen) : ''
  }
}

/** A balance on the wire. Existing clients read `balance` as an integer, so it is rounded down; the amounts beside it are exact. */
export function presentBalance(balance: Balance) {
  return {
    balance: Number(balance.availableSen / 100n),
    balance_amount: formatAmount(balance.availableSen),
    on_hold_amount: formatAmount(balance.onHoldSen)
  }
}
