import type { Signer } from '@arus/snap-bi'
import type { Engine } from '../state/engine.js'
import { finishNotifyBody, signFinishNotify } from './finish-notify.js'
import type { NotificationMessage } from './notification.js'
import type { NotificationRecord } from './notification-record.js'
import { signUnbindNotify } from './unbind-notify.js'

type Writing = {
  engine: Engine
  signer: Signer
  /** The sandbox's own address. */
  origin: string
  /** Real time. */
  now: number
  /** Whether the signature is to be a wrong one. */
  isWrong: boolean
}

/** Writes and signs what an attempt sends. */
export async function writeMessage(
  { news, partnerId, referenceNo, url }: NotificationRecord,
  { engine, signer, origin, now, isWrong }: Writing
): Promise<NotificationMessage> {
  if ('accessTokens' in news) return signUnbindNotify({ partnerId, ...news, isWrong }, signer, now)
  const order = engine.findOrder(referenceNo ?? '')
  if (order === undefined) throw new Error('the order is gone')
  const body = finishNotifyBody(order, news, engine.findMerchantByPartnerId(partnerId))
  return signFinishNotify({ url: new URL(url), body, partnerId, origin, isWrong }, signer, now)
}
