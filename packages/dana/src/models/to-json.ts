import { findVariant } from './find-variant.js'
import type { Model } from './model.js'

/**
 * Builds what goes over the wire: the model's fields under their keys in JSON, in the order of the wire, and nothing
 * else. Undefined fields are left out. Null stays null, save for lists of models, which are left out. A list that is
 * none goes as it is. What is not an object has no fields and gives an empty one, as does what no variant of a union fits.
 */
export function toJson(model: Model, value: unknown): unknown {
  if (value === null || value === undefined) return value
  const json: Record<string, unknown> = {}
  const { fields = [] } = findVariant(model, value) ?? {}
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index]!
    const property = (value as Record<string, unknown>)[field.name]
    if (property === undefined || (property === null && field.isList)) continue
    json[field.wireName] =
      field.model === undefined || property === null
        ? property
        : field.isList
          ? listToJson(field.model, property)
          : toJson(field.model, property)
  }
  return json
}

function listToJson(model: Model, list: unknown): unknown {
  if (!Array.isArray(list)) return list
  const json: unknown[] = []
  for (let index = 0; index < list.length; index++) json.push(toJson(model, list[index]))
  return json
}
