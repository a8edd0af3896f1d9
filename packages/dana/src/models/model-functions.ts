import { fromJson } from './from-json.js'
import { instanceOf } from './instance-of.js'
import type { Model, ValidationErrorContext } from './model.js'
import { toJson } from './to-json.js'
import { validateModel } from './validate-model.js'

// The types are dana-node's own, any included; what is generated says only which model each function is of, since the
// names of all functions of all models are a good part of the package already.

/** Whether a value has all mandatory fields of a model: null is one that is there, undefined is not. */
export type InstanceOf<T extends object> = (value: object) => value is T

/** Reads a model from parsed JSON: unknown fields go, optional ones that are null too. Never throws. */
// biome-ignore lint/suspicious/noExplicitAny: dana-node's signature
export type FromJSON<T> = (json: any) => T

/** The same as the function without `Typed`. */
// biome-ignore lint/suspicious/noExplicitAny: dana-node's signature
export type FromJSONTyped<T> = (json: any, ignoreDiscriminator: boolean) => T

/** Builds the JSON that goes over the wire: the model's fields in the order of the wire, unknown ones go. */
// biome-ignore lint/suspicious/noExplicitAny: dana-node's signature
export type ToJSON<T> = (json: any) => T

/** The same as the function without `Typed`. */
// biome-ignore lint/suspicious/noExplicitAny: dana-node's signature
export type ToJSONTyped<T> = (value?: T | null, ignoreDiscriminator?: boolean) => any

/** Says which limits of a model a value breaks: `[{ field: 'currency', message: 'must be at most 3 characters long' }]`. */
export type Validate<T> = (value: T) => ValidationErrorContext[]

/** Makes the function that recognises a model. */
export function recogniserOf<T extends object>(model: Model): InstanceOf<T> {
  return (value): value is T => instanceOf(model, value)
}

/** Makes the function that reads a model. */
export function readerOf<T>(model: Model): FromJSON<T> {
  return (json) => fromJson(model, json) as T
}

/** Makes the function that writes a model. */
export function writerOf<T>(model: Model): (value: unknown) => T {
  return (value) => toJson(model, value) as T
}

/** Makes the function that checks a model's limits. */
export function validatorOf<T>(model: Model): Validate<T> {
  return (value) => validateModel(model, value)
}
