import type { Engine } from '../../../../packages/sandbox/src/state/engine.js'

/** An order, as far as its merchant knows it. */
export type KnownOrder = {
  status: string
  amountSen: number
  /** In sen, by the merchant's number. */
  refunds: Record<string, number>
}

/** All that a sandbox holds of one customer, who pays orders that nobody else pays. */
export type KnownState = {
  balanceSen: number
  orders: Record<string, KnownOrder>
  /** Whether each access token that was handed out works. */
  tokens: Record<string, boolean>
  /** How many work, with those whose answer never came. */
  liveTokens: number
}

/** Reads from an engine what a customer's merchant should know. */
export function readState(engine: Engine, { phone, tokens }: { phone: string; tokens: readonly string[] }): KnownState {
  const user = engine.findUserByPhone(phone)!
  const live = engine.listTokens().filter(({ userId, revokedAt }) => userId === user.id && revokedAt === undefined)
  const orders = engine.listOrders().filter(({ partnerReferenceNo }) => partnerReferenceNo.startsWith(`${phone}-`))
  return {
    balanceSen: Number(engine.balanceOf(`user:${user.id}`)),
    orders: Object.fromEntries(
      orders.map(({ partnerReferenceNo, status, amountSen, refunds }) => [
        partnerReferenceNo,
        {
          status,
          amountSen: Number(amountSen),
          refunds: Object.fromEntries(refunds.map((refund) => [refund.partnerRefundNo, Number(refund.amountSen)]))
        }
      ])
    ),
    tokens: Object.fromEntries(tokens.map((token) => [token, live.some(({ accessToken }) => accessToken === token)])),
    liveTokens: live.length
  }
}
