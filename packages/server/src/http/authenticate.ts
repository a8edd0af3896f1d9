import type { FastifyRequest } from 'fastify'
import { findCaller } from '../api-keys/find-caller.js'
import { ApiError } from '../errors/api-error.js'
import { readSecretKey } from './read-secret-key.js'
import type { ServerContext } from './server-context.js'

/**
 * Finds out who calls, before the body is read. Every fault of the header gets the same answer, so that it tells nothing
 * about keys.
 *
 * @throws ApiError DPAY_UNAUTHORIZED_ACCESS; RAIL_NOT_CONFIGURED for a live key where live mode must not be used
 */
export async function authenticate(context: ServerContext, request: FastifyRequest): Promise<void> {
  const secretKey = readSecretKey(request.headers.authorization)
  const caller = secretKey === undefined ? undefined : await findCaller(context.pool, context.masterKey, secretKey)
  if (caller === undefined) throw new ApiError('DPAY_UNAUTHORIZED_ACCESS')
  if (caller.isLive && context.liveModeFault !== undefined)
    throw new ApiError('RAIL_NOT_CONFIGURED', { message: context.liveModeFault })
  request.caller = caller
}
