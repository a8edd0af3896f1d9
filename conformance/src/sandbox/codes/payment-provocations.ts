import { rupiah, type World } from '../world/start-world.js'
import { onDemand, type Provocation, type Provocations, rateLimited, signingProvocations } from './provocation.js'

const pay = signingProvocations(async (world) => ['widgetPayment', world.payment()])
const query = signingProvocations(async (world) => ['queryPayment', await orderQuery(world)])

/** Payments that are asked for, and asked about. */
export const PAYMENT_PROVOCATIONS: Provocations = {
  '2005400': [
    { when: 'for a new order', provoke: (world) => world.client.call('widgetPayment', world.payment()) },
    {
      when: 'for an identical repeat',
      provoke: async (world) => {
        const payment = world.payment()
        await world.client.call('widgetPayment', payment)
        return world.client.call('widgetPayment', payment)
      }
    }
  ],
  '4005400': [
    {
      when: 'for a body that is no object',
      danaNodeRefuses: 'it reads fields of what it is given',
      provoke: ({ client }) => client.call('widgetPayment', null as never)
    },
    onDemand('4005400', async (world) => ['widgetPayment', world.payment()])
  ],
  '4005401': [
    pay.badTimestamp,
    payment('for an amount with four decimals', { amount: rupiah('10000.0000') }),
    payment('for a time that has passed', { validUpTo: '2001-01-01T00:00:00+07:00' })
  ],
  '4005402': [pay.blankTimestamp, payment('without an order title', { additionalInfo: withoutTitle() })],
  '4015400': [pay.foreignKey],
  '4035402': [payment('above Rp 20,000,000', { amount: rupiah('21000000.00') })],
  '4035405': [payment('for the amount that means it', { amount: rupiah('435405.00') })],
  '4035415': [payment('for the amount that means it', { amount: rupiah('435415.00') })],
  '4045408': [
    payment('for a merchant that is somebody else', { merchantId: '216620000000000009999' }),
    payment('for the amount that means it', { amount: rupiah('445408.00') }),
    {
      when: 'for a store that is not registered',
      provoke: async ({ client, sandbox, payment }) => {
        await sandbox.control.changeMerchant(sandbox.credentials.partnerId, { stores: ['store-1'] })
        return client.call('widgetPayment', payment({ externalStoreId: 'store-2' }))
      }
    }
  ],
  '4045418': [
    {
      when: 'for a reference that was used with another amount',
      provoke: async (world) => {
        const payment = world.payment()
        await world.client.call('widgetPayment', payment)
        return world.client.call('widgetPayment', { ...payment, amount: rupiah('10001.00') })
      }
    }
  ],
  '4095400': [
    {
      when: 'by a strict sandbox for an X-EXTERNAL-ID that was used before on the day',
      sandbox: { strict: true },
      provoke: async ({ client, payment }) => {
        const headers = { 'X-EXTERNAL-ID': 'external-1' }
        await client.call('widgetPayment', payment(), { headers })
        return client.call('widgetPayment', payment(), { headers })
      }
    }
  ],
  '4295400': [rateLimited(async (world) => ['widgetPayment', world.payment()])],
  '5005400': [payment('for the amount that means it', { amount: rupiah('505400.00') })],
  '5005401': [payment('for the amount that means it', { amount: rupiah('505401.00') })],

  '2005500': [
    { when: 'for an order that waits', provoke: async (world) => world.client.call('queryPayment', await orderQuery(world)) },
    {
      when: 'for an order that is paid',
      provoke: async ({ client, paidOrder }) => client.call('queryPayment', { serviceCode: '54', ...(await paidOrder()).named })
    }
  ],
  '4005500': [
    {
      when: 'for a body that is no object',
      danaNodeRefuses: 'it reads fields of what it is given',
      provoke: ({ client }) => client.call('queryPayment', null as never)
    },
    onDemand('4005500', async (world) => ['queryPayment', await orderQuery(world)])
  ],
  '4005501': [
    query.badTimestamp,
    {
      when: 'for a service code that is none',
      provoke: async (world) => world.client.call('queryPayment', { ...(await orderQuery(world)), serviceCode: '5x' })
    }
  ],
  '4005502': [
    query.blankTimestamp,
    {
      when: 'without a reference',
      provoke: ({ client, merchantId }) => client.call('queryPayment', { serviceCode: '54', merchantId })
    }
  ],
  '4015500': [query.foreignKey],
  '4015501': [onDemand('4015501', async (world) => ['queryPayment', await orderQuery(world)])],
  '4045501': [
    {
      when: 'for a reference that nobody used',
      provoke: ({ client, merchantId }) =>
        client.call('queryPayment', { serviceCode: '54', merchantId, originalPartnerReferenceNo: 'test123' })
    }
  ],
  '4295500': [rateLimited(async (world) => ['queryPayment', await orderQuery(world)])],
  '5005500': [onDemand('5005500', async (world) => ['queryPayment', await orderQuery(world)])],
  '5005501': [
    {
      when: 'for the service code that means it',
      provoke: async (world) => world.client.call('queryPayment', { ...(await orderQuery(world)), serviceCode: 'AZ' })
    }
  ]
}

function payment(when: string, changes: Record<string, unknown>): Provocation {
  return { when, provoke: (world) => world.client.call('widgetPayment', world.payment(changes)) }
}

function withoutTitle() {
  const envInfo = { sourcePlatform: 'IPG', terminalType: 'WEB' }
  return { productCode: '51051000100000000001', mcc: '5732', order: { orderTitle: '' }, envInfo }
}

async function orderQuery({ order }: World) {
  return { serviceCode: '54', ...(await order()).named }
}
