import { InvalidArgumentError } from '../errors.js'

/**
 * Checks a key that goes into a header, or an id that goes into a path: refused here by its name, not somewhere in the
 * network's code.
 */
export function requireToken(argument: string, value: unknown): string {
  if (typeof value === 'string' && /^[\x21-\x7e]{1,255}$/.test(value)) return value
  throw new InvalidArgumentError(argument, 'must be 1 to 255 visible ASCII characters')
}
