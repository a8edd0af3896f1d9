import type { KeyScope } from '../api-keys/key-scope.js'

/** Who calls: a merchant, in the mode of the key that was shown. Set on each request under /v1 before its route runs. */
export type Caller = {
  merchantId: string
  /** Test and live data never meet: every query of a route takes this from here. */
  isLive: boolean
  apiKeyId: string
  /** The key as it was shown; answers that carry a signature are signed with it. Never logged. */
  secretKey: string
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Only routes under /v1 have one; there `authenticate` has set it before anything else runs. */
    caller: Caller & {
      /** What the key may do; `requireScopes` has asked them already when a route runs. */
      scopes: readonly KeyScope[]
    }
  }
}
