import { formatJakartaTime, formatJakartaTimeMs, type Signer, seamlessStringToSign } from '@arus/snap-bi'
import type { OauthUrlInput } from './oauth-url-input.js'

/** Who asks, where, and with what. */
export type OauthUrlContext = {
  partnerId: string
  production: boolean
  /** Stands in for `https://m.sandbox.dana.id`: scheme, host and, where there is one, the path before DANA's. */
  webUrl?: string | undefined
  /** Signs `seamlessData`; without it, it goes unsigned. */
  signer?: Signer | undefined
  /** Milliseconds since 1970. */
  clock: () => number
  randomUuid: () => string
  /** That many decimal digits. */
  randomDigits: (count: number) => string
}

const SANDBOX_SCOPES = 'CASHIER,AGREEMENT_PAY,QUERY_BALANCE,DEFAULT_BASIC_PROFILE,MINI_DANA'
const PRODUCTION_SCOPES = 'MINI_DANA,CASHIER,QUERY_BALANCE,DEFAULT_BASIC_PROFILE'

/**
 * Builds the URL of DANA's binding page, its parameters in the order and spelling that dana-node gives them. The timestamp
 * has no milliseconds, as DANA's documents say and dana-node does not.
 */
export function buildOauthUrl(data: OauthUrlInput, context: OauthUrlContext): string {
  const now = context.clock()
  const isDeepLink = data.mode === 'DEEPLINK'
  const externalId = data.externalId || context.randomUuid()
  const requestId = isDeepLink ? context.randomUuid() : ''
  const { redirectUrl = '', state } = data
  const common = { partnerId: context.partnerId, scopes: scopesOf(data, context) }
  const parameters: Record<string, string> = isDeepLink
    ? { ...common, terminalType: 'WEB', externalId, requestId, redirectUrl, state: state || context.randomUuid() }
    : {
        ...common,
        externalId,
        channelId: formatJakartaTimeMs(now).slice(0, 23).replace(/\D/g, '') + context.randomDigits(7),
        redirectUrl,
        timestamp: formatJakartaTime(now),
        state: state || context.randomUuid(),
        isSnapBI: 'true',
        ...merchantParameters(data)
      }
  if (data.seamlessData) {
    const seamless = isDeepLink ? deepLinkSeamless(data.seamlessData, externalId, requestId, now) : data.seamlessData
    const text = seamlessStringToSign(seamless)
    parameters.seamlessData = text
    // Encoded here and again with the others: DANA decodes it twice.
    if (context.signer) parameters.seamlessSign = encodeURIComponent(context.signer.signSync(text))
  }
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `${webUrlOf(context)}${isDeepLink ? '/n/link/binding' : '/v1.0/get-auth-code'}?${query.join('&')}`
}

function scopesOf({ scopes }: OauthUrlInput, { production }: OauthUrlContext): string {
  if (typeof scopes === 'object') return scopes.join(',')
  return scopes || (production ? PRODUCTION_SCOPES : SANDBOX_SCOPES)
}

/** Only those that are given; a deep link carries none of them. */
function merchantParameters({ merchantId, subMerchantId, lang, allowRegistration }: OauthUrlInput): Record<string, string> {
  return {
    ...(merchantId && { merchantId }),
    ...(subMerchantId && { subMerchantId }),
    ...(lang && { lang }),
    ...(allowRegistration !== undefined && { allowRegistration: String(allowRegistration) })
  }
}

/** The app knows the number by another name, and wants to know which request it is. */
function deepLinkSeamless(
  given: NonNullable<OauthUrlInput['seamlessData']>,
  externalId: string,
  requestId: string,
  now: number
): object {
  // A key that is there but undefined would keep its place: dana-node drops it first, and the order is signed.
  const known: typeof given = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const { mobileNumber, ...others } = known
  return {
    ...(mobileNumber ? { ...others, mobile: mobileNumber } : known),
    externalUid: externalId,
    reqTime: formatJakartaTimeMs(now),
    verifiedTime: '0',
    reqMsgId: requestId
  }
}

function webUrlOf({ webUrl, production }: OauthUrlContext): string {
  return webUrl?.replace(/\/+$/, '') || (production ? 'https://m.dana.id' : 'https://m.sandbox.dana.id')
}
