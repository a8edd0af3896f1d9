import { type LedgerEntry, WORLD } from '../state/ledger-entry.js'
import type { State } from '../state/state.js'

/** Moves money from one account to another; nothing is no movement. */
export function postEntry(state: State, entry: Omit<LedgerEntry, 'id'>): void {
  if (entry.amountSen === 0n) return
  state.entries.push({ id: state.entries.length + 1, ...entry })
  state.balances.set(entry.debit, (state.balances.get(entry.debit) ?? 0n) - entry.amountSen)
  state.balances.set(entry.credit, (state.balances.get(entry.credit) ?? 0n) + entry.amountSen)
}

/** Gives an account money from the world, or takes it back when the amount is below 0. */
export function adjust(
  state: State,
  account: string,
  amountSen: bigint,
  at: number,
  kind: 'opening' | 'adjustment' | 'top_up'
): void {
  if (amountSen < 0n) postEntry(state, { at, debit: account, credit: WORLD, amountSen: -amountSen, kind })
  else postEntry(state, { at, debit: WORLD, credit: account, amountSen, kind })
}
