import { findVariant } from './find-variant.js'
import type { Model } from './model.js'

/**
 * Reads a model from parsed JSON: its fields under their names in TypeScript, and nothing else. Optional fields that are
 * null are left out, mandatory ones stay null. Never throws, whatever the JSON is: what should be an object or a list
 * and is neither is handed through, so that whoever looks into an odd answer sees what was in it.
 */
export function fromJson(model: Model, json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json
  const value: Record<string, unknown> = {}
  const { fields = [] } = findVariant(model, json) ?? {}
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index]!
    const property = (json as Record<string, unknown>)[field.wireName]
    if (property === undefined || (property === null && !field.isMandatory) || !Object.hasOwn(json, field.wireName)) continue
    value[field.name] =
      field.model === undefined ? property : field.isList ? listFromJson(field.model, property) : fromJson(field.model, property)
  }
  return value
}

function listFromJson(model: Model, list: unknown): unknown {
  if (!Array.isArray(list)) return list
  const values: unknown[] = []
  for (let index = 0; index < list.length; index++) values.push(fromJson(model, list[index]))
  return values
}
