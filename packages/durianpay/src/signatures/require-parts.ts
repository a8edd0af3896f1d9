import { InvalidArgumentError } from '../errors.js'

/** A part of a signed message: with the separator in it, two different messages would sign alike. */
export function requirePart(name: string, value: unknown): void {
  if (typeof value !== 'string' || value === '' || value.includes('|')) {
    throw new InvalidArgumentError(name, 'must be a text without "|"')
  }
}

/** An empty key makes a signature that anyone can make. */
export function requireKey(apiKey: unknown): void {
  if (typeof apiKey !== 'string' || apiKey === '') throw new InvalidArgumentError('apiKey', 'must be a secret key')
}
