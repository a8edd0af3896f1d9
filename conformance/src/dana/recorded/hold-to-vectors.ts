import { afterEach, describe, expect, it } from 'vitest'
import { findDifference } from '../differences.js'
import { releaseWorld } from '../world/fixed-world.js'
import { INSTEAD } from './instead-of-vectors.js'
import { readVectors, type Vector, type VectorFile } from './read-vectors.js'

/**
 * Runs every vector of a file through the public API. What it did has to be what was recorded; of a vector in the table of
 * differences, exactly what stands there instead.
 *
 * @param observe does what the vector says, and tells what happened as the vector would
 */
export function holdToVectors<V extends Vector>(file: VectorFile, observe: (vector: V) => unknown): void {
  afterEach(releaseWorld)

  describe(`what dana-node 2.1.10 did (${file})`, () => {
    const vectors = readVectors<V>(file).map((vector) => ({ vector, difference: findDifference(`${file}/${vector.id}`) }))

    it.each(vectors.filter(({ difference }) => difference === undefined))('$vector.id', async ({ vector }) => {
      expect(await observe(vector)).toEqual(vector.expect)
    })

    const differing = vectors.filter(({ difference }) => difference !== undefined)
    it.each(differing)('$vector.id, where Arus differs: $difference.id', async ({ vector }) => {
      const found = await observe(vector)
      expect(found).not.toEqual(vector.expect)
      expect(found).toEqual(INSTEAD[`${file}/${vector.id}`]?.(vector.expect as never))
    })
  })
}
