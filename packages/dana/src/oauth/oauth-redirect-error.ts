import { brandError } from '../errors/brand.js'

/**
 * Why what came back from DANA's binding page must not be used.
 *
 * - `no_expected_state`: the session holds none; the user's session ended, or never asked
 * - `missing_state`: the URL has none
 * - `wrong_state`: the URL's is another; perhaps somebody sent the user here to bind an account that isn't theirs
 * - `repeated_parameter`: a parameter is there more than once, and others may have read another one; `parameter` names it
 */
export type OauthRedirectCode = 'no_expected_state' | 'missing_state' | 'wrong_state' | 'repeated_parameter'

/** A redirect that must not be used: no code in it may be exchanged for a token. */
export class OauthRedirectError extends Error {
  override readonly name = 'OauthRedirectError'
  readonly code: OauthRedirectCode
  /** The parameter at fault. */
  readonly parameter: string

  constructor(code: OauthRedirectCode, message: string, parameter = 'state') {
    super(message)
    this.code = code
    this.parameter = parameter
  }
}
brandError(OauthRedirectError, 'OauthRedirectError')
