/** The registered symbol under which an error class keeps its name, shared by every copy of this package in a process. */
export const BRAND: unique symbol = Symbol.for('@arus/durianpay/error')

/**
 * Answers `instanceof` by the class's registered name instead of its identity: a program may hold the ESM and the CJS
 * copy of this package at the same time, and an error thrown by one must be caught as an instance of the other's class.
 * A class that a user derives has no name of its own here and is told apart the ordinary way.
 */
export function isInstanceByBrand(errorClass: { readonly prototype: unknown }, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (!Object.hasOwn(errorClass, BRAND)) return Object.prototype.isPrototypeOf.call(errorClass.prototype as object, value)
  const wanted = Reflect.get(errorClass, BRAND)
  let candidate: unknown = value.constructor
  while (typeof candidate === 'function') {
    if (Object.hasOwn(candidate, BRAND) && Reflect.get(candidate, BRAND) === wanted) return true
    candidate = Object.getPrototypeOf(candidate)
  }
  return false
}
