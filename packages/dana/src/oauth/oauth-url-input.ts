import type { Oauth2UrlDataModeEnum, Oauth2UrlDataSeamlessData } from '../generated/widget-models.js'

/**
 * What an OAuth URL is made of: `Oauth2UrlData` or less, as values from the environment may be undefined. Only what DANA insists on for the merchant at hand has to be there.
 * Source: DANA's Account Binding (get-auth-code), query parameters.
 */
export type OauthUrlInput = {
  /** The merchant's own id of this binding, at most 64 characters. Default: a new UUID. */
  externalId?: string | undefined
  /** The merchant's id at DANA. */
  merchantId?: string | undefined
  subMerchantId?: string | undefined
  /** What is known of the user, so that the page need not ask. Signed when there is a key. */
  seamlessData?: Oauth2UrlDataSeamlessData | undefined
  /** What the user is asked to allow. Default: all that a widget merchant may ask for in the environment. */
  scopes?: string | readonly string[] | undefined
  /** Where the user's browser goes afterwards. */
  redirectUrl?: string | undefined
  /**
   * Comes back with the user: keep it with the session and give it to `parseOauthRedirect`, or anybody can bind their own
   * DANA account to the user's session. Default: a new UUID, which only the URL tells.
   */
  state?: string | undefined
  /** The page's language, ISO 639-1. */
  lang?: string | undefined
  /** `'false'` forbids to register a new DANA account on the way. */
  allowRegistration?: string | boolean | undefined
  /** `API` (default) opens the web page, `DEEPLINK` the app. */
  mode?: Oauth2UrlDataModeEnum | (string & {}) | undefined
}
