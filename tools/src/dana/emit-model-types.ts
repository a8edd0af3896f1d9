import { emitComment } from '../models/emit-comment.js'
import { printKey } from '../source/print-literal.js'
import { printText } from '../source/print-text.js'
import { constantName } from './constant-name.js'
import type { DanaEnumeration, DanaField, DanaModel } from './dana-model.js'

const SIMPLE_TYPES: Record<string, string> = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean' }

/**
 * Writes an interface for each model, an object of constants for each enumeration, and a constructor of the same name
 * for each model that is `constructible`.
 */
export function emitModelTypes(models: DanaModel[], constructible: DanaModel[], tablesModule: string): string {
  return [
    `import { constructible, type ModelConstructor } from '../models/constructible.js'\n${emitImport(constructible, tablesModule)}`,
    ...models.flatMap((model) => [
      emitDeclaration(model),
      ...(constructible.includes(model) ? [emitConstructor(model)] : []),
      ...model.fields.flatMap((field) =>
        field.enumeration === undefined ? [] : [emitEnumeration(model, field, field.enumeration)]
      )
    ])
  ].join('\n')
}

function emitImport(models: DanaModel[], tablesModule: string): string {
  const names = models.map(({ name }) => constantName(name)).sort()
  return `import {\n${names.map((name) => `  ${name}`).join(',\n')}\n} from './${tablesModule}.js'\n`
}

function emitDeclaration({ name, schema, fields, variants }: DanaModel): string {
  const comment = emitComment(schema, '')
  if (variants !== undefined) return `${comment}export type ${name} = ${variants.map((variant) => variant.name).join(' | ')}\n`
  return `${comment}export interface ${name} {\n${fields.map(emitField).join('')}}\n`
}

function emitField(field: DanaField): string {
  const described = field.schema.description === undefined ? (field.model?.schema ?? field.schema) : field.schema
  const type = field.isList ? `Array<${elementType(field)}>` : elementType(field)
  // With exactOptionalPropertyTypes a caller may say undefined only where the type does.
  const optional = `?: ${type} | undefined`
  return `${emitComment(described, '  ')}  ${printKey(field.name)}${field.isMandatory ? `: ${type}` : optional}\n`
}

function elementType({ name, element, model, enumeration }: DanaField): string {
  if (model !== undefined) return model.name
  if (enumeration !== undefined) return enumeration.name
  if (element['x-typescript'] === 'any-map') return '{ [key: string]: any }'
  if (element['x-typescript'] === 'object') return 'object'
  const type = SIMPLE_TYPES[String(element.type)]
  if (type === undefined) throw new Error(`no TypeScript type is known for ${name}: ${JSON.stringify(element)}`)
  return type
}

function emitConstructor({ name }: DanaModel): string {
  return (
    `/** Makes a plain object of the fields given. */\n` +
    `export const ${name}: ModelConstructor<${name}> = /* @__PURE__ */ constructible(${constantName(name)})\n`
  )
}

function emitEnumeration(model: DanaModel, field: DanaField, { name, members }: DanaEnumeration): string {
  const lines = members.map(([member, value]) => `  ${printKey(member)}: ${printText(value)}`)
  return (
    `/** What \`${field.name}\` of {@link ${model.name}} may say. */\n` +
    `export const ${name} = {\n${lines.join(',\n')}\n} as const\n` +
    `export type ${name} = (typeof ${name})[keyof typeof ${name}] | ''\n`
  )
}
