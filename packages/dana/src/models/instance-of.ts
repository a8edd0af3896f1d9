import type { Model } from './model.js'

/**
 * Whether a value has all mandatory fields of a model. A field that is null is there, one that is undefined is not;
 * nothing else is looked at. A union is what one of its variants is.
 */
export function instanceOf(model: Model, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (model.union !== undefined) return model.union.variants.some((variant) => instanceOf(variant, value))
  return model.fields.every(({ name, isMandatory }) => !isMandatory || (value as Record<string, unknown>)[name] !== undefined)
}
