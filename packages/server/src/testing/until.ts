import { setTimeout as delay } from 'node:timers/promises'

/** Between two reads: a tenth of the time waited so far, so that a long wait costs the machine little and the test a tenth. */
const [SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS] = [20, 250]

/**
 * Reads again and again until what is read is as wanted, instead of sleeping for a fixed time.
 *
 * @throws after the timeout, with what was read last.
 */
export async function until<Value>(
  read: () => Promise<Value>,
  wanted: (value: Value) => boolean,
  timeoutMs = 60_000
): Promise<Value> {
  const begunAt = performance.now()
  for (;;) {
    const value = await read()
    if (wanted(value)) return value
    const waitedMs = performance.now() - begunAt
    if (waitedMs > timeoutMs) throw new Error(`after ${timeoutMs} ms it is still ${describe(value)}`)
    await delay(Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, waitedMs / 10)))
  }
}

function describe(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner))
}
