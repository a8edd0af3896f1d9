import type { FastifyRequest } from 'fastify'
import { ApiError } from '../errors/api-error.js'
import { maskSecrets } from './mask-secrets.js'

export const DEFAULT_LIMIT = 25
export const MAX_LIMIT = 1000
const MAX_SKIP = 2_000_000_000

/**
 * Reads a boolean from the query: `true`, `false`, `1`, `0` in any case. Missing or empty is false; old clients send
 * `skip_validation=` when it is not set. Several names may mean the same; all that are given must agree.
 *
 * @throws ApiError DPAY_INVALID_REQUEST naming the parameter
 *
 * @example
 * readBoolean(request, 'ignore_invalid', 'ignored_invalid')
 */
export function readBoolean(request: FastifyRequest, ...names: [string, ...string[]]): boolean {
  const given = names.flatMap((name) => {
    const text = readText(request, name)?.toLowerCase()
    if (text === undefined) return []
    if (text === 'true' || text === '1') return [true]
    if (text === 'false' || text === '0') return [false]
    throw refuseParameter(name, `must be true, false, 1 or 0, not ${quote(text)}`)
  })
  if (given.includes(true) && given.includes(false))
    throw refuseParameter(names[0], `and ${names[1]} mean the same, but have different values`)
  return given[0] ?? false
}

/**
 * Reads which part of a list is asked for: `skip` (default 0) and `limit` (default 25, also for 0; at most 1000). Old
 * clients write them with capitals.
 *
 * @throws ApiError DPAY_INVALID_REQUEST naming the parameter
 */
export function readPage(request: FastifyRequest): { skip: number; limit: number } {
  const skip = readWholeNumber(request, 'skip', MAX_SKIP) ?? 0
  const limit = readWholeNumber(request, 'limit', MAX_LIMIT) ?? 0
  return { skip, limit: limit === 0 ? DEFAULT_LIMIT : limit }
}

/** Reads a parameter that is one of a few words; undefined when it's missing or empty. */
export function readWord<Word extends string>(request: FastifyRequest, name: string, words: readonly Word[]): Word | undefined {
  const text = readText(request, name)
  if (text === undefined) return undefined
  const word = words.find((candidate) => candidate === text)
  if (word === undefined) throw refuseParameter(name, `must be one of ${words.join(', ')}, not ${quote(text)}`)
  return word
}

/** Reads a whole number from 0 to `most`; undefined when it's missing or empty. */
export function readWholeNumber(request: FastifyRequest, name: string, most: number): number | undefined {
  const text = readText(request, name)
  if (text === undefined) return undefined
  if (!/^\d{1,10}$/.test(text) || Number(text) > most)
    throw refuseParameter(name, `must be a whole number from 0 to ${most}, not ${quote(text)}`)
  return Number(text)
}

/** Reads a parameter whatever the case of its name; undefined when it's missing or empty. */
export function readText(request: FastifyRequest, name: string): string | undefined {
  const query = request.query as Record<string, string | string[]>
  const values = new Set(Object.entries(query).flatMap(([key, value]) => (key.toLowerCase() === name ? value : [])))
  values.delete('')
  if (values.size > 1) throw refuseParameter(name, 'is given more than once')
  const [text] = values
  if (text?.includes('\0')) throw refuseParameter(name, 'holds a character that is not allowed (%00)')
  return text
}

function refuseParameter(field: string, message: string): ApiError {
  return new ApiError('DPAY_INVALID_REQUEST', {
    message: `the query parameter ${field} ${message}`,
    fieldErrors: [{ field, message }]
  })
}

/** What was sent, for who sent it to recognise: an answer may be logged on its way, so no key is in it. */
function quote(text: string): string {
  return `"${maskSecrets(text).slice(0, 40)}"`
}
