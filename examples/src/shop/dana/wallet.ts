import { type Dana, outcomeOf, parseOauthRedirect } from '@arus/dana'
import type { Session } from '../sessions.js'
import type { Texts } from '../texts.js'
import { describeFailure } from './failure.js'

/** What DANA wants to know about who acts. */
export type Device = { deviceId: string; endUserIpAddress: string }

/** Exchanges what DANA's redirect brought for a token, which the session keeps. Tells what to say to the user. */
export async function finishBinding(dana: Dana, session: Session, url: string): Promise<keyof Texts> {
  const state = session.danaState
  if (state === undefined) return 'strangeReturn'
  let redirect: ReturnType<typeof parseOauthRedirect>
  try {
    redirect = parseOauthRedirect(url, { state })
  } catch {
    return 'strangeReturn'
  }
  // A state is good for one return.
  session.danaState = undefined
  if (!redirect.ok) return 'notBound'
  try {
    const { accessToken } = await dana.widgetApi.applyToken({ grantType: 'AUTHORIZATION_CODE', authCode: redirect.authCode })
    session.accessToken = accessToken
    return 'bound'
  } catch (error) {
    describeFailure(error)
    return 'bindingFailed'
  }
}

/** The user's balance in rupiah; undefined when it can't be told now. Forgets a token that DANA doesn't know any more. */
export async function askBalance(dana: Dana, session: Session, device: Device): Promise<string | undefined> {
  if (session.accessToken === undefined) return undefined
  try {
    const reply = await dana.widgetApi.balanceInquiry({
      balanceTypes: ['BALANCE'],
      additionalInfo: { accessToken: session.accessToken, ...device }
    })
    return reply.accountInfos?.find(({ balanceType }) => balanceType === 'BALANCE')?.availableBalance?.value
  } catch (error) {
    // 4011102: the user has unbound the shop inside DANA.
    if (describeFailure(error).code === '4011102') session.accessToken = undefined
    return undefined
  }
}

/** Gives the wallet back. The token is forgotten once DANA says that it is worth nothing. */
export async function unbind(dana: Dana, session: Session, merchantId: string, device: Device): Promise<keyof Texts> {
  if (session.accessToken === undefined) return 'unbound'
  try {
    const reply = await dana.widgetApi.accountUnbinding({
      merchantId,
      additionalInfo: { accessToken: session.accessToken, ...device }
    })
    if (outcomeOf(reply) !== 'success') return 'unbindingFailed'
  } catch (error) {
    if (describeFailure(error).code !== '4010902') return 'unbindingFailed'
  }
  session.accessToken = undefined
  return 'unbound'
}
