import { isInstanceByBrand } from '@arus/calls'

/** The registered symbol under which an error class keeps its name, shared by every copy of this package in a process. */
export const BRAND: unique symbol = Symbol.for('@arus/dana/error')

/** Gives an error class its registered name, by which `instanceof` then answers across the ESM and the CommonJS copy. */
export function brandError(errorClass: { readonly prototype: Error }, name: string): void {
  Object.defineProperty(errorClass, BRAND, { value: name })
  Object.defineProperty(errorClass, Symbol.hasInstance, {
    value(this: { readonly prototype: Error }, value: unknown) {
      return isInstanceByBrand(this, value, BRAND)
    }
  })
}
