import { randomUUID } from 'node:crypto'
import { environmentWebUrl } from '../environment/environment-web-url.js'
import { isProductionEnvironment, readEnvironment } from '../environment/read-environment.js'
import { RequiredError } from '../errors/required-error.js'
import { signerOf } from '../keys/key-cache.js'
import { buildOauthUrl } from './build-oauth-url.js'
import { completePaymentUrl, type OneTimeTokens, type PaymentWithRedirect } from './complete-payment-url.js'
import type { OauthUrlInput } from './oauth-url-input.js'
import { randomDigits } from './random-digits.js'

/** The static functions of dana-node. They read the environment at each call; a client's own is `dana.oauthUrl`. */
// biome-ignore lint/complexity/noStaticOnlyClass: the shape that dana-node gives them
export class WidgetUtils {
  /**
   * Builds the URL of DANA's binding page for the partner `X_PARTNER_ID`: production's when `DANA_ENV` or `ENV` says
   * `production`, else the sandbox's, or that of `DANA_WEB_URL`.
   *
   * @param data what to ask for; pass `state` and keep it for `parseOauthRedirect`
   * @param privateKey signs `seamlessData`. Default `PRIVATE_KEY`; without either it goes unsigned
   * @throws {RequiredError} when `X_PARTNER_ID` is not set
   * @throws {KeyError} when there is `seamlessData` to sign and the key is none
   *
   * @example
   * const url = WidgetUtils.generateOauthUrl({
   *   redirectUrl: 'https://merchant.example/dana/callback',
   *   externalId: 'customer-7',
   *   merchantId: process.env.MERCHANT_ID,
   *   state: session.danaState,
   *   mode: Oauth2UrlDataModeEnum.Api
   * })
   */
  static generateOauthUrl(data: OauthUrlInput, privateKey?: string): string {
    const partnerId = readEnvironment('X_PARTNER_ID')
    if (partnerId === undefined) throw new RequiredError('generateOauthUrl', 'X_PARTNER_ID is not defined')
    const keyText = data.seamlessData && (privateKey || readEnvironment('PRIVATE_KEY'))
    return buildOauthUrl(data, {
      partnerId,
      production: isProductionEnvironment(),
      webUrl: environmentWebUrl(),
      signer: keyText ? signerOf(keyText) : undefined,
      clock: Date.now,
      randomUuid: randomUUID,
      randomDigits
    })
  }

  /**
   * Puts the one-time token of `applyOTT` into the payment page's URL, so that the user need not log in there. The token is
   * the first resource's value, whatever its type; it holds for 10 minutes and one use.
   *
   * @returns the URL; unchanged without a token; '' without a payment, its URL, or a reply of `applyOTT`
   *
   * @example
   * const url = WidgetUtils.generateCompletePaymentUrl(
   *   new WidgetPaymentResponse({ webRedirectUrl: 'https://example.com/payment?token=abc123' }),
   *   new ApplyOTTResponse({ userResources: [{ resourceType: 'OTT', value: 'ott_token_value' }] })
   * )
   */
  static generateCompletePaymentUrl(
    widgetPaymentResponse?: PaymentWithRedirect | null,
    applyOTTResponse?: OneTimeTokens | null
  ): string {
    return completePaymentUrl(widgetPaymentResponse, applyOTTResponse)
  }
}

/**
 * The same under the name that DANA's guide imports.
 *
 * @alias
 */
export const Util = WidgetUtils
/** The same under the name that DANA's guide imports. */
export type Util = WidgetUtils
