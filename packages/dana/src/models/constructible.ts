import { instanceOf } from './instance-of.js'
import type { Model } from './model.js'

/** Makes a model of the fields given; the rest may follow later, or never. */
export type ModelConstructor<T> = new (init?: Partial<T>) => T

/**
 * Lets an interface be constructed, as DANA's documents do: `new WidgetPaymentResponse({ webRedirectUrl })`. What it
 * makes is a plain object, equal to one that came from JSON; `instanceof` asks for the mandatory fields, so that it
 * says the same of both.
 */
export function constructible<T>(model: Model): ModelConstructor<T> {
  function PlainObject(init?: Partial<T>): object {
    return { ...init }
  }
  Object.defineProperty(PlainObject, Symbol.hasInstance, { value: (value: unknown) => instanceOf(model, value) })
  return PlainObject as unknown as ModelConstructor<T>
}
