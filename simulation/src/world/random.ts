/** Numbers that look random and follow from a seed alone: the same seed gives the same numbers, in every process. */
export type Random = {
  /** From 0 up to 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  chance(probability: number): boolean
  pick<Value>(values: readonly Value[]): Value
  /** Picks by weight; a weight of 0 is never picked. */
  weigh<Name extends string>(weights: Partial<Record<Name, number>>): Name
  /** A stream of its own, so that what one party draws changes nothing of what another does. */
  fork(name: string): Random
}

/**
 * Makes a generator (sfc32) from a seed.
 *
 * @example
 * createRandom('7').whole(1, 6) // always the same
 */
export function createRandom(seed: string): Random {
  let [a, b, c, d] = hash(seed)
  function next(): number {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let round = 0; round < 12; round++) next()
  const random: Random = {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick: (values) => values[Math.floor(next() * values.length)]!,
    weigh(weights) {
      const entries = Object.entries(weights) as [never, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [name, weight] of entries) {
        left -= weight
        if (left < 0) return name
      }
      return entries.at(-1)![0]
    },
    fork: (name) => createRandom(`${seed}/${name}`)
  }
  return random
}

/** Four numbers from a text (FNV-1a, four times with other beginnings). */
function hash(text: string): [number, number, number, number] {
  const one = (start: number) => {
    let value = start
    for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 16_777_619)
    return value ^ (value >>> 15)
  }
  return [one(0x811c9dc5), one(0x1b873593), one(0x5bd1e995), one(0x27d4eb2f)]
}
