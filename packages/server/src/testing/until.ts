import { setTimeout as delay } from 'node:timers/promises'

/**
 * Reads again and again until what is read is as wanted, instead of sleeping for a fixed time.
 *
 * @throws after the timeout, with what was read last.
 */
export async function until<Value>(
  read: () => Promise<Value>,
  wanted: (value: Value) => boolean,
  timeoutMs = 15_000
): Promise<Value> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const value = await read()
    if (wanted(value)) return value
    if (performance.now() > deadline) throw new Error(`after ${timeoutMs} ms it is still ${describe(value)}`)
    await delay(20)
  }
}

function describe(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner))
}
