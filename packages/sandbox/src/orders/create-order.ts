import { formatJakartaTime, parseTimestamp } from '@arus/snap-bi'
import { orderMagic } from '../magic/order-magic.js'
import { type Context, type Decision, refused } from '../state/decision.js'
import type { Order, OrderRequest } from '../state/order.js'
import { refuse } from '../state/outcome.js'
import { type Random, randomDigits } from '../state/random-text.js'
import { pairKey, type State } from '../state/state.js'
import { MAX_AMOUNT_SEN, parseAmount } from './amounts.js'
import { contentHash } from './content-hash.js'
import { checkMerchant } from './find-merchant-order.js'

export type CreateOrderInput = {
  partnerId: string
  request: OrderRequest
  externalId?: string
  /** Whether amounts mean something. */
  magic?: boolean
}

/** A merchant asks to be paid. */
export function createOrder(
  state: State,
  { partnerId, request: given, externalId, magic: isMagic = false }: CreateOrderInput,
  { now, random }: Context
): Decision<{ order: Order; repeated: boolean }> {
  // As JSON has it: what the journal gives back is what is kept now.
  const request = JSON.parse(JSON.stringify(given)) as OrderRequest
  const wrong = (detail: string) => refused(refuse(400, '01', 'invalid_field', { detail }))
  if (typeof request.partnerReferenceNo !== 'string' || request.partnerReferenceNo === '') return wrong('partnerReferenceNo')
  const amountSen = parseAmount(request.amount)
  if (amountSen === undefined || amountSen === 0n) return wrong('amount')
  const validUpTo = typeof request.validUpTo === 'string' ? parseTimestamp(request.validUpTo) : undefined
  if (validUpTo === undefined) return wrong('validUpTo')
  const stranger = checkMerchant(state, { partnerId, merchantId: request.merchantId })
  if (stranger !== undefined) return refused(stranger)
  const merchant = state.merchants.get(partnerId)!

  const hash = contentHash(request)
  const known = state.partnerReferences.get(pairKey(merchant.merchantId, request.partnerReferenceNo))
  if (known !== undefined) {
    const order = state.orders.get(known)!
    if (order.contentHash !== hash) return refused(refuse(404, '18', 'inconsistent_request'))
    return { events: [], outcome: () => ({ refused: false, order, repeated: true }) }
  }

  if (!isListed(merchant.subMerchants, request.subMerchantId)) return refused(refuse(404, '08', 'division_unknown'))
  if (!isListed(merchant.stores, request.externalStoreId)) return refused(refuse(404, '08', 'store_unknown'))
  if (validUpTo <= now) return wrong('validUpTo')
  if (amountSen > MAX_AMOUNT_SEN) return refused(refuse(403, '02', 'amount_over_limit'))
  const referenceNo = makeReferenceNo(state, now, random)
  const notificationUrl = findUrl(request, 'NOTIFICATION')
  const returnUrl = findUrl(request, 'PAY_RETURN')
  const magic = isMagic ? orderMagic(amountSen) : undefined
  const order: Order = {
    referenceNo,
    partnerId,
    merchantId: merchant.merchantId,
    partnerReferenceNo: request.partnerReferenceNo,
    ...(externalId === undefined ? {} : { externalId }),
    contentHash: hash,
    request,
    amountSen,
    ...(magic === undefined ? {} : { magic }),
    title: String(request.additionalInfo?.order?.orderTitle ?? request.partnerReferenceNo),
    status: 'INIT',
    createdAt: now,
    validUpTo,
    refunds: [],
    refundedSen: 0n,
    voidedSen: 0n,
    ...(notificationUrl === undefined ? {} : { notificationUrl }),
    ...(returnUrl === undefined ? {} : { returnUrl }),
    timeline: [{ at: now, what: 'created' }]
  }
  return { events: [{ type: 'order.created', at: now, order }], outcome: () => ({ refused: false, order, repeated: false }) }
}

function makeReferenceNo(state: State, now: number, random: Random): string {
  const date = formatJakartaTime(now).slice(0, 10).replaceAll('-', '')
  let referenceNo: string
  do referenceNo = `${date}${randomDigits(random, 29)}`
  while (state.orders.has(referenceNo))
  return referenceNo
}

function isListed(list: readonly string[], name: string | null | undefined): boolean {
  return list.length === 0 || name === undefined || name === null || name === '' || list.includes(name)
}

function findUrl(request: OrderRequest, type: string): string | undefined {
  if (!Array.isArray(request.urlParams)) return undefined
  const url: unknown = request.urlParams.find((urlParam) => urlParam?.type === type)?.url
  return typeof url === 'string' && url !== '' ? url : undefined
}
