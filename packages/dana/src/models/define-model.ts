import type { Field, Model, PropertyValidationAttribute, Rule } from './model.js'

/**
 * A field is written as its name, followed by what is known of its value. `'amount!'` is mandatory; where the key in
 * JSON is another it follows a colon: `'_function:function'`.
 */
type Part =
  | string
  /** The most characters that a text may have. */
  | number
  /** What a text must look like. */
  | RegExp
  /** What the value is. */
  | Model
  /** What each element of the list is. */
  | readonly [Model]
  | Rule
  /** Limits that are rarer than those above. */
  | PropertyValidationAttribute

/**
 * Builds a model from a table's row: `defineModel('value!', 19, 'currency!', 3)`. Rows are this terse because every
 * byte of them ends in the merchant's bundle.
 */
export function defineModel(...parts: Part[]): Model {
  const fields: Writable<Field>[] = []
  for (const part of parts) {
    if (typeof part === 'string') fields.push(newField(part))
    else describe(fields.at(-1)!, part)
  }
  return { fields, union: undefined }
}

/** Builds a union from the discriminator's values and the variant that each means, in the order they are tried. */
export function defineUnion(discriminator: string, ...variants: [value: string, model: Model][]): Model {
  return {
    fields: [],
    union: { discriminator, values: variants.map(([value]) => value), variants: variants.map(([, model]) => model) }
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

function newField(text: string): Writable<Field> {
  const isMandatory = text.endsWith('!')
  const [name, wireName = name] = (isMandatory ? text.slice(0, -1) : text).split(':') as [string, string?]
  return { name, wireName, isMandatory, model: undefined, isList: false, limits: undefined, rule: undefined }
}

function describe(field: Writable<Field>, part: Exclude<Part, string>): void {
  if (typeof part === 'function') field.rule = part
  else if (Array.isArray(part)) {
    field.isList = true
    field.model = part[0] as Model
  } else if ((part as Model).fields) field.model = part as Model
  else {
    const limits = typeof part === 'number' ? { maxLength: part } : part instanceof RegExp ? { pattern: part } : part
    field.limits = { ...field.limits, ...(limits as PropertyValidationAttribute) }
  }
}
