import { printLiteral } from '../source/print-literal.js'
import { printText } from '../source/print-text.js'
import type { Schema } from '../specification/specification.js'
import { constantName } from './constant-name.js'
import type { DanaField, DanaModel } from './dana-model.js'

/** The rules that the client has code for, by the keyword and value that ask for them. */
const RULES: Record<string, Record<string, { name: string; module: string }>> = {
  'x-date-rule': { 'at-most-30-minutes-ahead': { name: 'atMost30MinutesAhead', module: 'at-most-30-minutes-ahead' } },
  'x-forbidden-characters': { '&=': { name: 'withoutQueryDelimiters', module: 'without-query-delimiters' } }
}
const OTHER_LIMITS = ['minLength', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'multipleOf']
const LIST_LIMITS = ['maxItems', 'minItems', 'uniqueItems']

/** Writes the table of each model, from which the client serialises, reads and checks. */
export function emitModelTables(models: DanaModel[]): string {
  const patterns = namePatterns(models)
  const tables = models.map((model) => {
    const constant = `export const ${constantName(model.name)}: Model = /* @__PURE__ */ `
    return model.variants === undefined ? constant + emitModel(model, patterns) : constant + emitUnion(model, model.variants)
  })
  const constants = [...patterns].map(([pattern, name]) => `const ${name} = /${pattern.replaceAll('/', '\\/')}/\n`)
  const parts = [emitImports(models), ...(constants.length > 0 ? [constants.join('')] : []), ...tables, emitNames(models)]
  return parts.join('\n')
}

/** The tables by the models' names, from which an entry's default export makes its functions' names. */
function emitNames(models: DanaModel[]): string {
  const lines = models.map(({ name }) => `  ${name}: ${constantName(name)}`)
  return `export const MODELS: Record<string, Model> = {\n${lines.join(',\n')}\n}\n`
}

function emitImports(models: DanaModel[]): string {
  const rules = models.flatMap(({ fields }) => fields.flatMap(({ schema }) => rulesOf(schema)))
  const builders = models.some(({ variants }) => variants !== undefined) ? 'defineModel, defineUnion' : 'defineModel'
  const imports = [...rules, { name: builders, module: 'define-model' }]
    .map(({ name, module }) => `import { ${name} } from '../models/${module}.js'\n`)
    .sort()
  return [...new Set(imports), "import type { Model } from '../models/model.js'\n"].join('')
}

/** Each pattern once, named after the first field that has it. */
function namePatterns(models: DanaModel[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const model of models) {
    for (const { name, schema } of model.fields) {
      if (typeof schema.pattern !== 'string' || names.has(schema.pattern)) continue
      const short = `${constantName(name)}_PATTERN`
      names.set(schema.pattern, [...names.values()].includes(short) ? `${constantName(model.name)}_${short}` : short)
    }
  }
  return names
}

function emitModel({ fields }: DanaModel, patterns: Map<string, string>): string {
  return `defineModel(\n${fields.map((field) => `  ${emitField(field, patterns).join(', ')}`).join(',\n')}\n)\n`
}

function emitField(field: DanaField, patterns: Map<string, string>): string[] {
  const { name, wireName, schema, model } = field
  const text = `${name === wireName ? name : `${name}:${wireName}`}${field.isMandatory ? '!' : ''}`
  if (model !== undefined) return [printText(text), field.isList ? `[${constantName(model.name)}]` : constantName(model.name)]
  const others = Object.entries(schema).filter(([keyword]) => (field.isList ? LIST_LIMITS : OTHER_LIMITS).includes(keyword))
  return [
    printText(text),
    ...(field.isList || schema.maxLength === undefined ? [] : [String(schema.maxLength)]),
    ...(field.isList || schema.pattern === undefined ? [] : [patterns.get(String(schema.pattern))!]),
    ...(others.length === 0 ? [] : [printLiteral(Object.fromEntries(others))]),
    ...rulesOf(schema).map((rule) => rule.name)
  ]
}

function rulesOf(schema: Schema): { name: string; module: string }[] {
  return Object.entries(RULES).flatMap(([keyword, rules]) => {
    if (schema[keyword] === undefined) return []
    const rule = rules[String(schema[keyword])]
    if (rule === undefined) throw new Error(`the client has no code for ${keyword}: ${schema[keyword]}`)
    return [rule]
  })
}

/** The discriminator is the field whose only value differs from variant to variant. */
function emitUnion(model: DanaModel, variants: DanaModel[]): string {
  const onlyValue = ({ fields }: DanaModel, name: string) => {
    const members = fields.find((field) => field.name === name)?.enumeration?.members ?? []
    return members.length === 1 ? members[0]![1] : undefined
  }
  const discriminator = variants[0]?.fields.find(({ name }) => {
    const values = variants.map((variant) => onlyValue(variant, name))
    return !values.includes(undefined) && new Set(values).size === values.length
  })?.name
  if (discriminator === undefined) throw new Error(`no field tells the variants of ${model.name} apart`)
  const lines = variants.map((variant) => `  [${printText(onlyValue(variant, discriminator)!)}, ${constantName(variant.name)}]`)
  return `defineUnion(\n  ${printText(discriminator)},\n${lines.join(',\n')}\n)\n`
}
