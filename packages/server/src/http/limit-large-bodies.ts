import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../errors/api-error.js'
import { SMALL_BODY_BYTES } from './read-body.js'

const RETRY_AFTER_SECONDS = 2

/**
 * Makes a hook that lets only so many large bodies in at a time, from before they are read until their answer is sent:
 * they wait in memory. A body that doesn't say its length counts as large.
 */
export function limitLargeBodies(maxAtOnce: number) {
  let inside = 0
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
    if (encoding === undefined && Number(length ?? 0) <= SMALL_BODY_BYTES) return
    if (inside >= maxAtOnce) {
      throw new ApiError('SERVER_BUSY', {
        message: 'the server is reading as many large requests as it can',
        retryAfterSeconds: RETRY_AFTER_SECONDS
      })
    }
    inside++
    // Comes once, whether the answer was sent or the caller went away.
    reply.raw.once('close', () => inside--)
  }
}
