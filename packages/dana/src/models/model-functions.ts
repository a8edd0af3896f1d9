import { fromJson } from './from-json.js'
import { instanceOf } from './instance-of.js'
import type { Model, ValidationErrorContext } from './model.js'
import { toJson } from './to-json.js'
import { validateModel } from './validate-model.js'

// The types are dana-node's own, any included; what is generated says only which model each function is of, since the
// names of all functions of all models are a good part of the package already.

/** Whether a value has all mandatory fields of a model: null is one that is there, undefined is not. */
export type InstanceOf<T> = (value: object) => value is T & object

/** Reads a model from parsed JSON: unknown fields go, optional ones that are null too. Never throws. */
// biome-ignore lint/suspicious/noExplicitAny: dana-node's signature
export type FromJSON<T> = (json: any, ignoreDiscriminator?: boolean) => T

/** Builds the JSON that goes over the wire: the model's fields in the order of the wire, unknown ones go. */
// biome-ignore lint/suspicious/noExplicitAny: dana-node's signature
export type ToJSON<T> = (json: any) => T

/** The same as the function without `Typed`. */
// biome-ignore lint/suspicious/noExplicitAny: dana-node's signature
export type ToJSONTyped<T> = (value?: T | null, ignoreDiscriminator?: boolean) => any

/** Says which limits of a model a value breaks: `[{ field: 'currency', message: 'must be at most 3 characters long' }]`. */
export type Validate<T> = (value?: T | null) => ValidationErrorContext[]

/** Makes the function that recognises a model. Each maker gives the same function for the same model. */
export const recogniserOf: <T>(model: Model) => InstanceOf<T> = /* @__PURE__ */ once(
  (model) => (value: object) => instanceOf(model, value)
)

/** Makes the function that reads a model. */
export const readerOf: <T>(model: Model) => FromJSON<T> = /* @__PURE__ */ once(
  (model) => (json: unknown) => fromJson(model, json)
)

/** Makes the function that writes a model. */
export const writerOf: <T>(model: Model) => (value: unknown) => T = /* @__PURE__ */ once(
  (model) => (value: unknown) => toJson(model, value)
)

/** Makes the function that checks a model's limits. */
export const validatorOf: <T>(model: Model) => Validate<T> = /* @__PURE__ */ once(
  (model) => (value: unknown) => validateModel(model, value)
)

// biome-ignore lint/suspicious/noExplicitAny: what each maker makes is told by its own type
function once(make: (model: Model) => unknown): (model: Model) => any {
  const made = new WeakMap<Model, unknown>()
  return (model) => {
    if (!made.has(model)) made.set(model, make(model))
    return made.get(model)
  }
}
