import type { FastifyRequest } from 'fastify'
import { type FoundCaller, findCaller } from '../api-keys/find-caller.js'
import { isAllowedAddress } from '../api-keys/is-allowed-address.js'
import { ApiError } from '../errors/api-error.js'
import { hashesOfKey } from '../secrets/hash-key.js'
import type { RequestLimits } from './create-request-limits.js'
import { readSecretKey } from './read-secret-key.js'
import type { ServerContext } from './server-context.js'

/**
 * Finds out who calls, before the body is read. Every fault of the header gets the same answer after the same work, so that
 * neither tells anything about keys: what isn't even a key is hashed and looked up like one.
 *
 * @throws ApiError RATE_LIMITED; DPAY_UNAUTHORIZED_ACCESS; RAIL_NOT_CONFIGURED for a live key where live mode must not be
 * used; ADDRESS_NOT_ALLOWED
 */
export async function authenticate(context: ServerContext, limits: RequestLimits, request: FastifyRequest): Promise<void> {
  const { authorization } = request.headers
  // No secret key has a space in it.
  const secretKey = readSecretKey(authorization) ?? `no key: ${authorization}`
  const lookupHashes = hashesOfKey(context.masterKey, secretKey)
  const caller = await tryKey(context, limits, request, lookupHashes)
  if (caller === undefined) throw new ApiError('DPAY_UNAUTHORIZED_ACCESS')
  if (caller.isLive && context.liveModeFault !== undefined)
    throw new ApiError('RAIL_NOT_CONFIGURED', { message: context.liveModeFault })
  const { allowedAddresses, ...rest } = caller
  if (!isAllowedAddress(allowedAddresses, request.ip)) refuseAddress(request)
  request.caller = { ...rest, secretKey }
  limits.admitKey(request)
}

async function tryKey(
  { pool }: ServerContext,
  limits: RequestLimits,
  request: FastifyRequest,
  lookupHashes: [Buffer, ...Buffer[]]
): Promise<FoundCaller | undefined> {
  const trial = limits.beginKeyTrial(request, lookupHashes[0])
  try {
    const caller = await findCaller(pool, ...lookupHashes)
    if (caller === undefined) trial.fail()
    else trial.succeed()
    return caller
  } catch (error) {
    // Nobody knows whether it was right; a database that is down must not shut its callers out afterwards.
    trial.giveUp()
    throw error
  }
}

/** With the address as this server sees it, which behind a proxy that isn't trusted is the proxy's. */
function refuseAddress(request: FastifyRequest): never {
  throw new ApiError('ADDRESS_NOT_ALLOWED', {
    message: `this API key may not be used from this address (${request.ip.slice(0, 60)})`
  })
}
