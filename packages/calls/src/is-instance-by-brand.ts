/**
 * Answers `instanceof` by a class's registered name instead of its identity: a program may hold the ESM and the CJS copy
 * of a package at the same time, and an error thrown by one must be caught as an instance of the other's class. A class
 * that a user derives has no name of its own here and is told apart the ordinary way.
 *
 * @param errorClass the class that is asked about
 * @param brand the symbol, from `Symbol.for`, under which the package's classes keep their names as a static property
 */
export function isInstanceByBrand(errorClass: { readonly prototype: unknown }, value: unknown, brand: symbol): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (!Object.hasOwn(errorClass, brand)) return Object.prototype.isPrototypeOf.call(errorClass.prototype as object, value)
  const wanted = Reflect.get(errorClass, brand)
  let candidate: unknown = value.constructor
  while (typeof candidate === 'function') {
    if (Object.hasOwn(candidate, brand) && Reflect.get(candidate, brand) === wanted) return true
    candidate = Object.getPrototypeOf(candidate)
  }
  return false
}
