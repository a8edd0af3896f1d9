import { NORMAL_PHONE, rupiah, type World } from '../world/start-world.js'
import { type Provocation, type Provocations, signingProvocations } from './provocation.js'

const HOUR_MS = 3_600_000

const cancel = signingProvocations(async ({ order }) => ['cancelOrder', (await order()).named])
const refund = signingProvocations(async (world) => ['refundOrder', await refundRequest(world)])

/** Orders that are cancelled or given back. */
export const REVERSAL_PROVOCATIONS: Provocations = {
  '2005700': [
    { when: 'for an order that waits', provoke: async ({ client, order }) => client.call('cancelOrder', (await order()).named) },
    {
      when: 'for an order that was just paid',
      provoke: async ({ client, paidOrder }) => client.call('cancelOrder', (await paidOrder()).named)
    },
    {
      when: 'for an order that is cancelled already',
      provoke: async ({ client, order }) => {
        const { named } = await order()
        await client.call('cancelOrder', named)
        return client.call('cancelOrder', named)
      }
    }
  ],
  '2025700': [namedCancellation('2025700')],
  '4005702': [
    cancel.blankTimestamp,
    {
      when: 'without a reference',
      provoke: ({ client, merchantId }) => client.call('cancelOrder', { merchantId, originalPartnerReferenceNo: '' })
    }
  ],
  '4035700': [
    namedCancellation('4035700'),
    {
      when: '25 hours after the payment',
      provoke: async ({ client, sandbox, paidOrder }) => {
        const { named } = await paidOrder()
        await sandbox.clock.move(25 * HOUR_MS)
        return client.call('cancelOrder', named)
      }
    }
  ],
  '4035705': [
    namedCancellation('4035705'),
    {
      when: 'when the account that paid has become abnormal',
      provoke: async ({ client, sandbox, paidOrder }) => {
        const { named } = await paidOrder()
        await sandbox.control.changeUser(NORMAL_PHONE, { status: 'abnormal' })
        return client.call('cancelOrder', named)
      }
    }
  ],
  '4035714': [
    namedCancellation('4035714'),
    {
      when: 'when the merchant has spent the money',
      provoke: async (world) => {
        const { named } = await world.paidOrder()
        await spendAll(world)
        return world.client.call('cancelOrder', named)
      }
    }
  ],
  '4035715': [namedCancellation('4035715')],
  '4045701': [
    {
      when: 'for a reference that nobody used',
      provoke: ({ client, merchantId }) => client.call('cancelOrder', { merchantId, originalPartnerReferenceNo: 'no-such-order' })
    }
  ],
  '4045708': [
    namedCancellation('4045708'),
    {
      when: 'for a merchant that has become inactive',
      provoke: async ({ client, sandbox, order }) => {
        const { named } = await order()
        await sandbox.control.changeMerchant(sandbox.credentials.partnerId, { status: 'inactive' })
        return client.call('cancelOrder', named)
      }
    }
  ],
  '5005701': [namedCancellation('5005701')],

  '2005800': [
    { when: 'for a part', provoke: (world) => refundPaid(world, '4000.00') },
    { when: 'for the whole', provoke: (world) => refundPaid(world, '10000.00') },
    {
      when: 'for an identical repeat',
      provoke: async (world) => {
        const request = await refundRequest(world)
        await world.client.call('refundOrder', request)
        return world.client.call('refundOrder', request)
      }
    }
  ],
  '2025800': [{ when: 'for the amount that means it', provoke: (world) => refundPaid(world, '225800.00') }],
  '4005801': [refund.badTimestamp, { when: 'for an amount without decimals', provoke: (world) => refundPaid(world, '10000') }],
  '4005802': [
    refund.blankTimestamp,
    {
      when: 'without a refund number',
      provoke: async (world) => world.client.call('refundOrder', { ...(await refundRequest(world)), partnerRefundNo: '' })
    }
  ],
  '4015800': [refund.foreignKey],
  '4035814': [
    { when: 'for the amount that means it', provoke: (world) => refundPaid(world, '435814.00') },
    {
      when: 'when the merchant has spent the money',
      provoke: async (world) => {
        const request = await refundRequest(world)
        await spendAll(world)
        return world.client.call('refundOrder', request)
      }
    }
  ],
  '4035815': [
    { when: 'for the amount that means it', provoke: (world) => refundPaid(world, '435815.00') },
    { when: 'for more than was paid', provoke: (world) => refundPaid(world, '10000.01') }
  ],
  '4045800': [
    {
      when: 'for an order that is not paid',
      provoke: async ({ client, order }) => client.call('refundOrder', refundOf((await order()).named))
    }
  ],
  '4045801': [{ when: 'for the amount that means it', provoke: (world) => refundPaid(world, '445801.00') }],
  '4045808': [
    { when: 'for the amount that means it', provoke: (world) => refundPaid(world, '445808.00') },
    {
      when: 'for a merchant that is somebody else',
      provoke: async (world) =>
        world.client.call('refundOrder', { ...(await refundRequest(world)), merchantId: '216620000000000009999' })
    }
  ],
  '4045812': [
    {
      when: 'for a reference that nobody used',
      provoke: ({ client, merchantId }) =>
        client.call('refundOrder', refundOf({ merchantId, originalPartnerReferenceNo: '123123123123123' }))
    }
  ],
  '4045818': [
    {
      when: 'for a refund number that was used with another amount',
      provoke: async (world) => {
        const request = await refundRequest(world)
        await world.client.call('refundOrder', request)
        return world.client.call('refundOrder', { ...request, refundAmount: rupiah('2.00') })
      }
    }
  ],
  '5005801': [{ when: 'for the amount that means it', provoke: (world) => refundPaid(world, '505801.00') }]
}

function namedCancellation(code: string): Provocation {
  return {
    when: 'for the reference that means it',
    provoke: ({ client, merchantId }) => client.call('cancelOrder', { merchantId, originalPartnerReferenceNo: code })
  }
}

function refundOf(named: object, value = '1.00') {
  return { ...named, partnerRefundNo: 'refund-1', refundAmount: rupiah(value) }
}

async function refundRequest({ paidOrder }: World) {
  return refundOf((await paidOrder()).named)
}

async function refundPaid({ client, paidOrder }: World, value: string) {
  return client.call('refundOrder', refundOf((await paidOrder()).named, value))
}

async function spendAll({ sandbox }: World): Promise<void> {
  await sandbox.control.changeMerchant(sandbox.credentials.partnerId, { balanceSen: 0n })
}
