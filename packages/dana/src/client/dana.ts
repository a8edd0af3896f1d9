import { UnsupportedApiError } from '../errors/unsupported-api-error.js'
import { buildOauthUrl } from '../oauth/build-oauth-url.js'
import type { OauthUrlInput } from '../oauth/oauth-url-input.js'
import { randomDigits } from '../oauth/random-digits.js'
import { WidgetApi } from '../operations/widget-api.js'
import { type ClientSettings, isProduction } from './client-settings.js'
import type { DanaOptions, DanaOpts } from './dana-options.js'
import { hideSecrets } from './hide-secrets.js'
import { readOptions } from './read-options.js'
import { signerOfSettings } from './signer-of-settings.js'

/**
 * A client of DANA's Widget API, with dana-node's options, environment variables and operations. Making one sends nothing.
 *
 * @throws {InvalidOptionError} when an option, or the variable that stands for it, is missing or can't be used; the message never
 *   shows a key
 * @throws {Error} when `env` is neither sandbox nor production
 *
 * @example
 * const dana = new Dana({ partnerId: '2025010112345678901234', privateKey, origin: 'https://shop.example', env: 'sandbox' })
 * const { widgetApi } = dana
 */
export class Dana {
  /** What the client goes by, under dana-node's names. Printing it or turning it to JSON shows no key. */
  opts: DanaOpts
  /** The nine operations. */
  readonly widgetApi: WidgetApi
  readonly #settings: ClientSettings

  constructor(options: DanaOptions = {}) {
    this.#settings = readOptions(options)
    this.widgetApi = new WidgetApi(this.#settings)
    const { partnerId, privateKey, origin, env, clientSecret, debugMode } = this.#settings
    // A key of another form than text is given back as it is, which dana-node's type has no words for.
    const opts = { partnerId, privateKey: privateKey as string, origin, env, clientSecret, debugMode }
    this.opts = hideSecrets(opts, ['privateKey', 'clientSecret'])
  }

  /**
   * Where to send a user to bind their account, from this client's own partner id, key and environment. Seamless data is
   * signed with the client's key.
   *
   * Source: `GET /v1.0/get-auth-code`, or DANA's deep link when `mode` is `DEEPLINK`. Keep `state` with the user's session, and
   * read what comes back with {@link parseOauthRedirect}.
   *
   * @example
   * const url = dana.oauthUrl({
   *   redirectUrl: 'https://shop.example/dana/callback',
   *   externalId: 'user-1',
   *   merchantId: '216620000000000000001',
   *   state
   * })
   */
  oauthUrl(data: OauthUrlInput): string {
    const settings = this.#settings
    return buildOauthUrl(data, {
      partnerId: settings.partnerId,
      production: isProduction(settings),
      webUrl: settings.webUrl,
      signer: signerOfSettings(settings),
      clock: settings.clock,
      randomUuid: () => globalThis.crypto.randomUUID(),
      randomDigits
    })
  }

  /** @throws {UnsupportedApiError} always: this package has the Widget API only */
  get paymentGatewayApi(): never {
    throw new UnsupportedApiError('paymentGatewayApi')
  }

  /** @throws {UnsupportedApiError} always: this package has the Widget API only */
  get disbursementApi(): never {
    throw new UnsupportedApiError('disbursementApi')
  }

  /** @throws {UnsupportedApiError} always: this package has the Widget API only */
  get merchantManagementApi(): never {
    throw new UnsupportedApiError('merchantManagementApi')
  }
}
