import { Dana, type DanaOptions } from '@arus/dana'
import { vi } from 'vitest'
import { GenuineDana } from '../genuine/genuine-dana-node.js'
import { type CapturedCall, captureCalls } from '../world/capture-call.js'
import { privatePem } from '../world/recorded-keys.js'

const OPTIONS = {
  partnerId: 'partner-1',
  privateKey: privatePem('merchant'),
  origin: 'https://merchant.example.id',
  clientSecret: 'client-secret'
}

type Answer = () => Response

/** Arus's client, and what it handed to `fetch`. */
export function makeArus(options: DanaOptions = {}, answer?: Answer): { dana: Dana; calls: CapturedCall[] } {
  const { calls, fetch } = captureCalls(answer)
  return { dana: new Dana({ ...OPTIONS, fetch, ...options }), calls }
}

/** The genuine client, and what it handed to `fetch`. */
export function makeGenuine(
  options: object = {},
  answer?: Answer
): { dana: InstanceType<typeof GenuineDana>; calls: CapturedCall[] } {
  const { calls, fetch } = captureCalls(answer)
  vi.stubGlobal('fetch', fetch)
  return { dana: new GenuineDana({ ...OPTIONS, ...options }), calls }
}

/** What a call rejects with; one that resolves fails the test. */
export async function errorOf(call: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  const reply = await call.catch((error) => ({ thrown: error }))
  if (typeof reply === 'object' && reply !== null && 'thrown' in reply) return reply.thrown as Error & Record<string, unknown>
  throw new Error(`resolved to ${JSON.stringify(reply)}`)
}

export function headerOf(call: CapturedCall | undefined, name: string): string | undefined {
  return call?.headers.find(([header]) => header === name)?.[1]
}
