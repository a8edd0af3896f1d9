import { constantName } from './constant-name.js'
import type { DanaModel } from './dana-model.js'

/** Writes the functions that dana-node exports for each model, each a call of the engine with the model's table. */
export function emitModelFunctions(models: DanaModel[], entry: { tables: string; types: string }): string {
  const tables = models.map(({ name }) => `  ${constantName(name)}`).sort()
  const types = models.map(({ name }) => `  ${name}`).sort()
  const imports = `import { fromJson } from '../models/from-json.js'
import { instanceOf } from '../models/instance-of.js'
import type { ValidationErrorContext } from '../models/model.js'
import { toJson } from '../models/to-json.js'
import { validateModel } from '../models/validate-model.js'
import type {\n${types.join(',\n')}\n} from './${entry.types}.js'
import {\n${tables.join(',\n')}\n} from './${entry.tables}.js'
`
  return [imports, ...models.map(emitFunctions)].join('\n')
}

function emitFunctions({ name, variants }: DanaModel): string {
  const table = constantName(name)
  // dana-node has none for a union.
  const instanceOf = `/** Whether the value has all mandatory fields of a {@link ${name}}. */
export function instanceOf${name}(value: object): value is ${name} {
  return instanceOf(${table}, value)
}
`
  return `${variants === undefined ? instanceOf : ''}/** Reads a {@link ${name}} from parsed JSON. */
export function ${name}FromJSON(json: any): ${name} {
  return fromJson(${table}, json) as ${name}
}
/** The same as {@link ${name}FromJSON}. */
export function ${name}FromJSONTyped(json: any, ignoreDiscriminator: boolean): ${name} {
  return fromJson(${table}, json) as ${name}
}
/** Builds what goes over the wire for a {@link ${name}}. */
export function ${name}ToJSON(json: any): ${name} {
  return toJson(${table}, json) as ${name}
}
/** The same as {@link ${name}ToJSON}. */
export function ${name}ToJSONTyped(value?: ${name} | null, ignoreDiscriminator?: boolean): any {
  return toJson(${table}, value)
}
/** The limits of a {@link ${name}} that the value breaks. */
export function validate${name}(value: ${name}): ValidationErrorContext[] {
  return validateModel(${table}, value)
}
`
}
