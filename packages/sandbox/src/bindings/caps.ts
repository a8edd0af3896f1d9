/**
 * How many the sandbox keeps of each, dead ones included. When there are more, one of the hundred oldest is forgotten: the
 * first that no longer works, or else the oldest. A forgotten one is answered like an unknown one. Users, merchants, orders
 * and ledger entries are kept until the sandbox is reset.
 */
export const CAPS = { authCodes: 10_000, otts: 10_000, tokens: 50_000 } as const

/** What keeps a full map from costing a scan per entry. */
const LOOKED_AT = 100

/**
 * Makes room when a map has outgrown its cap. Certain given the map, the cap and the test, as replaying needs it.
 *
 * @returns what was forgotten
 */
export function forgetSurplus<Kept>(map: Map<string, Kept>, cap: number, isDead: (kept: Kept) => boolean): Kept[] {
  const forgotten: Kept[] = []
  while (map.size > cap) {
    let victim: string | undefined
    let looked = 0
    for (const [key, kept] of map) {
      if (isDead(kept)) {
        victim = key
        break
      }
      if (++looked >= LOOKED_AT) break
    }
    const key = victim ?? (map.keys().next().value as string)
    forgotten.push(map.get(key)!)
    map.delete(key)
  }
  return forgotten
}
