import * as webhook from '@arus/dana/webhook/v1'
import * as widget from '@arus/dana/widget/v1'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixWorld, releaseWorld } from '../world/fixed-world.js'
import { anyValue } from './arbitrary-value.js'
import { genuineFunction } from './genuine-dana-node.js'
import { SCHEMAS } from './read-specification.js'

const RUNS = { numRuns: 60 }
const OURS = { '/widget/v1': widget, '/webhook/v1': webhook } as const

const MODELS = Object.entries(SCHEMAS).flatMap(([component, schema]) =>
  (schema['x-entries'] ?? []).map((entry) => {
    return { subpath: `/${entry}/v1` as keyof typeof OURS, model: schema['x-model-name'] ?? component, schema }
  })
)

beforeAll(() => fixWorld())
afterAll(releaseWorld)

describe('the models of dana-node 1.5.11 and of Arus', () => {
  it('are compared, all of them', () => {
    expect(MODELS.length).toBe(66)
  })

  it.each(MODELS)('$subpath $model: writes, reads and checks any value alike', ({ subpath, model, schema }) => {
    const compare = (prefix: string, suffix: string, value: unknown) => {
      const name = `${prefix}${model}${suffix}`
      const genuine = genuineFunction(subpath, name)
      if (genuine === undefined) return
      const ours = OURS[subpath][name as never] as (value: unknown) => unknown
      // JSON keeps the order of keys, and leaves out what is undefined.
      const found = JSON.stringify(ours(value))
      const wanted = runWithoutTypeErrors(() => JSON.stringify(genuine(value)))
      if (wanted !== DIES) expect(found, name).toBe(wanted)
    }
    fc.assert(
      fc.property(
        anyValue(schema, { valid: false, keys: 'typescript', nulls: true }),
        anyValue(schema, { valid: false, keys: 'wire', nulls: true }),
        (anyProperties, anyJson) => {
          const [value, json] = [anyProperties, anyJson].map((given) => withoutWhat2110Added(model, given))
          compare('', 'ToJSON', value)
          compare('', 'FromJSON', json)
          compare('validate', '', value)
          compare('instanceOf', '', anyProperties)
        }
      ),
      RUNS
    )
  })
})

const DIES = Symbol('dies')

/** The webhook's `validatePayOptionInfo` dies of any `paymentCode`. */
function runWithoutTypeErrors<Result>(run: () => Result): Result | typeof DIES {
  try {
    return run()
  } catch (error) {
    if (error instanceof TypeError) return DIES
    throw error
  }
}

/** The access token of a profile request is in the model since 2.x. */
function withoutWhat2110Added(model: string, value: unknown): unknown {
  return model === 'QueryUserProfileRequest' ? { ...(value as object), accessToken: undefined } : value
}
