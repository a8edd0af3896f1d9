import { randomUUID } from 'node:crypto'
import { formatJakartaTime, openApiStringToSign, type Signer } from '@arus/snap-bi'
import type { NotificationMessage } from './notification.js'

/** A binding that a user ended within DANA. */
export type Unbinding = { partnerId: string; accessTokens: readonly string[]; at: number }

/** Writes and signs an Unbind Notify at this moment: an envelope of Open API 2.0, whose time and id are within what is signed. */
export async function signUnbindNotify(
  { partnerId, accessTokens, at, isWrong }: Unbinding & { isWrong: boolean },
  signer: Signer,
  now: number
): Promise<NotificationMessage> {
  const request = {
    head: {
      version: '2.0',
      function: 'dana.oauth.unbind.notify',
      clientId: partnerId,
      reqTime: formatJakartaTime(now),
      reqMsgId: randomUUID()
    },
    body: { unbindAccessToken: accessTokens, unbindTime: formatJakartaTime(at) }
  }
  const stringToSign = openApiStringToSign(request)
  const signature = await signer.sign(isWrong ? `not ${stringToSign}` : stringToSign)
  const body = `{"request":${stringToSign},"signature":${JSON.stringify(signature)}}`
  return { headers: { 'Content-Type': 'application/json' }, body, stringToSign, signature }
}
