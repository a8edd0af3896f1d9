import type { Order } from '../../state/order.js'

/** A bank whose virtual accounts are paid to. */
export type Bank = { payOption: string; name: string; prefix: string }

/** The virtual accounts of the protocol's list, as far as a customer is shown them. */
export const BANKS: readonly Bank[] = [
  { payOption: 'VIRTUAL_ACCOUNT_BCA', name: 'BCA', prefix: '3901' },
  { payOption: 'VIRTUAL_ACCOUNT_MANDIRI', name: 'Mandiri', prefix: '89508' },
  { payOption: 'VIRTUAL_ACCOUNT_BNI', name: 'BNI', prefix: '8810' },
  { payOption: 'VIRTUAL_ACCOUNT_BRI', name: 'BRI', prefix: '88810' },
  { payOption: 'VIRTUAL_ACCOUNT_CIMB', name: 'CIMB Niaga', prefix: '8059' },
  { payOption: 'VIRTUAL_ACCOUNT_PERMATA', name: 'Permata', prefix: '8528' },
  { payOption: 'VIRTUAL_ACCOUNT_BTPN', name: 'BTPN', prefix: '9213' },
  { payOption: 'VIRTUAL_ACCOUNT_PANI', name: 'Panin', prefix: '8628' },
  { payOption: 'VIRTUAL_ACCOUNT_BSI_PAYMENT', name: 'BSI', prefix: '9347' }
]

/** Shown where the merchant names no options of its own. */
const SHOWN_UNASKED = 4

/** What a customer can choose to pay with. */
export type PayChoices = { hasBalance: boolean; banks: readonly Bank[] }

/** What the merchant's `payOptionDetails` allow, without what its `disabledPayMethods` forbid. */
export function payChoicesOf(order: Pick<Order, 'request'>): PayChoices {
  const { disabledPayMethods, payOptionDetails } = order.request
  const disabled = new Set((disabledPayMethods ?? '').split(',').map((method) => method.trim()))
  const asked = Array.isArray(payOptionDetails) ? payOptionDetails.filter(isOption) : []
  const isAllowed = (payMethod: string) =>
    !disabled.has(payMethod) && (asked.length === 0 || asked.some((option) => option.payMethod === payMethod))
  const named = asked.filter(({ payMethod }) => payMethod === 'VIRTUAL_ACCOUNT').map(({ payOption }) => payOption)
  const banks = BANKS.filter(({ payOption }, index) => (named.length > 0 ? named.includes(payOption) : index < SHOWN_UNASKED))
  return { hasBalance: isAllowed('BALANCE'), banks: isAllowed('VIRTUAL_ACCOUNT') ? banks : [] }
}

/** The number a customer would transfer to: always the same for an order. */
export function accountNumberOf(bank: Bank, order: Pick<Order, 'referenceNo'>): string {
  return bank.prefix + order.referenceNo.replace(/\D/g, '').slice(-12).padStart(12, '0')
}

function isOption(value: unknown): value is { payMethod: string; payOption: unknown } {
  return typeof value === 'object' && value !== null && typeof (value as { payMethod?: unknown }).payMethod === 'string'
}
