import type { LoggedRequest, Notification, OrderView } from '@arus/sandbox'
import type { Device } from './devices.js'
import type { Visit } from './shop-with.js'

/** What DANA's side says of one visit. */
export type Book = { order: OrderView; notifications: Notification[] }

/** What was seen from every side. Amounts in sen. */
export type Seen = {
  visits: { device: Device['name']; visit: Visit; book: Book }[]
  priceSen: bigint
  refundSen: bigint
  customer: Balances
  merchant: Balances
  requests: readonly LoggedRequest[]
  /** What the browsers and the shop complained of. */
  complaints: readonly string[]
}

export type Balances = { name: string; beforeSen: bigint; afterSen: bigint }

/** One thing that was checked; it holds when nothing differs. */
export type Check = { name: string; differences: string[] }

/** Compares what the customer, the shop and DANA's book say. */
export function compare(seen: Seen): Check[] {
  const { visits, priceSen, refundSen, customer, merchant, requests, complaints } = seen
  const spentSen = (priceSen - refundSen) * BigInt(visits.length)
  return [
    {
      name: 'the shop and DANA say that each order is paid',
      differences: visits.flatMap(({ device, visit, book }) => [
        ...differ(`${device}, the shop`, visit.status, 'paid'),
        ...differ(`${device}, the answer to its query`, visit.answer, 'SUCCESS'),
        ...differ(`${device}, DANA`, book.order.status, 'SUCCESS'),
        ...differ(`${device}, DANA's amount`, toSen(book.order.amount), priceSen)
      ])
    },
    {
      name: 'each notification came, was verified, and was answered with 2005600',
      differences: visits.flatMap(({ device, visit, book }) => [
        ...differ(`${device}, verified by the shop`, visit.isNotified, true),
        ...differ(`${device}, notifications`, book.notifications.length, 1),
        ...book.notifications.flatMap(({ state, status, attempts }) => [
          ...differ(`${device}, notification`, `${state} ${status}`, 'delivered 00'),
          ...differ(`${device}, answer`, answerCode(attempts.at(-1)?.answer), '2005600')
        ])
      ])
    },
    {
      name: 'half of each order was given back, once',
      differences: visits.flatMap(({ device, visit, book }) => [
        ...differ(`${device}, the shop`, visit.refundStatus, 'done'),
        ...differ(`${device}, refunds`, book.order.refunds.map(({ amount }) => toSen(amount)).join(', '), String(refundSen))
      ])
    },
    {
      name: `the balances of ${customer.name} and ${merchant.name} moved by what was paid and given back`,
      differences: [
        ...differ(customer.name, customer.afterSen, customer.beforeSen - spentSen),
        ...differ(merchant.name, merchant.afterSen, merchant.beforeSen + spentSen),
        ...visits.flatMap(({ device, visit }) =>
          differ(`${device}, shown by the shop`, toSen(visit.balanceBefore) - toSen(visit.balanceAfter), priceSen - refundSen)
        )
      ]
    },
    {
      name: `all ${requests.length} requests were signed rightly and succeeded`,
      differences: requests.flatMap(({ operation, signature, responseCode }) => [
        ...differ(`${operation}, signature`, signature, 'ok'),
        ...differ(`${operation}, answer`, responseCode.slice(0, 3), '200')
      ])
    },
    {
      name: 'the accounts are unbound, and the shop says so',
      differences: visits.flatMap(({ device, visit }) => differ(`${device}, unbound`, visit.isUnbound, true))
    },
    { name: 'no browser and no server complained', differences: [...complaints] }
  ]
}

type Value = string | number | bigint | boolean

function differ(what: string, found: Value, expected: Value): string[] {
  return found === expected ? [] : [`${what}: ${found}, and should be ${expected}`]
}

function answerCode(answer: string | undefined): string {
  return /"responseCode":"(\d+)"/.exec(answer ?? '')?.[1] ?? 'none'
}

/** A text that is no amount is -1, which differs from every amount. */
function toSen(amount: string): bigint {
  return /^\d+\.\d\d$/.test(amount) ? BigInt(amount.replace('.', '')) : -1n
}
