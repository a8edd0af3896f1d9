import type { Engine } from '../../state/engine.js'
import type { Order } from '../../state/order.js'

/**
 * The merchant's order by the references of a request. Where both are given they must mean the same one. The X-EXTERNAL-ID that
 * it was created with is asked only where neither is: clients put all sorts of things there.
 */
export function findOrder(engine: Engine, merchantId: string, body: Record<string, unknown>): Order | undefined {
  const reference = textOf(body.originalReferenceNo)
  const partnerReference = textOf(body.originalPartnerReferenceNo)
  if (partnerReference === '' && reference === '')
    return engine.findOrderByExternalId(merchantId, textOf(body.originalExternalId))
  const order =
    partnerReference === '' ? engine.findOrder(reference) : engine.findOrderByPartnerReference(merchantId, partnerReference)
  if (order === undefined || order.merchantId !== merchantId) return undefined
  return reference === '' || order.referenceNo === reference ? order : undefined
}

/** The text, without the spaces around it; empty where there is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
