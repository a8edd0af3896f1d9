import { formatJakartaTime } from '@arus/snap-bi'
import type { Operation } from '../call.js'
import { textOf } from './find-order.js'

/** Gives tokens for the code of a consent, or for a refresh token. */
export const applyToken: Operation = async ({ merchant, body }, { engine }) => {
  const { partnerId } = merchant
  const outcome =
    body.grantType === 'REFRESH_TOKEN'
      ? await engine.refreshToken({ partnerId, refreshToken: textOf(body.refreshToken) })
      : await engine.exchangeAuthCode({ partnerId, authCode: textOf(body.authCode) })
  if (outcome.refused) return outcome
  const { token, user } = outcome
  return {
    refused: false,
    fields: {
      tokenType: 'Bearer',
      accessToken: token.accessToken,
      accessTokenExpiryTime: formatJakartaTime(token.accessExpiresAt),
      refreshToken: token.refreshToken,
      refreshTokenExpiryTime: formatJakartaTime(token.refreshExpiresAt),
      additionalInfo: { userInfo: { publicUserId: user.publicUserId } }
    }
  }
}
