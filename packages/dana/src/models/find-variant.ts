import { instanceOf } from './instance-of.js'
import type { Model } from './model.js'

/** The model to read a value by: of a union the first variant that fits, undefined where none does; else the model. */
export function findVariant(model: Model, value: unknown): Model | undefined {
  if (model.union === undefined) return model
  return model.union.variants.find((variant) => instanceOf(variant, value))
}
