import type { Order, OrderStatus } from '../../state/order.js'
import { html, type Markup } from '../html/html.js'
import type { PagesContext } from '../pages-context.js'
import { formatRupiah } from '../texts/format-rupiah.js'
import { formatTime } from '../texts/format-time.js'
import type { Visit } from '../visits/visit.js'
import { type Mood, table, tag } from './table.js'

const MOODS: Record<OrderStatus, Mood> = { INIT: 'plain', PAYING: 'warn', SUCCESS: 'good', CANCELLED: 'bad', CLOSED: 'bad' }

export function orderStatusTag(order: Order): Markup {
  return tag(order.status, MOODS[order.status])
}

export function orderTable({ texts, language }: Visit, { engine }: PagesContext, orders: readonly Order[]): Markup {
  const { developer } = texts
  return table<Order>(
    developer.menu.orders,
    [
      {
        name: developer.order,
        cell: (order) => html`<a href="/_sandbox/orders/${order.referenceNo}">${order.partnerReferenceNo}</a>`
      },
      { name: developer.title, cell: ({ title }) => title },
      { name: developer.merchant, cell: ({ merchantId }) => engine.findMerchant(merchantId)?.name ?? merchantId },
      { name: developer.status, cell: orderStatusTag },
      { name: developer.created, cell: ({ createdAt }) => formatTime(createdAt, language) },
      { name: developer.amount, isAmount: true, cell: ({ amountSen }) => formatRupiah(amountSen) }
    ],
    orders,
    developer.none
  )
}
