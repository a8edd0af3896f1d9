import { formatJakartaTime, requestStringToSign, type Signer } from '@arus/snap-bi'
import type { NotificationAttempt } from '../notifications/notification.js'

/** A notification as somebody else may send it on. */
export type SignedNotification = { headers: Record<string, string>; body: string }

/**
 * The same notification for another address: the path is part of what is signed, and so is the time. One whose signature is in
 * its body goes to any path as it is.
 */
export async function signAgain(
  { headers, body }: Pick<NotificationAttempt, 'headers' | 'body'>,
  url: string,
  signer: Signer
): Promise<SignedNotification> {
  if (headers['X-SIGNATURE'] === undefined) return { headers, body }
  const timestamp = formatJakartaTime(Date.now())
  const stringToSign = requestStringToSign({ method: 'POST', path: new URL(url).pathname, body, timestamp })
  return { headers: { ...headers, 'X-TIMESTAMP': timestamp, 'X-SIGNATURE': await signer.sign(stringToSign) }, body }
}
