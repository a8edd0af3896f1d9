import type { FastifyRequest } from 'fastify'
import type { Configuration } from '../configuration/parse-configuration.js'
import { ApiError } from '../errors/api-error.js'
import { createTokenBuckets, type TokenBuckets } from './create-token-buckets.js'
import { createWrongKeyGuard, type KeyTrial } from './create-wrong-key-guard.js'
import { groupAddress } from './group-address.js'

/** How much one caller may ask of a process. What is beyond is refused with RATE_LIMITED, and told when to come back. */
export type RequestLimits = {
  /** Counts a request for its address, before anything is done for it. */
  admitAddress(request: FastifyRequest): void
  /** Asks whether its address may try a key, before the key is looked up. */
  beginKeyTrial(request: FastifyRequest, lookupHash: Buffer): KeyTrial
  /** Counts a request for its key. */
  admitKey(request: FastifyRequest): void
}

const BURST_SECONDS = 10
/** Each takes some hundred bytes. */
const MAX_REMEMBERED = 20_000

/**
 * Makes the limits of one process; several processes on one database count apart.
 *
 * @param elapsedMs a clock that never goes back
 */
export function createRequestLimits(configuration: Configuration, elapsedMs: () => number): RequestLimits {
  const makeBuckets = (perSecond: number): TokenBuckets | undefined => {
    if (perSecond === 0) return undefined
    return createTokenBuckets({ perSecond, burst: perSecond * BURST_SECONDS, maxNames: MAX_REMEMBERED, elapsedMs })
  }
  const byAddress = makeBuckets(configuration.requestsPerSecondPerAddress)
  const byKey = makeBuckets(configuration.requestsPerSecondPerKey)
  const wrongKeys = createWrongKeyGuard({ perMinute: configuration.wrongKeysPerMinute, elapsedMs })
  return {
    admitAddress(request) {
      const taken = byAddress?.take(groupAddress(request.ip))
      if (taken?.isTaken === false) refuse('too many requests from this address', taken.waitMs)
    },
    beginKeyTrial(request, lookupHash) {
      const trial = wrongKeys.begin(groupAddress(request.ip), lookupHash.toString('base64'))
      return 'waitMs' in trial ? refuse('too many wrong API keys from this address', trial.waitMs) : trial
    },
    admitKey({ caller }) {
      const taken = byKey?.take(caller.apiKeyId)
      if (taken?.isTaken === false) refuse('too many requests with this API key', taken.waitMs)
    }
  }
}

function refuse(message: string, waitMs: number): never {
  throw new ApiError('RATE_LIMITED', { message, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) })
}
