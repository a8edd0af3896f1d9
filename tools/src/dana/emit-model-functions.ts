import { constantName } from './constant-name.js'
import type { DanaModel } from './dana-model.js'

/** Writes the functions that dana-node exports for each model, each made by the engine from the model's table. */
export function emitModelFunctions(models: DanaModel[], entry: { tables: string; types: string }): string {
  const tables = models.map(({ name }) => `  ${constantName(name)}`).sort()
  const types = models.map(({ name }) => `  ${name}`).sort()
  const imports = `import {
  type FromJSON,
  type InstanceOf,
  readerOf,
  recogniserOf,
  type ToJSON,
  type ToJSONTyped,
  type Validate,
  validatorOf,
  writerOf
} from '../models/model-functions.js'
import type {\n${types.join(',\n')}\n} from './${entry.types}.js'
import {\n${tables.join(',\n')}\n} from './${entry.tables}.js'
`
  return [imports, ...models.map(emitFunctions)].join('\n')
}

/**
 * No comments: the names alone are published four times over, in code and types of two module systems. The types say what
 * each function does. Each is made by itself, so that a bundler leaves out those that nobody uses.
 */
function emitFunctions({ name, variants }: DanaModel): string {
  const make = (maker: string) => `/* @__PURE__ */ ${maker}(${constantName(name)})`
  // dana-node has none for a union.
  const instanceOf = `export const instanceOf${name}: InstanceOf<${name}> = ${make('recogniserOf')}\n`
  return `${variants === undefined ? instanceOf : ''}export const ${name}FromJSON: FromJSON<${name}> = ${make('readerOf')}
export { ${name}FromJSON as ${name}FromJSONTyped }
export const ${name}ToJSON: ToJSON<${name}> = ${make('writerOf')}
export const ${name}ToJSONTyped: ToJSONTyped<${name}> = ${make('writerOf')}
export const validate${name}: Validate<${name}> = ${make('validatorOf')}
`
}
