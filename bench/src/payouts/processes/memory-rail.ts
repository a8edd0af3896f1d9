import { setTimeout as delay } from 'node:timers/promises'
import type { ServerOptions } from '@arus/server'

type Rail = ServerOptions['rails'][number]

/** What the bank took, added up: a payment that came twice makes the sums differ from the batches'. */
export type RailTotals = { transfers: number; amountSen: bigint; inquiries: number }

/** The bank lets so many calls of one process run at once. */
export const RAIL_CONCURRENCY = 500

/**
 * A bank in the worker's own memory, which pays everything, at once or after a while: what it costs to keep a bank's book
 * is not the server's. It bears the name that the API stores with test batches.
 */
export function createMemoryRail(latencyMs: number): { rail: Rail; totals: RailTotals } {
  const totals: RailTotals = { transfers: 0, amountSen: 0n, inquiries: 0 }
  const wait = async () => {
    if (latencyMs > 0) await delay(latencyMs)
  }
  const rail: Rail = {
    name: 'simulated_bank',
    isLive: false,
    timeoutMs: 5_000,
    maxConcurrentCalls: RAIL_CONCURRENCY,
    notFoundHorizonMs: 2_000,
    refusesRepeatsForMs: undefined,
    async inquire({ accountOwnerName }) {
      await wait()
      totals.inquiries++
      return { kind: 'valid', accountHolder: accountOwnerName.toUpperCase() }
    },
    async transfer({ amountSen }) {
      await wait()
      totals.transfers++
      totals.amountSen += amountSen
      return { kind: 'paid', railReference: `SIM${String(totals.transfers).padStart(12, '0')}` }
    },
    async status() {
      await wait()
      return { kind: 'not_found' }
    }
  }
  return { rail, totals }
}
