import type { Model } from './model.js'
import { readerOf, recogniserOf, validatorOf, writerOf } from './model-functions.js'

/**
 * The functions of some models under the names by which an entry exports them one by one. Made of the models' names, since
 * the functions' own would stand in a merchant's bundle a second time.
 */
export function functionsByName(models: Record<string, Model>): Record<string, unknown> {
  const byName: Record<string, unknown> = {}
  for (const [name, model] of Object.entries(models)) {
    // dana-node has none for a union.
    if (model.union === undefined) byName[`instanceOf${name}`] = recogniserOf(model)
    byName[`${name}FromJSON`] = byName[`${name}FromJSONTyped`] = readerOf(model)
    byName[`${name}ToJSON`] = byName[`${name}ToJSONTyped`] = writerOf(model)
    byName[`validate${name}`] = validatorOf(model)
  }
  return byName
}
