import { InvalidArgumentError } from '../errors.js'
import { requireToken } from './require-token.js'

/** An id as one part of a path. Dots alone would be taken for a folder, and lead to another endpoint. */
export function pathPart(argument: string, id: unknown): string {
  const token = requireToken(argument, id)
  if (/^\.{1,2}$/.test(token)) throw new InvalidArgumentError(argument, 'must be an id')
  return encodeURIComponent(token)
}
