import { merchantAccount, userAccount, WORLD } from '../state/ledger-entry.js'
import type { Order } from '../state/order.js'
import { pairKey, type State } from '../state/state.js'

/**
 * Recomputes balances, orders and bindings from what they are made of.
 *
 * @returns one line per thing that does not fit; none when all is well
 */
export function verifyBooks(state: State): string[] {
  return [...verifyBalances(state), ...verifyOrders(state), ...verifyIndexes(state)]
}

function verifyBalances(state: State): string[] {
  const faults: string[] = []
  const balances = new Map<string, bigint>()
  const add = (account: string, amountSen: bigint) => balances.set(account, (balances.get(account) ?? 0n) + amountSen)
  for (const [index, entry] of state.entries.entries()) {
    if (entry.id !== index + 1) faults.push(`entry ${entry.id} stands at place ${index + 1}`)
    if (entry.amountSen <= 0n) faults.push(`entry ${entry.id} moves ${entry.amountSen} sen`)
    if (entry.debit === entry.credit) faults.push(`entry ${entry.id} goes from ${entry.debit} to itself`)
    add(entry.debit, -entry.amountSen)
    add(entry.credit, entry.amountSen)
  }
  let sum = 0n
  const known = new Set([
    WORLD,
    ...[...state.users.keys()].map(userAccount),
    ...[...state.merchantIds.keys()].map(merchantAccount)
  ])
  for (const account of new Set([...balances.keys(), ...state.balances.keys()])) {
    const [kept, computed] = [state.balances.get(account) ?? 0n, balances.get(account) ?? 0n]
    sum += kept
    if (kept !== computed) faults.push(`${account} has ${kept} sen, its entries come to ${computed}`)
    if (kept < 0n && account !== WORLD) faults.push(`${account} has ${kept} sen`)
    if (!known.has(account)) faults.push(`${account} belongs to nobody`)
  }
  if (sum !== 0n) faults.push(`all balances come to ${sum} sen`)
  return faults
}

function verifyOrders(state: State): string[] {
  const faults: string[] = []
  const moved = new Map<string, { payments: bigint[]; refundedSen: bigint; voidedSen: bigint }>()
  for (const { kind, referenceNo, amountSen, id } of state.entries) {
    if (kind === 'opening' || kind === 'adjustment' || kind === 'top_up') continue
    if (referenceNo === undefined || !state.orders.has(referenceNo)) {
      faults.push(`entry ${id} belongs to no order`)
      continue
    }
    const sums = moved.get(referenceNo) ?? { payments: [], refundedSen: 0n, voidedSen: 0n }
    moved.set(referenceNo, sums)
    if (kind === 'payment') sums.payments.push(amountSen)
    else if (kind === 'refund') sums.refundedSen += amountSen
    else sums.voidedSen += amountSen
  }
  for (const order of state.orders.values()) {
    const say = (fault: string) => faults.push(`order ${order.referenceNo}: ${fault}`)
    const { payments, refundedSen, voidedSen } = moved.get(order.referenceNo) ?? { payments: [], refundedSen: 0n, voidedSen: 0n }
    const paid = order.paidAt !== undefined
    if (payments.length !== (paid ? 1 : 0)) say(`was paid ${payments.length} times`)
    if (paid && payments[0] !== order.amountSen) say(`is ${order.amountSen} sen, ${payments[0]} were paid`)
    if (refundedSen !== order.refundedSen) say(`says ${order.refundedSen} sen refunded, entries say ${refundedSen}`)
    if (order.refunds.reduce((sum, refund) => sum + refund.amountSen, 0n) !== order.refundedSen) say('its refunds do not add up')
    if (voidedSen !== order.voidedSen) say(`says ${order.voidedSen} sen voided, entries say ${voidedSen}`)
    if (refundedSen + voidedSen > (payments[0] ?? 0n)) say('gave back more than was paid')
    if (!isStatusSound(order)) say(`cannot be ${order.status}`)
  }
  return faults
}

function isStatusSound({ status, paidAt, cancelledAt, closedAt }: Order): boolean {
  const [paid, cancelled, closed] = [paidAt, cancelledAt, closedAt].map((at) => at !== undefined)
  if (status === 'SUCCESS') return paid! && !cancelled && !closed
  if (status === 'CANCELLED') return cancelled! && !closed
  if (status === 'CLOSED') return closed! && !paid && !cancelled
  return !paid && !cancelled && !closed
}

function verifyIndexes(state: State): string[] {
  const faults: string[] = []
  for (const order of state.orders.values()) {
    const { referenceNo, merchantId, partnerReferenceNo, status } = order
    if (state.partnerReferences.get(pairKey(merchantId, partnerReferenceNo)) !== referenceNo) {
      faults.push(`order ${referenceNo} is not found by its merchant's reference`)
    }
    if (state.openOrders.has(referenceNo) !== (status === 'INIT' || status === 'PAYING')) {
      faults.push(`order ${referenceNo} is ${status} and ${state.openOrders.has(referenceNo) ? '' : 'not '}among the open ones`)
    }
    for (const { partnerRefundNo } of order.refunds) {
      if (state.partnerRefunds.get(pairKey(merchantId, partnerRefundNo)) !== referenceNo) {
        faults.push(`refund ${partnerRefundNo} of order ${referenceNo} is not found by its number`)
      }
    }
  }
  if (state.partnerReferences.size !== state.orders.size) faults.push('there are more references than orders')
  for (const [refreshToken, accessToken] of state.refreshTokens) {
    if (state.tokens.get(accessToken)?.refreshToken !== refreshToken) faults.push('a refresh token leads to another token')
  }
  for (const user of state.users.values()) {
    if (state.phones.get(user.phone) !== user.id) faults.push(`user ${user.id} is not found by phone`)
  }
  return faults
}
