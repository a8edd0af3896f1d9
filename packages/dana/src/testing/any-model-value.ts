import fc from 'fast-check'
import { MODELS as WEBHOOK_MODELS } from '../generated/webhook-tables.js'
import { MODELS as WIDGET_MODELS } from '../generated/widget-tables.js'
import type { Field, Model } from '../models/model.js'

/** All models of both entries but the unions, which have no fields of their own. */
export const MODELS: Model[] = [...Object.values(WIDGET_MODELS), ...Object.values(WEBHOOK_MODELS)].filter(
  ({ union }) => union === undefined
)

/** A model, and an object with some of its properties in any order, with values of the right shape, and unknown ones. */
export function anyModelAndProperties(): fc.Arbitrary<[Model, Record<string, unknown>]> {
  return fc.constantFrom(...MODELS).chain((model) =>
    fc.tuple(
      fc.constant(model),
      anyObject(model, ({ name }) => name)
    )
  )
}

/** The same as JSON that DANA may send: under the keys of the wire. */
export function anyModelAndJson(): fc.Arbitrary<[Model, Record<string, unknown>]> {
  return fc.constantFrom(...MODELS).chain((model) =>
    fc.tuple(
      fc.constant(model),
      anyObject(model, ({ wireName }) => wireName)
    )
  )
}

function anyObject(model: Model, nameOf: (field: Field) => string): fc.Arbitrary<Record<string, unknown>> {
  const entries = model.fields.map((field) => fc.tuple(fc.constant(nameOf(field)), anyValue(field, nameOf)))
  const unknown = fc.tuple(fc.constantFrom('unknownField', '__proto__', 'constructor'), fc.jsonValue({ maxDepth: 1 }))
  return fc
    .tuple(...entries, unknown)
    .chain((all) => fc.shuffledSubarray(all))
    .map((chosen) => Object.fromEntries(chosen))
}

function anyValue({ model, isList, isMandatory }: Field, nameOf: (field: Field) => string): fc.Arbitrary<unknown> {
  if (model === undefined) return fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 2 }), fc.constant(null))
  const value: fc.Arbitrary<unknown> = anyObject(model, nameOf)
  const values = isList ? fc.array(value, { maxLength: 2 }) : value
  return isMandatory ? values : fc.option(values, { nil: null, freq: 10 })
}
