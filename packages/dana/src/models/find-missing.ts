import type { Model } from './model.js'

/**
 * The paths of those mandatory fields that are undefined or null: `['merchantId', 'additionalInfo.accessToken']`. Looks
 * into objects that are there, not into the elements of lists. An empty text is not missing.
 *
 * Of a union nothing is missing when one variant is complete; else what all variants lack or, when they have nothing
 * in common, what the one lacks that the discriminator names, or the first.
 */
export function findMissing(model: Model, value: unknown): string[] {
  if (model.union === undefined) {
    return model.fields.flatMap((field) => {
      const property = propertyOf(value, field.name)
      if (property === undefined || property === null) return field.isMandatory ? [field.name] : []
      if (field.model === undefined || field.isList) return []
      return findMissing(field.model, property).map((path) => `${field.name}.${path}`)
    })
  }
  const { variants, values, discriminator } = model.union
  const missing = variants.map((variant) => findMissing(variant, value))
  const [first = [], ...others] = missing
  const common = first.filter((path) => others.every((paths) => paths.includes(path)))
  if (common.length > 0 || missing.some((paths) => paths.length === 0)) return common
  return missing[values.indexOf(propertyOf(value, discriminator) as string)] ?? first
}

function propertyOf(value: unknown, name: string): unknown {
  return (value as Record<string, unknown> | null | undefined)?.[name]
}
