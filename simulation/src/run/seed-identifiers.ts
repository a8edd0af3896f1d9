import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { createRandom, type Random } from '../world/random.js'

let random: Random = createRandom('')

/**
 * Lets identifiers follow from the seed: ties between rows are broken by them. The server draws them from the system's
 * generator, 8,192 bytes at a time; here each draw is handed out and the rest forgotten, so that no run inherits another's.
 */
export function seedIdentifiers(seed: string): void {
  random = createRandom(`identifiers/${seed}`)
}

function drawBytes(count: number): Buffer {
  const bytes = Buffer.alloc(count)
  for (let index = 0; index < count; index++) bytes[index] = random.whole(0, 255)
  return bytes
}

/** Of a large draw, what the first user takes; then nothing is left. */
function drawOnce(): Buffer {
  const once = Buffer.alloc(0)
  return Object.assign(once, {
    subarray: (from: number, to?: number) => (from === 0 && to !== undefined ? drawBytes(to) : Buffer.alloc(0))
  })
}

crypto.randomBytes = ((count: number) => (count >= 8_192 ? drawOnce() : drawBytes(count))) as typeof crypto.randomBytes
syncBuiltinESMExports()
