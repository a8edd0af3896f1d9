import type { FastifyRequest } from 'fastify'
import { ApiError } from '../errors/api-error.js'

/**
 * Refuses a URL with a NUL character in it, wherever: no identifier, word or number of ours has one, and PostgreSQL
 * takes none.
 *
 * @throws ApiError DPAY_INVALID_REQUEST
 */
export function refuseOddUrls(request: FastifyRequest): void {
  if (request.url.includes('%00'))
    throw new ApiError('DPAY_INVALID_REQUEST', { message: 'the URL holds a character that is not allowed (%00)' })
}
