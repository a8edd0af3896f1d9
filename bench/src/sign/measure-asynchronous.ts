import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createSigner, formatJakartaTime, requestStringToSign } from '@arus/snap-bi'
import { type Rate, runFor, toRate } from '../rounds/measure-rounds.js'
import { call, merchantKey } from './samples.js'
import { signRaw } from './signing-cases.js'

const ROUNDS = 7
const signer = createSigner(merchantKey)

export type Asynchronous = {
  /** Raw and on the calling thread, between the rounds of the others. */
  raw: Rate
  signed: Rate
  /** The 99th percentile of the event loop's delay in each round, in milliseconds; the timer's own one is in it. */
  delayMs: { median: number; worst: number }
}

/** Signs calls with some in flight, in rounds that alternate with raw synchronous ones. */
export async function measureAsynchronous(inFlight: number, roundMs: number): Promise<Asynchronous> {
  const rates = { raw: [] as number[], signed: [] as number[] }
  const delaysMs: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const raw = runFor(() => signRaw('2026-01-15T10:04:05+07:00'), roundMs)
    // Lets what the round before left behind go through before it is watched.
    await new Promise((resolve) => setTimeout(resolve, 50))
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const signed = await signFor(inFlight, roundMs)
    delay.disable()
    if (round === 0) continue
    rates.raw.push((raw.calls / raw.ms) * 1000)
    rates.signed.push((signed.calls / signed.ms) * 1000)
    delaysMs.push(delay.percentile(99) / 1e6)
  }
  const { perSecond: median, fastest: worst } = toRate(delaysMs)
  return { raw: toRate(rates.raw), signed: toRate(rates.signed), delayMs: { median, worst } }
}

async function signFor(inFlight: number, roundMs: number): Promise<{ calls: number; ms: number }> {
  const start = performance.now()
  let calls = 0
  const signUntilTheEnd = async () => {
    while (performance.now() - start < roundMs) {
      await signCall()
      calls++
    }
  }
  await Promise.all(Array.from({ length: inFlight }, signUntilTheEnd))
  return { calls, ms: performance.now() - start }
}

/** As the client's operations do it. */
async function signCall(): Promise<Record<string, string>> {
  const { method, path, body, origin, partnerId } = call
  const timestamp = formatJakartaTime(Date.now())
  const externalId = `sdk${crypto.randomUUID().slice(3)}`
  return {
    'Content-Type': 'application/json',
    'X-TIMESTAMP': timestamp,
    'X-SIGNATURE': await signer.sign(requestStringToSign({ method, path, body, timestamp })),
    ORIGIN: origin,
    'X-PARTNER-ID': partnerId,
    'X-EXTERNAL-ID': externalId,
    'CHANNEL-ID': `${partnerId}-SERVER`
  }
}
