import { findSchema, referencedName } from '../specification/referenced-schema.js'
import type { Schema, Specification } from '../specification/specification.js'
import type { DanaEnumeration, DanaField, DanaModel } from './dana-model.js'

/** The entries of the client that export models. */
export type Entry = 'widget' | 'webhook'

/** Reads the models of one entry of the client, each after those that it refers to. */
export function readDanaModels({ schemas }: Specification, entry: Entry): DanaModel[] {
  const models = new Map<string, DanaModel>()
  const begun = new Set<string>()

  const modelOf = (component: string): DanaModel => {
    const known = models.get(component)
    if (known !== undefined) return known
    if (begun.has(component)) throw new Error(`${component} has itself in it, in a circle: a table can't`)
    begun.add(component)
    const schema = findSchema(schemas, component)
    const name = String(schema['x-model-name'] ?? component)
    if (!entriesOf(schema).includes(entry))
      throw new Error(`${component} is used by the ${entry} entry: name it in its x-entries`)
    const variants = schema.oneOf?.map((variant) => modelOf(referencedName(variant) ?? ''))
    const fields = Object.entries(schema.properties ?? {}).map(([wireName, field]) => readField(name, schema, wireName, field))
    const model = { name, schema, fields, variants }
    models.set(component, model)
    return model
  }

  const readField = (modelName: string, parent: Schema, wireName: string, schema: Schema): DanaField => {
    const element = schema.items ?? schema
    const target = referencedName(element)
    return {
      name: String(schema['x-property-name'] ?? wireName),
      wireName,
      isMandatory: parent.required?.includes(wireName) ?? false,
      isList: schema.items !== undefined,
      schema,
      element,
      model: target === undefined ? undefined : modelOf(target),
      enumeration: readEnumeration(modelName, wireName, element)
    }
  }

  for (const [component, schema] of Object.entries(schemas)) if (entriesOf(schema).includes(entry)) modelOf(component)
  return [...models.values()]
}

/** Of these models, those that a model of that name has in it, itself among them. */
export function reachableModels(models: DanaModel[], name: string): DanaModel[] {
  const model = models.find((candidate) => candidate.name === name)
  if (model === undefined) throw new Error(`${name} is no model of the entry: look at its x-entries`)
  const reached = new Set([model])
  // A set hands over what is added to it while it is gone through.
  for (const { fields, variants = [] } of reached)
    for (const next of [...variants, ...fields.map((field) => field.model)]) if (next !== undefined) reached.add(next)
  return models.filter((candidate) => reached.has(candidate))
}

function entriesOf(schema: Schema): unknown[] {
  return (schema['x-entries'] ?? []) as unknown[]
}

function readEnumeration(modelName: string, wireName: string, element: Schema): DanaEnumeration | undefined {
  if (element.enum === undefined) return undefined
  const names = (element['x-enum-members'] ?? []) as string[]
  if (names.length !== element.enum.length)
    throw new Error(`${modelName}.${wireName} has ${element.enum.length} values and ${names.length} x-enum-members`)
  return {
    name: `${modelName}${wireName.charAt(0).toUpperCase()}${wireName.slice(1)}Enum`,
    members: element.enum.map((value, index) => [names[index]!, String(value)])
  }
}
