/** What the function reads of a reply to `widgetPayment`. */
export type PaymentWithRedirect = { webRedirectUrl?: string | undefined }

/** What it reads of a reply to `applyOTT`. */
export type OneTimeTokens = { userResources?: readonly { value?: string | undefined }[] | undefined }

/**
 * Puts the one-time token of `applyOTT` into the payment page's URL, so that the user need not log in there. The token is the
 * first resource's value, whatever its type; it holds for 10 minutes and one use.
 *
 * @returns the URL; unchanged without a token; '' without a payment, its URL, or a reply of `applyOTT`
 */
export function completePaymentUrl(
  payment: PaymentWithRedirect | null | undefined,
  tokens: OneTimeTokens | null | undefined
): string {
  const webRedirectUrl = payment?.webRedirectUrl
  if (!webRedirectUrl || !tokens) return ''
  const token = tokens.userResources?.[0]?.value
  if (!token) return webRedirectUrl
  // URL.parse() needs Node 22.
  if (!URL.canParse(webRedirectUrl)) {
    return `${webRedirectUrl}${webRedirectUrl.includes('?') ? '&' : '?'}ott=${encodeURIComponent(token)}`
  }
  const url = new URL(webRedirectUrl)
  url.searchParams.set('ott', token)
  return url.href
}
