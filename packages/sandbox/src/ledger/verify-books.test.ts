import { expect, it } from 'vitest'
import { userAccount, WORLD } from '../state/ledger-entry.js'
import type { State } from '../state/state.js'
import { makePaidOrder, makeRequest, makeTestEngine } from '../testing/make-test-engine.js'
import { verifyBooks } from './verify-books.js'

async function makeBooks(): Promise<{ state: State; userId: string; referenceNo: string }> {
  const { engine, user } = makeTestEngine()
  const { referenceNo } = await makePaidOrder(engine, user.id, makeRequest('order-1'))
  return { state: structuredClone(engine.readState()) as State, userId: user.id, referenceNo }
}

it('finds nothing wrong with books that were kept', async () => {
  expect(verifyBooks((await makeBooks()).state)).toEqual([])
})

it.each<[string, (books: Awaited<ReturnType<typeof makeBooks>>) => void]>([
  ['its entries come to', ({ state, userId }) => state.balances.set(userAccount(userId), 5n)],
  ['all balances come to', ({ state }) => state.balances.set(WORLD, 0n)],
  ['belongs to nobody', ({ state }) => state.balances.set('user:nobody', 0n)],
  ['has -5 sen', ({ state, userId }) => state.balances.set(userAccount(userId), -5n)],
  ['was paid 0 times', ({ state }) => state.entries.pop()],
  ['was paid 2 times', ({ state }) => state.entries.push({ ...state.entries.at(-1)!, id: state.entries.length + 1 })],
  ['were paid', ({ state }) => state.entries.push({ ...state.entries.pop()!, amountSen: 1n })],
  ['belongs to no order', ({ state }) => state.entries.push({ ...state.entries.pop()!, referenceNo: 'x' })],
  ['stands at place', ({ state }) => state.entries.shift()],
  ['moves 0 sen', ({ state }) => state.entries.push({ ...state.entries.pop()!, amountSen: 0n })],
  ['to itself', ({ state }) => state.entries.push({ ...state.entries.pop()!, debit: WORLD, credit: WORLD })],
  ['cannot be CLOSED', ({ state, referenceNo }) => change(state, referenceNo, { status: 'CLOSED' })],
  ['refunded, entries say 0', ({ state, referenceNo }) => change(state, referenceNo, { refundedSen: 1n })],
  ['its refunds do not add up', ({ state, referenceNo }) => change(state, referenceNo, { refundedSen: 1n })],
  ['voided, entries say 0', ({ state, referenceNo }) => change(state, referenceNo, { voidedSen: 1n })],
  ['among the open ones', ({ state, referenceNo }) => state.openOrders.add(referenceNo)],
  ["is not found by its merchant's reference", ({ state }) => state.partnerReferences.clear()],
  ['is not found by phone', ({ state }) => state.phones.clear()],
  ['leads to another token', ({ state }) => state.refreshTokens.set('x', 'y')],
  [
    'gave back more than was paid',
    ({ state }) => {
      const { credit, debit, ...payment } = state.entries.at(-1)!
      const [id, amountSen] = [state.entries.length + 1, payment.amountSen + 1n]
      state.entries.push({ ...payment, id, debit: credit, credit: debit, kind: 'refund', amountSen })
    }
  ]
])('finds that something %s', async (fault, spoil) => {
  const books = await makeBooks()
  spoil(books)
  expect(verifyBooks(books.state).join('\n')).toContain(fault)
})

function change(state: State, referenceNo: string, changes: object): void {
  state.orders.set(referenceNo, { ...state.orders.get(referenceNo)!, ...changes })
}
