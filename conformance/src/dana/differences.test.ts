import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DIFFERENCES, type Difference, type DifferenceId } from './differences.js'
import { CALL_PROOFS } from './proofs/call-proofs.js'
import { CONFIGURATION_PROOFS } from './proofs/configuration-proofs.js'
import { NOTIFICATION_PROOFS } from './proofs/notification-proofs.js'
import type { Proof } from './proofs/proof.js'
import { INSTEAD } from './recorded/instead-of-vectors.js'
import { readVectors, VECTOR_FILES } from './recorded/read-vectors.js'
import { fixWorld, releaseWorld } from './world/fixed-world.js'

/** A difference without a proof does not compile. */
const PROOFS: Record<DifferenceId, Proof> = { ...CONFIGURATION_PROOFS, ...CALL_PROOFS, ...NOTIFICATION_PROOFS }

beforeEach(() => fixWorld())
afterEach(releaseWorld)

describe('where Arus differs from dana-node', () => {
  it.each(DIFFERENCES)('$id', ({ id }) => PROOFS[id].arus())

  it.each(DIFFERENCES.filter(({ id }) => PROOFS[id].danaNode))('$id, and dana-node 1.5.11 does what the table says', ({ id }) =>
    PROOFS[id].danaNode?.()
  )
})

describe('the table of differences', () => {
  const listed = DIFFERENCES.flatMap((difference: Difference) => difference.vectors ?? [])

  it('has a proof for each, and no proof for what it does not have', () => {
    expect(Object.keys(PROOFS).sort()).toEqual(DIFFERENCES.map(({ id }) => id).sort())
  })

  it('names vectors that were recorded, each once, and each with what is done instead', () => {
    const recorded = VECTOR_FILES.flatMap((file) => readVectors(file).map(({ id }) => `${file}/${id}`))
    expect(recorded).toHaveLength(97)
    expect(listed.filter((vector) => !recorded.includes(vector))).toEqual([])
    expect(new Set(listed).size).toBe(listed.length)
    expect(Object.keys(INSTEAD).sort()).toEqual([...listed].sort())
  })
})
